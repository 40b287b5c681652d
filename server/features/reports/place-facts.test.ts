/** The strip of figures at the top of a Place's page: each leads to what it counts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveLevels,
  type ResultsSystem,
} from '../../../test/factories/results.ts';
import { anApp, signedIn } from '../../../test/factories/visitor.ts';

const database = useDatabase();
let system: ResultsSystem;

beforeAll(async () => {
  system = await aResultsSystem(database.db, aPlanOf('facts', { places: 2, agencies: 2 }));
  await giveLevels(
    database.db,
    system,
    { agency: 'agency-1', place: 'place-1' },
    { 'strategic-leadership': 2 },
  );
});

/** The strip's figures by label, with the address that each leads to; and the page. */
async function stripOf(place: string) {
  const visitor = await signedIn(anApp(database.db), database.db, system.email('colm'));
  const { text } = await visitor.get(`/rounds/spring-2026/places/${place}/report`);
  const [strip = ''] = /<dl class="facts">.*?<\/dl>/s.exec(text) ?? [];
  const figures = strip.split('<dt>').slice(1);
  const links = figures.map((figure): [string, string] => [
    /^[^<]+/.exec(figure)?.[0] ?? '',
    /<a class="traced" href="([^"]*)"/.exec(figure)?.[1] ?? '',
  ]);
  return { links: new Map(links), text };
}

describe('the figures at the top of a Place’s page', () => {
  it('lead to who answered, to the domains and to the elements, on the page', async () => {
    const { links, text } = await stripOf('place-1');
    expect([...links]).toEqual([
      ['answered the grid, of 2', '#answered'],
      ['domains agreed, of 11', '#views'],
      ['domains to discuss', '#views'],
      ['domains red', '#views'],
      ['answered the service map, of 2', '#answered'],
      ['elements red, of 6', '#elements'],
    ]);
    for (const href of links.values()) expect(text).toContain(`id="${href.slice(1)}"`);
  });

  it('lead nowhere while what they count is not listed', async () => {
    const { links, text } = await stripOf('place-2');
    expect(text).not.toContain('id="views"');
    expect(new Set(links.values())).toEqual(new Set(['#answered', '']));
  });
});
