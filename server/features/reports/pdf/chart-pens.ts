/** How charts look on paper: a pen for each look of their shapes, a lettering for their words, and keys. */
import { drawChart, type Chart, type Lettering, type Pen } from '../../../adapters/pdf/chart.ts';
import { labelWidth } from '../../../adapters/pdf/label.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { COLOUR } from '../../../adapters/pdf/tokens.ts';
import { circle, type Drawing, type ShapeLook, type WordLook } from '../charts/drawing.ts';

/** Points to a pixel: words of 13 px are set in 8.5 pt. */
export const SCALE = 0.65;

const { ink, soft, brand, paper, rule, hair, wash, grid } = COLOUR;

const PENS: Readonly<Record<ShapeLook, Pen>> = {
  ring: { stroke: hair, width: 0.6 },
  rim: { stroke: grid, width: 0.75 },
  spoke: { stroke: hair, width: 0.6 },
  area: { fill: brand, opacity: 0.1 },
  before: { stroke: soft, width: 1.1, dash: [2.6, 2] },
  spread: { stroke: ink, width: 2.2, dash: [0.8, 1.8] },
  now: { stroke: brand, width: 1.6 },
  dot: { fill: brand },
  open: { fill: paper, stroke: brand, width: 1.3 },
  unknown: { fill: paper, stroke: ink, width: 1 },
  early: { fill: wash },
  month: { stroke: rule, width: 0.5 },
  birthday: { stroke: grid, width: 1 },
  rule: { stroke: hair, width: 0.5 },
  offer: { fill: brand },
  hatch: { stroke: grid, width: 0.5 },
  hole: { fill: paper, stroke: ink, width: 0.75, dash: [2.4, 1.8] },
  plate: { fill: paper },
  service: { stroke: brand, width: 1.8 },
  ending: { stroke: brand, width: 1.8, dash: [4.2, 1.9] },
  planned: { stroke: brand, width: 1.8, dash: [0.01, 3.6], isRound: true },
  range: { stroke: brand, width: 0.75 },
  room: { fill: ink },
};

const WORDS: Readonly<Record<WordLook, Lettering>> = {
  plain: { font: 'regular', size: 8.5, colour: ink },
  quiet: { font: 'regular', size: 8.5, colour: soft },
  figure: { font: 'regular', size: 8, colour: soft },
  name: { font: 'regular', size: 8.5, colour: ink, plate: paper },
  strong: { font: 'semibold', size: 8.5, colour: ink },
  head: { font: 'semibold', size: 10.5, colour: ink },
};

/** The same marks as on the page, in the paper's ink. */
export function onPaper({ x, y, shapes, words }: Omit<Drawing, 'label'>): Chart {
  return {
    x,
    y,
    paths: shapes.map(({ look, d }) => ({ d, pen: PENS[look] })),
    words: words.map(({ look, ...placed }) => ({ ...placed, face: WORDS[look] })),
  };
}

/** A sign and what it means. */
export interface KeyItem {
  readonly looks: readonly ShapeLook[];
  readonly text: string;
}

const SIGN = { width: 30, gap: 6, between: 14 } as const;
const LINE = 13;

/** Height that a key takes, and a place for each item in lines of this width; all in points. */
export function layKey(doc: PdfDocument, items: readonly KeyItem[], width: number) {
  let [x, line] = [0, 0];
  const placed = items.map((item) => {
    const wide = SIGN.width * SCALE + SIGN.gap + labelWidth(doc, item.text, WORDS.plain);
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const place = { item, x, y: line * LINE };
    x += wide + SIGN.between;
    return place;
  });
  return { height: (line + 1) * LINE, placed };
}

type LaidKey = ReturnType<typeof layKey>;

/** Draws a key that was laid out, inside a figure's drawing. */
export function drawKey(
  doc: PdfDocument,
  { placed }: LaidKey,
  at: { readonly x: number; readonly y: number },
): void {
  for (const { item, x, y } of placed) {
    const shapes = item.looks.map((look) => ({ look, d: signOf(look) }));
    const text = item.text;
    const words = [
      {
        look: 'plain' as const,
        x: SIGN.width + SIGN.gap / SCALE,
        y: 14,
        anchor: 'start' as const,
        text,
      },
    ];
    const sign = { x: 0, y: 0, width: 0, height: 0, shapes, words };
    drawChart(doc, onPaper(sign), { x: at.x + x, y: at.y + y }, SCALE);
  }
}

/** A bit of the shape, about 30 x 20 px. */
function signOf(look: ShapeLook): string {
  if (look === 'offer' || look === 'hole' || look === 'early') return 'M0 2h30v15h-30z';
  if (look === 'hatch') return 'M0 10l7 7M0 2l15 15M8 2l15 15M16 2l14 14M24 2l6 6';
  if (look === 'dot' || look === 'open') return circle(15, 9.5, 4.2);
  if (look === 'unknown') return circle(15, 9.5, 7);
  return 'M0 9.5h30';
}
