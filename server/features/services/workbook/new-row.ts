/** A row without a reference: a new entry, or one that is there already under the same name. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { isSameEntry } from '../entry.merge.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';
import { likenessOf } from './likeness.ts';
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
  const likeness = likenessOf(map, made.answers);
  const there = facts.listed.get(likeness);
  const add = { ...place, faults: [], changes: [], add: made.answers, update: null };
  const notes = [...made.notes, ...needNotes(map, made.answers)];
  const twin = facts.before.get(likeness);
  if (twin) {
    const why = `Row ${twin.number} has the ${alikeIn(map)}`;
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
  const why = `There is a ${map.item.noun.one} of the ${alikeIn(map)} in the list`;
  const own = facts.named.get(id);
  if (own) {
    const whose = `${why}, which row ${own.number} is about`;
    const add = { ...place, faults: [], changes: [], add: made, update: null };
    return { ...add, outcome: 'decide', notes: [whose, ...notes], choices: ['add', 'leave'] };
  }
  return {
    ...base,
    outcome: 'decide',
    notes: [why, ...notes],
    choices: ['update', 'add', 'leave'],
    add: made,
    update: { id, revision, answers },
  };
}

/** "same name and sector" */
function alikeIn({ item, items }: OpenMap): string {
  const group = items.find(({ id }) => id === item.groupItem);
  return `same name and ${(group?.label ?? group?.text ?? 'group').toLocaleLowerCase('en-GB')}`;
}
