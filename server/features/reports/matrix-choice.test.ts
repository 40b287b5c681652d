/** The matrix filtered and put in order by its address, on a real database. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { cellsOf, wordsOf } from '../../../test/factories/report-pages.ts';
import { aPlanOf, aResultsSystem, giveLevels } from '../../../test/factories/results.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const report = '/rounds/spring-2026/report';

/** The domains that stand in the matrix, from the top. */
function shownIn(html: string): string[] {
  const table = html.split('<table class="mx"')[1]?.split('</table>')[0] ?? '';
  return [...table.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, name]) => name ?? '');
}

describe('a matrix of two Places', () => {
  let visitor: Visitor;
  let whole: string;
  beforeAll(async () => {
    const { db } = database;
    const system = await aResultsSystem(db, aPlanOf('chosen', { places: 2, agencies: 2 }));
    const both = { 'strategic-leadership': 1, 'financial-investment': 0 };
    for (const agency of ['agency-1', 'agency-2']) {
      await giveLevels(
        db,
        system,
        { agency, place: 'place-1' },
        { ...both, 'outcomes-and-impact': 2 },
      );
    }
    await giveLevels(
      db,
      system,
      { agency: 'agency-1', place: 'place-2' },
      {
        'strategic-leadership': 4,
        'financial-investment': 2,
        'outcomes-and-impact': 0,
      },
    );
    await giveLevels(
      db,
      system,
      { agency: 'agency-2', place: 'place-2' },
      {
        'outcomes-and-impact': 3,
      },
    );
    visitor = await signedIn(anApp(db), db, system.email('colm'));
    whole = (await visitor.get(report)).text;
  });

  it('shows the domains with a colour, counts them, and leads back to all', async () => {
    const { text } = await visitor.get(`${report}?show=red`);
    expect(shownIn(text)).toEqual(['Strategic leadership', 'Financial investment']);
    expect(wordsOf(text)).toContain('2 of 11 domains shown: red in one Place or more. Show all');
    expect(text).toContain(`href="${report}#matrix">Show all</a>`);
  });

  it('leaves the sentence on top and the figures to the whole', async () => {
    const { text } = await visitor.get(`${report}?show=discuss&sort=name`);
    expect(shownIn(text)).toEqual(['Outcomes and impact']);
    const [lede] = /<p class="lede">.*?<\/p>/s.exec(whole) ?? [''];
    const [facts] = /<dl class="facts">.*?<\/dl>/s.exec(whole) ?? [''];
    expect(lede).not.toBe('');
    expect(text).toContain(lede);
    expect(text).toContain(facts);
  });

  it('puts the largest equity gap first', async () => {
    const { text } = await visitor.get(`${report}?sort=gap`);
    expect(shownIn(text).slice(0, 3)).toEqual([
      'Strategic leadership',
      'Financial investment',
      'Outcomes and impact',
    ]);
    expect(wordsOf(text)).toContain('11 of 11 domains shown. In order: largest equity gap first.');
    const byName = await visitor.get(`${report}?sort=name`);
    expect(shownIn(byName.text)[0]).toBe('Capacity building activities');
  });

  it('says so where nothing fits, and keeps the elements', async () => {
    const { text } = await visitor.get(`${report}?show=changed`);
    expect(shownIn(text)).toEqual([]);
    expect(wordsOf(text)).toContain('0 of 11 domains shown');
    expect(wordsOf(text)).toContain('Nothing fits this choice');
    expect(wordsOf(text)).toContain('Six elements of support');
  });

  it('has each figure lead to what it counts, none to nothing', () => {
    const figures = [...whole.matchAll(/<a class="traced" href="([^"]+)">(\d+)/g)].map(
      ([, href, value]) => [href, value],
    );
    expect(figures).toEqual([
      [`${report}?show=discuss#matrix`, '1'],
      [`${report}?show=red#matrix`, '2'],
      [`${report}?show=amber#matrix`, '2'],
      [`${report}?show=green#matrix`, '1'],
      [`${report}?show=white#matrix`, '16'],
      ['/rounds/spring-2026/progress', '4'],
    ]);
  });

  it('is whole where the address asks for what there is not', async () => {
    const { text } = await visitor.get(`${report}?show=pink&sort=up`);
    expect(shownIn(text)).toHaveLength(11);
    expect(cellsOf(text, 'Strategic leadership')).toHaveLength(2);
    expect(text).not.toContain('mxfound');
  });
});

it('agencies of a Place stand in the order in which people count', async () => {
  const { db } = database;
  const system = await aResultsSystem(db, aPlanOf('counted', { places: 1, agencies: 11 }));
  const visitor = await signedIn(anApp(db), db, system.email('colm'));
  const { text } = await visitor.get('/rounds/spring-2026/places/place-1/report');
  const names = [...text.matchAll(/>(Agency \d+)</g)].map(([, name]) => name);
  expect([...new Set(names)].slice(0, 3)).toEqual(['Agency 1', 'Agency 2', 'Agency 3']);
});
