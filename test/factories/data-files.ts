/** Somebody who takes a round's data away, and reads the files. */
import { expect } from 'vitest';
import { readCsv } from '../../server/adapters/csv.ts';
import { read } from '../../server/adapters/spreadsheet/read.ts';
import { unguarded } from '../../server/domain/set-up/import/table.ts';
import type { TestDatabase } from '../config/database.ts';
import { anAction } from './actions.ts';
import { aGridSystem } from './grid-system.ts';
import { giveEntries, type Reader, type ResultsSystem } from './results.ts';
import { anApp, signedIn, type Visitor } from './visitor.ts';

export const dataFile = '/rounds/spring-2026/export';
/** what an agency wrote: as long as may be, in every direction, and a formula */
export const hostileWords = `=HYPERLINK("https://bad.example")\nمرحبا بالعالم 👶🏽 ${'ŵ𐍈 '.repeat(5000)}`;

export interface DataJson {
  readonly about: Readonly<Record<string, unknown>>;
  readonly [table: string]: unknown;
}
export type DataRecord = Readonly<Record<string, unknown>>;
export type Sheets = ReadonlyMap<string, readonly (readonly string[])[]>;

export function dataReader({ db }: TestDatabase, system: ResultsSystem, reader: Reader) {
  return signedIn(anApp(db), db, system.email(reader));
}

export async function workbook(visitor: Visitor): Promise<Sheets> {
  const response = await visitor.getFile(`${dataFile}.xlsx`);
  expect(response.status).toBe(200);
  const { sheets, fault } = await read(response.body as Uint8Array);
  expect(fault).toBeNull();
  return new Map(sheets.map(({ name, rows }) => [name, rows]));
}

export async function json(visitor: Visitor): Promise<DataJson> {
  const { text, status } = await visitor.get(`${dataFile}.json`);
  expect(status).toBe(200);
  return JSON.parse(text) as DataJson;
}

export async function csv(visitor: Visitor, sheet = ''): Promise<string[][]> {
  const asked = sheet === '' ? '' : `?sheet=${sheet}`;
  const { text } = await visitor.get(`${dataFile}.csv${asked}`);
  return readCsv(text).rows.map(({ cells }) => cells.map(unguarded));
}

/** Rows of a sheet by its columns' names. */
export function named([head = [], ...rows]: readonly (readonly string[])[]): DataRecord[] {
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

export const rowsOf = (data: DataJson, table: string): DataRecord[] => data[table] as DataRecord[];

/** Answers, services and an action, with texts that a spreadsheet would run. */
export async function aFullSystem({ db }: TestDatabase, slug: string): Promise<ResultsSystem> {
  const system = await aGridSystem(db, slug);
  await db('answers')
    .where({ system_id: system.ids.systemId, item_id: 'strategic-leadership' })
    .update({ value: JSON.stringify({ criteria: {}, level: 2, evidence: hostileWords }) });
  const place = system.ids.places.get('place-1');
  await giveEntries(db, system, 'agency-1', [
    {
      agency: 'agency-1',
      name: '+44 Perch',
      places: ['place-1'],
      sector: 'health-visiting',
      status: 'running',
      details: '@secret words',
      levels: ['targeted', 'specialist'],
      ages: { from: -9, to: 24 },
      fundingEnds: '2027-03-31',
      figures: [{ place, level: 'targeted', familiesPerYear: 40, spend: 70_000 }],
    },
    { agency: 'agency-1', name: 'Adrift', places: null },
  ]);
  await anAction(db, system, { what: '-1 for all', place: 'place-1', by: system.email('colm') });
  return system;
}
