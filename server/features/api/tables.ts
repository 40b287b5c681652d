/** The lists of a round's rows that the interface gives: what tells rows apart, and by which fields they are asked for. */
import { actionsFields } from '../../results/data/actions.table.ts';
import { answersFields } from '../../results/data/answers.table.ts';
import { instrumentFields } from '../../results/data/instrument.table.ts';
import { placesFields } from '../../results/data/places.table.ts';
import { scoresFields } from '../../results/data/scores.table.ts';
import { systemFields } from '../../results/data/system.table.ts';
import type { Field, TableName } from '../../results/data/table.ts';

export interface RowList {
  /** last part of its address */
  readonly name: string;
  /** a sentence */
  readonly about: string;
  /** of a round's data; null: rounds themselves */
  readonly table: TableName | null;
  /** only rows that have this field; null: all of the table */
  readonly having: string | null;
  /** null: beside these few, what the round's own instrument asks */
  readonly fields: readonly Field[] | null;
  /** fields that together tell a row from every other */
  readonly key: readonly string[];
  /** fields by whose value rows are asked for */
  readonly filters: readonly Filter[];
  /** the field that `changedSince` is held against; null: there is no such filter */
  readonly changed: string | null;
}
export const filterNames = ['place', 'domain', 'element', 'item', 'status'] as const;
export type Filter = (typeof filterNames)[number];

/** Ids that each filter may name in a round. */
export type KnownIds = Readonly<Record<Filter, readonly string[]>>;

export const rowLists: readonly RowList[] = [
  {
    name: 'places',
    about: 'One row for each Place: who was asked and has answered, and what runs there.',
    table: 'places',
    having: null,
    fields: placesFields,
    key: ['place'],
    filters: ['place'],
    changed: null,
  },
  {
    name: 'scores',
    about: 'One row for each domain and each support element in each Place.',
    table: 'scores',
    having: null,
    fields: scoresFields,
    key: ['place', 'domain', 'element'],
    filters: ['place', 'domain', 'element'],
    changed: null,
  },
  {
    name: 'elements',
    about: 'Of the scores, the rows of support elements.',
    table: 'scores',
    having: 'element',
    fields: scoresFields,
    key: ['place', 'element'],
    filters: ['place', 'element'],
    changed: null,
  },
  {
    name: 'system',
    about: 'One row for each domain over all Places: lowest, median, highest and the equity gap.',
    table: 'system',
    having: null,
    fields: systemFields,
    key: ['domain'],
    filters: ['domain'],
    changed: null,
  },
  {
    name: 'entries',
    about: 'One row for each service of the service map, with a field for each question.',
    table: 'entries',
    having: null,
    fields: null,
    key: ['id'],
    filters: ['place'],
    changed: null,
  },
  {
    name: 'answers',
    about: 'One row for each submitted answer: for coordinators only.',
    table: 'answers',
    having: null,
    fields: answersFields,
    key: ['response', 'item'],
    filters: ['place', 'item'],
    changed: 'submittedAt',
  },
  {
    name: 'actions',
    about: 'One row for each action of this round and those before it.',
    table: 'actions',
    having: null,
    fields: actionsFields,
    key: ['id'],
    filters: ['place', 'status'],
    changed: 'changedAt',
  },
  {
    name: 'instrument',
    about: 'One row for each question, criterion, option and support element that the round asks.',
    table: 'instrument',
    having: null,
    fields: instrumentFields,
    key: ['instrument', 'kind', 'of', 'id'],
    filters: [],
    changed: null,
  },
];
