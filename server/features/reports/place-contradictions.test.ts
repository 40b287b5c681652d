/** Where map and grid disagree, on a Place's page and in its PDFs: told as closely as the reader may see the levels. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  inFull,
  patient,
  placeReport,
  useDownloads,
} from '../../../test/factories/report-downloads.ts';
import { sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import { paperWords } from '../../../test/factories/report-papers.ts';
import {
  agree,
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
  type Reader,
  type ResultsSystem,
} from '../../../test/factories/results.ts';
import { setRoundStatus } from '../set-up/round.queries.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);
const page = placeReport('place-1');
const claim = 'yet no running service is specialist and open before birth.';
let system: ResultsSystem;

/** Two of three say that workforce and services are well on; they differ on services, and one service runs. */
beforeAll(async () => {
  const { db } = database;
  system = await aResultsSystem(db, aPlanOf('contra', { places: 2, agencies: 3 }));
  for (const [n, level] of [0, 4, 4].entries()) {
    const asked = { agency: `agency-${n + 1}`, place: 'place-1' };
    await giveLevels(db, system, asked, {
      'services-and-interventions': level,
      'workforce-development': 3,
    });
  }
  await giveEntries(db, system, 'agency-1', [
    {
      ...{
        agency: 'agency-1',
        name: 'Baby clinic',
        places: ['place-1'],
        sector: 'health-visiting',
      },
      ...{
        status: 'running',
        levels: ['specialist'],
        antenatal: 'unknown',
        consultation: 'unknown',
      },
    },
  ]);
});

const visit = (reader: Reader) => signIn(system.email(reader));
const told = async (reader: Reader): Promise<string> =>
  wordsOf(sectionOf((await (await visit(reader)).get(page)).text, 'contradictions'));

describe('where map and grid disagree', patient, () => {
  it('stands on the Place’s page with the services that leave it open, and an action to raise', async () => {
    const words = await told('colm');
    expect(words).toContain('2 contradictions are found; they change no level and no colour.');
    expect(words).toContain(`2 agencies say Well-established, ${claim} Left open by: Baby clinic.`);
    expect(words).toContain('3 agencies say Good progress, yet no running service is training');
    expect(words).toContain('Raise an action');
  });

  it('stands in both PDFs in the same words', async () => {
    const colm = await visit('colm');
    for (const address of [page, inFull(page)]) {
      const words = paperWords(await read(colm, address));
      expect(words).toContain(`2 agencies say Well-established, ${claim}`);
      expect(words).toContain('Left open by: Baby clinic.');
    }
  });

  it('shows, once published, what is agreed, and to those without names nothing of how levels are spread', async () => {
    const { ids, roundId } = system;
    await setRoundStatus(database.db, ids.systemId, roundId, {
      status: 'published',
      publishedAt: new Date('2026-05-01T10:00:00Z'),
    });
    const open = await told('ifeoma');
    expect(open).toContain('levels that are not to be discussed first');
    expect(open).toContain('The median level is Good progress, yet no running service is training');
    expect(open).not.toContain('agencies say');
    expect(open).not.toContain('Well-established');
    await agree(database.db, system, {
      place: 'place-1',
      domain: 'services-and-interventions',
      level: 4,
    });
    expect(await told('ifeoma')).toContain(`The agreed level is Well-established, ${claim}`);
  });

  it('is nothing once the levels that are agreed fit the services', async () => {
    const { db } = database;
    await agree(db, system, { place: 'place-1', domain: 'workforce-development', level: 2 });
    await db('agreements').where({ system_id: system.ids.systemId }).update({ level: 2 });
    expect(await told('colm')).toContain('no contradiction is found.');
  });
});
