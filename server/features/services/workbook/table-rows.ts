/** Which entry each row of a table's sheet belongs to: by its reference, or by the entry's name. */
import { folded, shortened } from './choice-words.ts';
import { referenceTitle } from './columns.ts';
import { readReference, rowsByReference } from './reference.ts';
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
  const owners: Owners = {
    byReference: rowsByReference(sheets.entries),
    byName: rowsByName(sheets, nameTitle),
  };
  for (const { plan, rows } of sheets.tables) {
    for (const row of rows.rows) {
      const owner = ownerOf(sheets, owners, row);
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

interface Owners {
  readonly byReference: ReadonlyMap<string, SheetRow>;
  readonly byName: ReadonlyMap<string, readonly SheetRow[]>;
}

function rowsByName({ entries }: UploadedSheets, nameTitle: string): Owners['byName'] {
  const found = new Map<string, SheetRow[]>();
  for (const row of entries.rows) {
    const name = folded(row.cell(nameTitle));
    const rows = found.get(name);
    if (rows) rows.push(row);
    else found.set(name, [row]);
  }
  return found;
}

/** The entry's row, or why there is none. */
function ownerOf(
  { entries, plan }: UploadedSheets,
  { byReference, byName }: Owners,
  row: SheetRow,
): SheetRow | string {
  const reference = readReference(row.cell(referenceTitle));
  if (reference) {
    return (
      byReference.get(reference.id) ?? `The sheet “${entries.sheet}” has no row with this reference`
    );
  }
  const name = row.cell(plan.entryTitle);
  if (name === '') return `${plan.entryTitle}: say which one this row is about`;
  const [first, second] = byName.get(folded(name)) ?? [];
  if (!first) return `The sheet “${entries.sheet}” has no row named “${shortened(name)}”`;
  return second
    ? `Rows ${first.number} and ${second.number} of “${entries.sheet}” are both named “${shortened(name)}”: give one another name`
    : first;
}
