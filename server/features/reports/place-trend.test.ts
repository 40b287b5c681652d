/** A Place's levels from round to round, on its page and on paper. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  inFull,
  patient,
  placeReport,
  useDownloads,
} from '../../../test/factories/report-downloads.ts';
import { sectionOf } from '../../../test/factories/report-pages.ts';
import { addRound, aPlanOf, aResultsSystem, giveLevels } from '../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../test/factories/system.ts';

const database = useDatabase();
const downloads = useDownloads(database);

/** Levels of strategic leadership in rounds of the grid, the last of them `spring-2026`. */
async function aSystemOf(slug: string, earlier: readonly number[]) {
  const { db } = database;
  const system = await aResultsSystem(db, aPlanOf(slug, { places: 1, agencies: 1 }));
  const definitions = shippedDefinitions().slice(0, 1);
  const asked = { agency: 'agency-1', place: 'place-1' };
  const levelled = (level: number) => ({ 'strategic-leadership': level });
  for (const [n, level] of earlier.entries()) {
    // the round of the results stands at 2
    const round = { slug: `before-${n}`, status: 'published', position: n - 5 } as const;
    const roundId = await addRound(db, system.ids, { ...round, definitions });
    await giveLevels(db, { ids: system.ids, roundId }, asked, levelled(level));
  }
  await giveLevels(db, system, asked, levelled(3));
  return downloads.signIn(system.email('colm'));
}

it('three rounds make a trend, the same on the page and in the PDF', patient, async () => {
  const visitor = await aSystemOf('trend', [0, 2]);
  const { text } = await visitor.get(placeReport('place-1'));
  const trend = sectionOf(text, 'trend');
  const found =
    'One domain is higher than in Round before-0, none are lower; 1 of 11 have a level in both.';
  expect(trend).toContain(found);
  expect(trend).toContain('Domain Round before-0 Round before-1 Round spring-2026');
  expect(trend).toContain(
    'Strategic leadership Round before-0 Not yet at Foundations Round before-1 Early growth Round spring-2026 Good progress',
  );
  const { pages } = await downloads.read(visitor, inFull(placeReport('place-1')));
  const paper = pages
    .map(({ tree }) => tree.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(paper).toContain(found);
  expect(paper).toContain('Strategic leadership Not yet at Foundations Early growth Good progress');
});

it('two rounds make none: the profile tells them already', async () => {
  const visitor = await aSystemOf('no-trend', [1]);
  const { text } = await visitor.get(placeReport('place-1'));
  expect(text).not.toContain('id="trend"');
  expect(sectionOf(text, 'profile')).toContain('up 2');
});
