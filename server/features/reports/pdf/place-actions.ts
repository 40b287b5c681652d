/** What is being done in a Place: every action that its page lists. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { headedTable } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { PlaceActionsView, PlaceActionView } from '../place-actions.view.ts';

type Listed = Pick<PlaceActionsView, 'first' | 'more' | 'summary'>;

const NAMED = { name: 'actions' } as const;

/** @param address of the report's page: links lead from it */
export function writeActions(
  doc: PdfDocument,
  { first, more, summary }: Listed,
  address: string,
): void {
  const actions = [...first, ...more];
  if (actions.length === 0) {
    h2(doc, 'Actions', NAMED);
    paragraph(doc, summary);
    return;
  }
  headedTable(doc, 'Actions', actionTable(actions, address), NAMED);
  skip(doc, 5);
  note(doc, summary);
}

/** The first of them, as the page shows them unfolded. @param address of the report's page */
export function writeActionsInShort(
  doc: PdfDocument,
  { first, more, summary }: PlaceActionsView,
  address: string,
): void {
  const rest = more.length > 0 ? ' The others stand in the full report.' : '';
  writeActions(doc, { first, more: [], summary: `${summary}${rest}` }, address);
}

/** @param address of the page that the links lead from */
export function actionTable(actions: readonly PlaceActionView[], address: string): TableSpec {
  return {
    title: 'Actions, overdue and stuck first',
    columns: [
      { label: 'What', isRowHeader: true },
      { label: 'Owner', width: 108 },
      { label: 'Due', width: 68 },
      { label: 'Status', width: 60 },
      { label: 'Level aimed at', width: 70 },
    ],
    padding: { row: 3.5, right: 8 },
    rows: actions.map((action) => ({
      cells: [
        { text: whatOf(action, address) },
        action.owner,
        action.due,
        { text: statusOf(action) },
        action.level,
      ],
    })),
  };
}

function whatOf({ what, href, source }: PlaceActionView, address: string): Run[] {
  const link = { text: what, href: new URL(href, address).href, colour: COLOUR.brand };
  if (source === '') return [link];
  const below = { font: 'regular', size: TYPE.note.size, colour: COLOUR.soft } as const;
  return [link, { text: `\n${source}`, ...below }];
}

function statusOf({ status, alarm }: PlaceActionView): Run[] {
  return [
    { text: status },
    ...(alarm === '' ? [] : [{ text: `\n${alarm}`, font: 'semibold' as const }]),
  ];
}
