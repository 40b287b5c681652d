/** Reads one row of an uploaded workbook against the entry that it came from: only what was changed in it counts. */
import { isDeepStrictEqual } from 'node:util';
import type { SimpleAnswer, SimpleAnswers } from '../../../domain/answers/answers.ts';
import type { FieldContext } from '../../../web/fields/field.ts';
import { cellOf, cellText } from './cells.ts';
import { nameOf, type PlainItem, type WorkbookColumn } from './columns.ts';
import { readCells, type CellsRead } from './item.cells.ts';
import type { SheetRow, UploadedSheets } from './sheets.read.ts';
import { answerTexts, readTable, rowTexts } from './table.cells.ts';

/** What a row says of an item that it does not leave as it was; undefined: the cell was emptied. */
export interface RowChange {
  readonly itemId: string;
  readonly answer: SimpleAnswer | undefined;
}
export interface RowRead {
  readonly changes: readonly RowChange[];
  /** sentences that name the column */
  readonly faults: readonly string[];
}

/**
 * @param base the entry as the workbook was made from it; nothing for a new row
 * @param tableRows of this entry, by the table's id
 */
export function readRow(
  sheets: UploadedSheets,
  row: SheetRow,
  base: SimpleAnswers,
  tableRows: ReadonlyMap<string, readonly SheetRow[]>,
  fields: FieldContext,
): RowRead {
  const plain = itemsOf(sheets).map(({ item, columns }) => {
    const texts = columns.map(({ title }) => row.cell(title));
    const before = columns.map((column) =>
      cellText(cellOf(column, answerOf(base, item.id), fields)),
    );
    const isSame = isDeepStrictEqual(texts, before);
    return { item, read: isSame ? undefined : readCells(item, texts, fields) };
  });
  const tables = sheets.tables.map(({ plan }) => {
    const rows = tableRows.get(plan.table.id) ?? [];
    const before = answerTexts(plan, answerOf(base, plan.table.id), fields);
    const isSame = isDeepStrictEqual(rowTexts(plan, rows), before);
    return { item: plan.table, read: isSame ? undefined : readTable(plan, rows, fields) };
  });
  return {
    changes: [...plain, ...tables].flatMap(({ item, read }) => changeOf(item.id, read)),
    faults: [
      ...plain.flatMap(({ item, read }) =>
        (read?.faults ?? []).map((fault) => `${nameOf(item)}: ${fault}`),
      ),
      ...tables.flatMap(({ read }) => read?.faults ?? []),
    ],
  };
}

function changeOf(itemId: string, read: CellsRead | undefined): RowChange[] {
  return read?.faults.length === 0 ? [{ itemId, answer: read.value }] : [];
}

function answerOf(answers: SimpleAnswers, id: string): SimpleAnswer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

interface ItemColumns {
  readonly item: PlainItem;
  readonly columns: readonly WorkbookColumn<PlainItem>[];
}

/** The items of which the workbook has a column. */
function itemsOf({ plan, entries }: UploadedSheets): readonly ItemColumns[] {
  const ids = [...new Set(plan.columns.map(({ item }) => item.id))];
  return ids.flatMap((id) => {
    const columns = plan.columns.filter(({ item }) => item.id === id);
    const [first] = columns;
    return first && columns.some(({ title }) => entries.has(title))
      ? [{ item: first.item, columns }]
      : [];
  });
}

/** The answers with the row's changes made. */
export function withChanges(answers: SimpleAnswers, changes: readonly RowChange[]): SimpleAnswers {
  const kept = Object.entries(answers).filter(
    ([id]) => !changes.some(({ itemId }) => itemId === id),
  );
  const made = changes.flatMap(({ itemId, answer }) =>
    answer === undefined ? [] : [[itemId, answer] as const],
  );
  return Object.fromEntries([...kept, ...made]);
}
