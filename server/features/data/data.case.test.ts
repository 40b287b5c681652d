/** The published case as data: the 24 colours of its strategy, in each file, and the figures of its pages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  csv,
  dataReader,
  json,
  named,
  rowsOf,
  workbook,
} from '../../../test/factories/data-files.ts';
import { aPublishedCase, type Colours } from '../../../test/factories/published-case.ts';
import { sectionOf } from '../../../test/factories/report-pages.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();

describe('the data of Lancashire and South Cumbria', () => {
  let ifeoma: Visitor;
  let expected: Colours;
  beforeAll(async () => {
    const published = await aPublishedCase(database.db, 'published');
    expected = published.expected;
    ifeoma = await dataReader(database, published.system, 'ifeoma');
  });
  const coloursIn = (rows: readonly Readonly<Record<string, unknown>>[]): Colours => {
    const colours: Record<string, Record<string, string>> = {};
    for (const { element, place, rag } of rows) {
      colours[String(element)] = { ...colours[String(element)], [String(place)]: String(rag) };
    }
    return colours;
  };

  it('has its 24 colours in the workbook, in CSV and in JSON', async () => {
    const sheet = (await workbook(ifeoma)).get('scores') ?? [];
    expect(coloursIn(named(sheet))).toEqual(expected);
    expect(coloursIn(named(await csv(ifeoma)))).toEqual(expected);
    expect(coloursIn(rowsOf(await json(ifeoma), 'scores'))).toEqual(expected);
  });

  it('names the strategy that its rules come from, and what it rests on', async () => {
    const { about } = await json(ifeoma);
    expect(about['credits']).toHaveLength(2);
    expect(String(about['notes'])).toContain('Every assigned agency is taken to have submitted.');
    const readMe = (await workbook(ifeoma)).get('read me') ?? [];
    expect(readMe.flat()).toEqual(expect.arrayContaining(about['notes'] as string[]));
  });

  it('says which edition of the results it is', async () => {
    expect((await json(ifeoma)).about).toMatchObject({ draft: false, edition: 1, editionNote: '' });
    const readMe = (await workbook(ifeoma)).get('read me') ?? [];
    expect(readMe.find(([name]) => name === 'Edition')?.[2]).toMatch(/^1/);
  });

  it('counts the running services of a Place as its page does', async () => {
    const data = await json(ifeoma);
    const lancashire = rowsOf(data, 'places').find(({ place }) => place === 'lancashire');
    expect(lancashire?.['coverage']).toMatchObject({
      'health-visiting': { universal: 1, targeted: 0, specialist: 0 },
    });
    const page = await ifeoma.get('/rounds/spring-2026/places/lancashire/report');
    const services = sectionOf(page.text, 'services');
    expect(services).toMatch(/Health visiting Universal 1 Targeted 0 .*?Specialist 0 /);
    const here = rowsOf(data, 'entries').filter(({ places }) =>
      (places as string[] | null)?.includes('lancashire'),
    );
    expect(here.length).toBeGreaterThan(0);
    expect(here.filter(({ name }) => !services.includes(String(name)))).toEqual([]);
  });
});
