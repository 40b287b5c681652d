/** When money ends, on paper: the same drawing as on the page, said in words, with the table that it is drawn from. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { findNodes, squeeze, type ReadPdf } from '../../../../test/factories/pdf-reader.ts';
import { structureFaults } from '../../../../test/factories/pdf-structure.ts';
import { placePaper, systemPaper } from '../../../../test/factories/report-drawing.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import { paperWords, rowsOf } from '../../../../test/factories/report-papers.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveEntries,
  type ResultsSystem,
} from '../../../../test/factories/results.ts';
import { anApp, signedIn } from '../../../../test/factories/visitor.ts';

const database = useDatabase();
/** papers are drawn and read back whole */
const patient = { timeout: 60_000 };
const round = '/rounds/spring-2026';

async function aSystem(slug: string, endings: number): Promise<ResultsSystem> {
  const { db } = database;
  const plan = aPlanOf(slug, { places: 2, agencies: 2 });
  const system = await aResultsSystem(db, { ...plan, status: 'published' });
  const common = { sector: 'midwifery', status: 'running', levels: ['targeted'] };
  const service = (name: string, said: object) => ({
    ...{ agency: 'agency-1', name, places: ['place-1'] },
    ...{ ...common, ...said },
  });
  const dated = (name: string, fundingEnds: string) =>
    service(name, { funding: 'fixed-term', fundingEnds });
  await giveEntries(db, system, 'agency-1', [
    service('Health visiting', { funding: 'recurrent' }),
    ...(endings > 0 ? [dated('Later', '2031-03-31'), dated('Łódź café', '2026-01-31')] : []),
    ...Array.from({ length: Math.max(0, endings - 2) }, (_, n) =>
      dated(`Group ${n + 1} of parents who meet on Wednesdays in the hall`, '2027-03-31'),
    ),
  ]);
  return system;
}

/** The timeline as the page names it. */
async function labelOf(system: ResultsSystem, address: string): Promise<string> {
  const visitor = await signedIn(anApp(database.db), database.db, system.email('colm'));
  const { text } = await visitor.get(address);
  return wordsOf(/aria-label="(When money ends[^"]+)"/.exec(text)?.[1] ?? '');
}

const timelines = ({ pages }: ReadPdf): string[] =>
  pages.flatMap(({ tree }) =>
    findNodes(tree, 'Figure')
      .map(({ alt }) => squeeze(alt ?? ''))
      .filter((alt) => alt.startsWith('When money ends')),
  );

describe('money with an end', patient, () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aSystem('money-paper', 3);
  });

  it.each([
    ['a Place’s paper', () => placePaper(database.db, system, 'place-1'), '/places/place-1/map'],
    ['the system’s paper', () => systemPaper(database.db, system), '/map'],
  ])(
    'stands in %s as a figure, in the words of the page, and as a table',
    async (_, draw, page) => {
      const paper = await draw();
      expect(structureFaults(paper.source)).toEqual([]);
      expect(timelines(paper)).toEqual([await labelOf(system, round + page)]);
      const money = (name: string) =>
        rowsOf(paper, name).filter((cells) => cells.length === 3 && cells[0] === 'Agency 1');
      expect(money('Łódź café')).toEqual([
        ['Agency 1', 'Fixed term, ended 31 January 2026', 'Has ended'],
      ]);
      expect(money('Group 1 of parents')).toEqual([
        ['Agency 1', 'Fixed term, ends 31 March 2027', 'Within 18 months'],
      ]);
      expect(money('Later')).toEqual([['Agency 1', 'Fixed term, ends 31 March 2031', 'Later']]);
      const text = paperWords(paper);
      expect(text).toContain('has ended, the service runs on');
    },
  );

  it('is drawn for the first of many, whose table goes on over the pages', async () => {
    const many = await aSystem('money-many', 40);
    const paper = await placePaper(database.db, many, 'place-1');
    expect(structureFaults(paper.source)).toEqual([]);
    const text = paperWords(paper);
    expect(text).toContain('24 of 40 are drawn; the table has all.');
    expect(text).toContain('Group 38 of parents');
  });

  it('is no figure where none has an end', async () => {
    const none = await aSystem('money-none', 0);
    for (const paper of [
      await placePaper(database.db, none, 'place-1'),
      await systemPaper(database.db, none),
    ]) {
      expect(timelines(paper)).toEqual([]);
      expect(paperWords(paper)).toContain(
        'No running service is known to have money that ends within 18 months.',
      );
    }
  });
});
