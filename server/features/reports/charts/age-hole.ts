/** A hole in the strip of ages: hatched and dashed, said in words where they fit. */
import { ageWords } from '../../../domain/answers/age-words.ts';
import type { Span } from '../../../domain/elements/element.ts';
import { hatching, rectangle, tenth } from './drawing.ts';
import type { Rectangle, Shape, Words } from './drawing.ts';
import type { StripLane } from './strip.ts';

/** of an average strong letter, generously: words never reach the hatching */
const LETTER = 8.2;
const MARGIN = 6;
const PLATE = { height: 18, baseline: 13.5 } as const;

/** Words stand on a white plate, never on the pattern. */
export function holeMarks(
  box: Rectangle,
  hole: Span,
  lane: Pick<StripLane, 'level' | 'open'>,
): { readonly shapes: readonly Shape[]; readonly words: readonly Words[] } {
  const outline = { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 };
  const text = longestThatFits(holeTexts(hole, lane), box.width - 2 * MARGIN);
  const shapes: Shape[] = [
    { look: 'hole', d: rectangle(outline) },
    { look: 'hatch', d: hatching(outline) },
  ];
  if (text === undefined || box.height < PLATE.height) return { shapes, words: [] };
  const width = text.length * LETTER + MARGIN;
  const middle = { x: box.x + box.width / 2, y: box.y + (box.height - PLATE.height) / 2 };
  const plate = { x: middle.x - width / 2, y: middle.y, width, height: PLATE.height };
  return {
    shapes: [...shapes, { look: 'plate', d: rectangle(plate) }],
    words: [
      {
        look: 'strong',
        x: tenth(middle.x),
        y: tenth(middle.y + PLATE.baseline),
        anchor: 'middle',
        text,
      },
    ],
  };
}

/** From the longest to the shortest. */
function holeTexts([from, to]: Span, { level, open }: Pick<StripLane, 'level' | 'open'>): string[] {
  const known = open ? 'known ' : '';
  const none = open ? 'None known' : 'None';
  const months = to - from;
  const long = months === 1 ? '1 month' : `${months} months`;
  return [
    `No ${known}${level.toLowerCase()} offer, ${ageWords(from)} to ${ageWords(to)}`,
    `No ${known}offer for ${long}`,
    `${none}, ${long}`,
    none,
    'None',
  ];
}

function longestThatFits(texts: readonly string[], width: number): string | undefined {
  return texts.find((text) => text.length * LETTER <= width);
}
