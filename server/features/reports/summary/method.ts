/** How a summary was made, in a few sentences: what it rests on, what was corrected, whose work it is. */
import { list, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { EditionsView } from '../editions.view.ts';
import type { HasLevels } from '../levels.view.ts';
import type { Paper, Part } from '../pdf/paper.ts';
import type { ReportHead } from '../report.view.ts';
import { inShort } from './in-short.ts';

interface MethodFacts {
  readonly asksMap: boolean;
  readonly showsNeed: boolean;
  /** who answered, and for whom the copy is; '' for what needs no saying */
  readonly said: readonly string[];
}

const LEVELS =
  'Every agency rated the whole of the Place, not itself. Levels are never averaged: the median is the middle one, of two the lower; the level that reviewers agree replaces it, and both stay visible.';
const ELEMENTS =
  'Colours of elements follow by written rules from the service map, and unknown never means no.';
const NEED =
  'Need is the toolkit’s national share of births, adjusted for adversity; no source gives a need for ages 2 to 5.';

const SMALL = { style: { ...TYPE.small, size: 9, leading: 12 }, after: 3 } as const;
/** notes and changes, and characters of each */
const MOST = { items: 5, letters: 220 } as const;
const MORE = 'More of them in the full report.';

export function methodInShort(
  doc: PdfDocument,
  { view, made }: Paper<ReportHead & HasLevels>,
  facts: MethodFacts,
): Part {
  return {
    name: 'method',
    title: 'Method',
    write: () => {
      h2(doc, 'How this was made', { name: 'method' });
      const grid = view.levels.length > 0;
      const told = [grid && LEVELS, facts.asksMap && ELEMENTS, facts.showsNeed && NEED];
      paragraph(doc, [...told, ...facts.said].filter(Boolean).join(' '), SMALL);
      writeItems(doc, 'What this rests on', view.notes.map(short));
      writeItems(doc, 'What changed since the first publication', changesOf(view.corrected));
      paragraph(doc, sourceOf(view), SMALL);
      const address = { text: made.address, href: made.address, colour: COLOUR.brand };
      paragraph(doc, [{ text: 'Online: ' }, address], SMALL);
    },
  };
}

const short = (text: string): string => inShort(text, MOST.letters);

function sourceOf({ credits }: ReportHead): string {
  return `Source: ${credits.join(' ')} Statements are in our own words.`;
}

/** One item stands behind its label, several in a list below it. */
function writeItems(doc: PdfDocument, label: string, items: readonly string[]): void {
  const [first, ...others] = items;
  if (first === undefined) return;
  const name: Run = { text: `${label}: `, font: 'semibold' };
  if (others.length === 0) {
    paragraph(doc, [name, { text: first }], SMALL);
    return;
  }
  const shown = items.length > MOST.items ? [...items.slice(0, MOST.items), MORE] : items;
  paragraph(doc, [name], { ...SMALL, after: 2, keep: TYPE.small.leading * 2 });
  list(doc, shown, { ...SMALL, gap: 2 });
}

/** The last edition first, each with its changes. */
function changesOf({ editions }: EditionsView): string[] {
  return editions.flatMap(({ title, note, none, changes }) => [
    [`${title}.`, short(note), none].filter(Boolean).join(' '),
    ...changes.map(({ place, topic, words, rationale }) => {
      const about = place === '' ? topic : `${place}, ${topic}`;
      return `${about}. ${words}. ${short(rationale)}`;
    }),
  ]);
}
