import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aServiceMap } from '../../../../test/factories/service-map.ts';
import { read } from '../../../adapters/spreadsheet/read.ts';
import { write } from '../../../adapters/spreadsheet/write.ts';
import { ageWords } from '../../../domain/answers/age-words.ts';
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import type { Definition } from '../../../domain/instrument/definition.ts';
import { choicesIn } from '../../../domain/instrument/choices.ts';
import { entriesItem } from '../../../domain/instrument/items.ts';
import { entryItems } from '../entry.columns.ts';
import { keepShown } from '../entry.form.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';
import { planImport } from './import-plan.ts';
import { readSheets } from './sheets.read.ts';
import { toWorkbook } from './workbook.view.ts';

const now = new Date('2026-03-18T14:02:00Z');
const places = ['Ystrad; Fawr', 'Łódź', '=Quillby'].map((name, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  name,
}));

/** What the workbook needs of an open map. */
function mapOf(definition: Definition): OpenMap {
  const item = entriesItem(definition);
  const section = definition.sections[0];
  if (!item || !section) throw new Error('there are no entries');
  return {
    ...{ definition, item, section, places, servedIds: [], groups: [] },
    items: entryItems(item),
    fields: {
      ageWords,
      choicesOf: choicesIn(
        definition,
        places.map(({ id, name }) => ({ id, label: name })),
      ),
    },
    response: {
      ...{ id: 'r', status: 'draft', revision: 1, updatedAt: null, submittedAt: null },
      ...{ submittedBy: null, keyedBy: null, returnedAt: null, returnedBy: null },
      ...{ returnReason: null, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
      ...{ versionId: 'v', agencyId: 'a', agencyName: 'Kingfisher', placeId: null },
      ...{ agencySlug: 'kingfisher', onPaper: false },
      ...{ placeName: null, roundId: 'o', roundSlug: 'spring', roundName: 'Spring' },
      ...{ roundStatus: 'open', closesAt: null, carriedFrom: null },
    },
    ...{ own: true, keying: false, writable: true, answerable: false, onlyPlaces: null },
  };
}

const map = mapOf(aServiceMap());

const pieces = fc.constantFrom(
  ...['ŵ', 'Ŷ', 'ż', 'Ł', '👶🏽', '\n', '\t', '=', '+1', '-', '@', "'", '"', '<', '&', ';', ' '],
  ...[
    '_x0041_',
    '\u0001',
    '\u0085',
    '\ufffd',
    '\uffff',
    'constructor',
    '__proto__',
    'x',
    '0',
    'TRUE',
  ],
);
const text = (most: number) =>
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 })
    .map((parts) => Array.from(parts.join('').replaceAll('\0', '')).slice(0, most).join('').trim())
    .filter((made) => made !== '' && !/\p{Cs}/u.test(made) && !made.includes('\r'));
const placeIds = fc.subarray(
  places.map(({ id }) => id),
  { minLength: 1 },
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const answers: fc.Arbitrary<SimpleAnswers> = fc
  .record({
    name: text(40),
    sector: maybe(fc.constantFrom('midwifery', 'other')),
    places: maybe(fc.oneof(placeIds, fc.constant(null))),
    status: maybe(fc.constantFrom('running', 'in-development', 'ended')),
    restrictions: maybe(fc.oneof(fc.subarray(['age', 'threshold']), fc.constant(null))),
    restrictionDetail: maybe(text(100)),
    interventions: maybe(fc.subarray(['vig', 'peep'], { minLength: 1 })),
    ages: maybe(
      fc
        .tuple(fc.integer({ min: -9, max: 299 }), fc.integer({ min: 1, max: 30 }))
        .map(([from, more]) => ({ from, to: Math.min(from + more, 300) })),
    ),
    ends: maybe(
      fc
        .date({ min: new Date('0002-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    ),
    spend: maybe(fc.integer({ min: 0, max: 1_000_000 })),
    wte: maybe(fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)),
    figures: maybe(
      fc.array(
        fc.record({
          place: fc.constantFrom(...places.map(({ id }) => id)),
          families: fc.nat(5000),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    ),
    years: maybe(fc.constant([{ row: '2026', amount: 7 }])),
  })
  .map((made) => {
    const given = Object.entries(made).filter(([, answer]) => answer !== undefined);
    return keepShown(map.items, Object.fromEntries(given) as SimpleAnswers);
  });

const entriesOf = (all: readonly SimpleAnswers[]): StoredEntry[] =>
  all.map((one, index) => ({
    id: `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: typeof one['name'] === 'string' ? one['name'] : '',
    answers: one,
    revision: 3,
    updatedAt: now,
    updatedBy: 'Siân',
    removedAt: null,
  }));

async function uploaded(entries: readonly StoredEntry[]) {
  const { sheets } = await read(await write(toWorkbook(map, entries, now)));
  return readSheets(map.item, sheets);
}

describe('a workbook that is downloaded', () => {
  it('uploads again without a difference, whatever stands in it', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 6 }), async (all) => {
        const entries = entriesOf(all);
        const upload = await uploaded(entries);
        if (upload.sheets === null) throw new Error(upload.faults.join('. '));
        expect(upload.notes).toEqual([]);
        const known = (id: string) => entries.find((entry) => entry.id === id)?.answers;
        const { sheets } = upload;
        const rows = planImport({ map, sheets, entries, baseOf: ({ id }) => known(id) });
        expect(rows.map(({ outcome }) => outcome)).toEqual(entries.map(() => 'same'));
      }),
      { numRuns: 60 },
    );
  });

  it(
    'adds the same entries to an empty list when its references are taken out',
    { timeout: 60_000 },
    async () => {
      // Dates before 1900 are written as text, and read back all the same.
      await fc.assert(
        fc.asyncProperty(answers, async (one) => {
          const upload = await uploaded(entriesOf([one]));
          if (upload.sheets === null) throw new Error(upload.faults.join('. '));
          const strip = <T extends { readonly cell: (title: string) => string }>(row: T): T => ({
            ...row,
            cell: (title: string) => (title.startsWith('Reference') ? '' : row.cell(title)),
          });
          const { sheets } = upload;
          const bare = {
            ...sheets,
            entries: { ...sheets.entries, rows: sheets.entries.rows.map(strip) },
            tables: sheets.tables.map(({ plan, rows }) => ({
              plan,
              rows: { ...rows, rows: rows.rows.map(strip) },
            })),
          };
          const [row] = planImport({ map, sheets: bare, entries: [], baseOf: () => undefined });
          expect(row?.faults).toEqual([]);
          expect(row?.add).toEqual(one);
        }),
        { numRuns: 60 },
      );
    },
  );
});

it('changes no entry twice: a row without a reference leaves it to the row that has one', () => {
  const [entry] = entriesOf([{ name: 'Visits', sector: 'midwifery' }]);
  if (!entry) throw new Error('there is no entry');
  const read = readSheets(map.item, [
    {
      name: 'Services',
      rows: [
        ['Name', 'Sector', 'Status', 'Reference'],
        ['Home visits', 'Midwifery', '', `${entry.id}/3`],
        ['Visits', 'Midwifery', 'Running', ''],
      ],
    },
  ]);
  if (read.sheets === null) throw new Error(read.faults.join('. '));
  const baseOf = () => entry.answers;
  const rows = planImport({ map, sheets: read.sheets, entries: [entry], baseOf });
  expect(rows.map(({ outcome, choices }) => [outcome, ...choices])).toEqual([
    ['update', 'update', 'leave'],
    ['decide', 'add', 'leave'],
  ]);
  expect(rows[1]?.notes[0]).toContain('in the list, which row 2 is about');
});
