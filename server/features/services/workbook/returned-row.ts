/** A row that came from the list: what it changes, and what somebody else has changed in the meantime. */
import { isSameEntry, mergeEntry, type Merge } from '../entry.merge.ts';
import type { StoredEntry } from '../services.queries.ts';
import { faulty, placeOf, type PlannedRow, type RowFacts } from './planned-row.ts';
import type { Reference } from './reference.ts';
import { answersOf, differences, needNotes, withoutName } from './row-words.ts';
import { readRow, withChanges } from './row.read.ts';

export function planReturned(
  facts: RowFacts,
  entry: StoredEntry,
  reference: Reference,
): PlannedRow {
  const { map, sheets, row, tables } = facts;
  const place = placeOf(facts);
  const twin = twinOf(facts, reference);
  if (twin !== undefined) {
    const text = `Reference: row ${twin} has the same. Empty the cell to add this row as a new one`;
    return faulty(place, [text]);
  }
  const base = facts.baseOf(reference) ?? entry.answers;
  const read = readRow(sheets, row, base, tables, map.fields);
  const mine = answersOf(map, withChanges(base, read.changes));
  const faults = [...read.faults, ...withoutName(map, mine.answers, read)];
  if (faults.length > 0) return faulty(place, faults);
  return decided(
    facts,
    entry,
    mergeEntry(map.items, base, entry.answers, mine.answers),
    mine.notes,
  );
}

/** What the list already has is nothing to do, and what both changed is for somebody to decide. */
function decided(
  facts: RowFacts,
  entry: StoredEntry,
  { answers, differences: others }: Merge,
  notes: readonly string[],
): PlannedRow {
  const { map } = facts;
  const row = { ...placeOf(facts), faults: [], add: null };
  if (isSameEntry(map.items, entry.answers, answers)) {
    return { ...row, outcome: 'same', notes: [], changes: [], choices: [], update: null };
  }
  const clashes = others.filter(({ clash }) => clash).length;
  const { id, revision } = entry;
  return {
    ...row,
    outcome: clashes > 0 ? 'decide' : 'update',
    notes: [...clashNotes(entry, clashes), ...notes, ...needNotes(map, answers)],
    changes: differences(map, entry.answers, answers),
    choices: ['update', 'leave'],
    update: { id, revision, answers },
  };
}

/** The number of a row above that names the same entry. */
function twinOf({ named, row }: RowFacts, { id }: Reference): number | undefined {
  const first = named.get(id);
  return first && first.number < row.number ? first.number : undefined;
}

function clashNotes({ updatedBy }: StoredEntry, count: number): string[] {
  if (count === 0) return [];
  return [
    `${updatedBy} changed ${count === 1 ? 'an answer' : 'answers'} here too since the workbook was downloaded`,
  ];
}
