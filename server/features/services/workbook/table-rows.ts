/** Which entry each row of a table's sheet belongs to: by its reference, or by the entry's name. */
import { folded, shortened } from './choice-words.ts';
import { referenceTitle } from './columns.ts';
import { readReference } from './reference.ts';
import type { SheetRow, UploadedSheets } from './sheets.read.ts';

/** A row that belongs to no entry of the workbook. */
export interface LooseRow {
  readonly sheet: string;
  readonly number: number;
  readonly subject: string;
  readonly fault: string;
}
export interface TableRows {
  /** by the number of the entry's row, then by the table's id */
  readonly of: (rowNumber: number) => ReadonlyMap<string, readonly SheetRow[]>;
  readonly loose: readonly LooseRow[];
}

/** @param nameTitle the column that names an entry */
export function sortTableRows(sheets: UploadedSheets, nameTitle: string): TableRows {
  const byRow = new Map<number, Map<string, SheetRow[]>>();
  const loose: LooseRow[] = [];
  for (const { plan, rows } of sheets.tables) {
    for (const row of rows.rows) {
      const owner = ownerOf(sheets, row, nameTitle);
      if (typeof owner === 'string') {
        const subject = row.cell(sheets.plan.entryTitle);
        loose.push({ sheet: plan.sheet, number: row.number, subject, fault: owner });
      } else {
        const tables = byRow.get(owner.number) ?? new Map<string, SheetRow[]>();
        tables.set(plan.table.id, [...(tables.get(plan.table.id) ?? []), row]);
        byRow.set(owner.number, tables);
      }
    }
  }
  return { of: (number) => byRow.get(number) ?? new Map(), loose };
}

/** The entry's row, or why there is none. */
function ownerOf(
  { entries, plan }: UploadedSheets,
  row: SheetRow,
  nameTitle: string,
): SheetRow | string {
  const reference = readReference(row.cell(referenceTitle));
  if (reference) {
    const same = entries.rows.find(
      (one) => readReference(one.cell(referenceTitle))?.id === reference.id,
    );
    return same ?? `The sheet “${entries.sheet}” has no row with this reference`;
  }
  const name = row.cell(plan.entryTitle);
  if (name === '') return `${plan.entryTitle}: say which one this row is about`;
  const [first, second] = entries.rows.filter(
    (one) => folded(one.cell(nameTitle)) === folded(name),
  );
  if (!first) return `The sheet “${entries.sheet}” has no row named “${shortened(name)}”`;
  return second
    ? `Rows ${first.number} and ${second.number} of “${entries.sheet}” are both named “${shortened(name)}”: give one another name`
    : first;
}
