/** A row without a reference: a new entry, or one that is there already under the same name. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { entryColumns } from '../entry.columns.ts';
import { isSameEntry } from '../entry.merge.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';
import { folded } from './choice-words.ts';
import { faulty, placeOf, type PlannedRow, type RowFacts } from './planned-row.ts';
import { answersOf, differences, needNotes, withoutName } from './row-words.ts';
import { readRow, withChanges, type RowRead } from './row.read.ts';

export function planNew(facts: RowFacts): PlannedRow {
  const { map, sheets, row, tables } = facts;
  const place = placeOf(facts);
  const read = readRow(sheets, row, {}, tables, map.fields);
  const made = answersOf(map, withChanges({}, read.changes));
  const faults = [...read.faults, ...withoutName(map, made.answers, read)];
  if (faults.length > 0) return faulty(place, faults);
  const twin = twinOf(facts, made.answers);
  const there = facts.entries.find(
    (entry) => !entry.removedAt && isAlike(map, entry, made.answers),
  );
  const add = { ...place, faults: [], changes: [], add: made.answers, update: null };
  const notes = [...made.notes, ...needNotes(map, made.answers)];
  if (twin) {
    const why = `Row ${twin.number} has the same name and ${groupWord(map)}`;
    return { ...add, outcome: 'decide', notes: [why, ...notes], choices: ['add', 'leave'] };
  }
  if (there) return planAgain(facts, { there, read, made: made.answers, notes });
  return { ...add, outcome: 'add', notes, choices: ['add', 'leave'] };
}

interface Again {
  readonly there: StoredEntry;
  readonly read: RowRead;
  readonly made: SimpleAnswers;
  readonly notes: readonly string[];
}

/** Empty cells say nothing of an entry that is there. */
function planAgain(facts: RowFacts, { there, read, made, notes }: Again): PlannedRow {
  const { map } = facts;
  const { answers } = answersOf(map, withChanges(there.answers, read.changes));
  const place = placeOf(facts);
  const base = { ...place, faults: [], changes: differences(map, there.answers, answers) };
  if (isSameEntry(map.items, there.answers, answers)) {
    return { ...base, outcome: 'same', notes: [], choices: [], add: null, update: null };
  }
  const { id, revision } = there;
  const why = `There is a ${map.item.noun.one} of the same name and ${groupWord(map)} in the list`;
  return {
    ...base,
    outcome: 'decide',
    notes: [why, ...notes],
    choices: ['update', 'add', 'leave'],
    add: made,
    update: { id, revision, answers },
  };
}

/** A row above that adds or changes an entry of the same name and group. */
function twinOf({ map, before }: RowFacts, answers: SimpleAnswers): PlannedRow | undefined {
  return before.find((row) => {
    const other = row.add ?? row.update?.answers;
    return other !== undefined && keyOf(map, other) === keyOf(map, answers);
  });
}

function isAlike(map: OpenMap, { answers }: StoredEntry, other: SimpleAnswers): boolean {
  return keyOf(map, answers) === keyOf(map, other);
}

function keyOf({ item }: OpenMap, answers: SimpleAnswers): string {
  const { name, groupId } = entryColumns(item, answers);
  return `${groupId ?? ''} ${folded(name)}`;
}

function groupWord({ item, items }: OpenMap): string {
  const group = items.find(({ id }) => id === item.groupItem);
  return (group?.label ?? group?.text ?? 'group').toLocaleLowerCase('en-GB');
}
