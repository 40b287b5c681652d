/** The tables of a Board paper: how often each colour occurs in each Place, and what has moved. */
import { swatch } from '../../../../adapters/pdf/swatch.ts';
import type { PdfDocument } from '../../../../adapters/pdf/sheet.ts';
import type { TableCell, TableSpec } from '../../../../adapters/pdf/table.types.ts';
import { COLOUR, TYPE } from '../../../../adapters/pdf/tokens.ts';
import type { Moves } from '../change.view.ts';
import type { ColourCount, ColourTable } from '../colours.view.ts';

const COUNT_WIDTH = 70;
const SWATCH = { width: 14, height: 12, indent: 20 };

export function colourTable(
  doc: PdfDocument,
  { caption, colours, places }: ColourTable,
): TableSpec {
  return {
    title: caption,
    columns: [
      { label: 'Place', isRowHeader: true },
      ...colours.map(({ word }) => ({ label: word, width: COUNT_WIDTH })),
    ],
    style: TYPE.boardCell,
    padding: { row: 3.5, right: 8 },
    rows: places.map(({ place, counts }) => ({
      cells: [place, ...counts.map((count) => countCell(doc, count))],
    })),
  };
}

/** A colour that does not occur has a nought without its swatch: what there is stands out. */
function countCell(doc: PdfDocument, { code, count }: ColourCount): TableCell {
  const { indent, width, height } = SWATCH;
  if (count === 0) return { text: [{ text: '0', colour: COLOUR.soft }], indent };
  return {
    text: [{ text: String(count), font: 'semibold' }],
    indent,
    art: ({ inner }) => swatch(doc, code, { x: inner.x, y: inner.y + 0.5, width, height }),
  };
}

export function movesTable({ since, places }: Moves): TableSpec {
  const figure = { width: 42, align: 'right' as const };
  return {
    title: `Levels that have moved since ${since}, Place by Place`,
    columns: [
      { label: 'Place', width: 118, isRowHeader: true },
      { ...figure, label: 'Up' },
      { ...figure, label: 'Down' },
      { ...figure, label: 'Same' },
      { ...figure, width: 58, label: 'Not\ncompared' },
      { label: 'What moved' },
    ],
    padding: { row: 3.5, right: 10 },
    rows: places.map(({ place, up, down, same, uncompared, moved }) => ({
      cells: [place, String(up), String(down), String(same), String(uncompared), moved],
    })),
  };
}
