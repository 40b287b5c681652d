/** What storing an uploaded workbook would do, row by row: decided purely, before the preview and again before storing. */
import { shortened } from './choice-words.ts';
import { byLikeness, likenessOfRow } from './likeness.ts';
import { planNew } from './new-row.ts';
import {
  faulty,
  placeOf,
  type ImportFacts,
  type PlannedRow,
  type RowFacts,
} from './planned-row.ts';
import { readReference, rowsByReference } from './reference.ts';
import { planReturned } from './returned-row.ts';
import { referenceTitle } from './columns.ts';
import { sortTableRows } from './table-rows.ts';

/** In the workbook's order; rows of tables that belong to no entry come last. */
export function planImport(facts: ImportFacts): readonly PlannedRow[] {
  const { sheets, map, entries } = facts;
  const title = sheets.plan.columns.find(({ item }) => item.id === map.item.titleItem)?.title ?? '';
  const tableRows = sortTableRows(sheets, title);
  const before = new Map<string, PlannedRow>();
  const known = {
    named: rowsByReference(sheets.entries),
    listed: byLikeness(map, entries),
    before,
  };
  const planned: PlannedRow[] = [];
  for (const row of sheets.entries.rows) {
    const tables = tableRows.of(row.number);
    const decided = planRow({ ...facts, ...known, row, tables, title });
    const likeness = likenessOfRow(map, decided);
    if (likeness !== undefined && !before.has(likeness)) before.set(likeness, decided);
    planned.push(decided);
  }
  const loose = tableRows.loose.map(({ sheet, number, subject, fault }) =>
    faulty({ sheet, number, subject }, [fault]),
  );
  return [...planned, ...loose];
}

function planRow(facts: RowFacts): PlannedRow {
  const typed = facts.row.cell(referenceTitle);
  if (typed === '') return planNew(facts);
  const reference = readReference(typed);
  const entry = facts.entries.find(({ id }) => id === reference?.id);
  if (reference && entry && !entry.removedAt) return planReturned(facts, entry, reference);
  const { one } = facts.map.item.noun;
  const why = entry
    ? `this ${one} was removed from the list. Put it back first, or empty the cell to add it anew`
    : `“${shortened(typed)}” belongs to no ${one} of this list. Empty the cell to add the row as a new one`;
  return faulty(placeOf(facts), [`Reference: ${why}`]);
}
