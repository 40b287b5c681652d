/** Two rounds and two Places held against each other, on a real database. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import {
  addRound,
  aPlanOf,
  aResultsSystem,
  giveEntries,
  giveLevels,
  type Reader,
  type ResultsSystem,
} from '../../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../../test/factories/system.ts';
import { anApp, signedIn } from '../../../../test/factories/visitor.ts';

const database = useDatabase();

async function see(system: ResultsSystem, reader: Reader, path: string) {
  const { db } = database;
  const visitor = await signedIn(anApp(db), db, system.email(reader));
  const { status, text } = await visitor.get(path);
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  return { status, words: wordsOf(main), html: main };
}

/** The words of the row with this heading. */
function rowOf(html: string, heading: string): string {
  const row = html.split('<tr').find((part) => part.includes(`>${heading}</th>`));
  return wordsOf(`<tr${row ?? ''}`.split('</tr>')[0] ?? '');
}

const levels = (leadership: number | null, money: number | null) => ({
  'strategic-leadership': leadership,
  'financial-investment': money,
});

describe('two rounds', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    const { db } = database;
    system = await aResultsSystem(db, {
      ...aPlanOf('rounds-compared', { places: 2, agencies: 2 }),
      status: 'published',
    });
    const [grid, map] = shippedDefinitions();
    if (!grid || !map) throw new Error('no definitions');
    const add = async (slug: string, position: number, definitions: (typeof grid)[]) => ({
      ids: system.ids,
      roundId: await addRound(db, system.ids, { slug, status: 'published', position, definitions }),
    });
    const autumn = await add('autumn-2025', 1, [grid]);
    await add('spring-2025', 0, [map]);
    const give = (
      round: typeof autumn,
      agency: string,
      place: string,
      said: ReturnType<typeof levels>,
    ) => giveLevels(db, round, { agency, place }, said);
    await give(autumn, 'agency-1', 'place-1', levels(1, 3));
    await give(autumn, 'agency-1', 'place-2', levels(2, 0));
    await give(autumn, 'agency-2', 'place-2', levels(2, 4));
    await give(system, 'agency-1', 'place-1', levels(3, 2));
    await give(system, 'agency-1', 'place-2', levels(2, 1));
  });
  const changes = '/rounds/spring-2026/changes';

  it('are told in words, level by level, with how far each moved', async () => {
    const { html, words } = await see(system, 'colm', changes);
    expect(words).toContain('What changed since Round autumn-2025');
    expect(words).toContain('1 of 22 levels went up, 1 down; 1 stayed. 19 can’t be compared.');
    expect(rowOf(html, 'Strategic leadership')).toContain(
      'Place 1 Foundations to Good progress ▲ up 2 Place 2 Early growth = same',
    );
    expect(rowOf(html, 'Financial investment')).toContain(
      'Place 1 Good progress to Early growth ▼ down 1 Place 2 Not compared To discuss in Round autumn-2025.',
    );
  });

  it('say why where a round did not ask the same', async () => {
    const { words } = await see(system, 'colm', `${changes}?since=spring-2025`);
    expect(words).toContain('What changed since Round spring-2025');
    expect(words).toContain('Not compared. Round spring-2025 did not ask the maturity grid.');
    expect(words).toContain('0 of 12 colours are better');
    const other = await see(system, 'colm', changes);
    expect(other.words).toContain('Not compared. Round autumn-2025 did not ask the service map.');
  });

  it('are never a later one, nor one that nobody knows', async () => {
    const { words } = await see(system, 'colm', '/rounds/autumn-2025/changes?since=spring-2026');
    expect(words).toContain('What changed since Round spring-2025');
    const first = await see(system, 'colm', '/rounds/spring-2025/changes');
    expect(first.words).toContain('No round was published before Round spring-2025');
  });
});

describe('two Places', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    const { db } = database;
    system = await aResultsSystem(db, aPlanOf('places-compared', { places: 3, agencies: 2 }));
    for (const agency of ['agency-1', 'agency-2']) {
      await giveLevels(
        db,
        system,
        { agency, place: 'place-1' },
        levels(1, agency === 'agency-1' ? 0 : 4),
      );
      await giveLevels(db, system, { agency, place: 'place-2' }, levels(4, 2));
    }
    for (const agency of ['agency-1', 'agency-2']) {
      await giveEntries(db, system, agency, [
        {
          agency,
          name: `Visits of ${agency}`,
          places: ['place-1', ...(agency === 'agency-1' ? ['place-2'] : [])],
          sector: 'health-visiting',
          status: 'running',
          focus: 'relationship',
          levels: [agency === 'agency-1' ? 'universal' : 'targeted'],
        },
      ]);
    }
  });
  const compare = '/rounds/spring-2026/compare?one=place-2&other=place-1';

  it('stand side by side, with who is ahead and by how much', async () => {
    const { html, words } = await see(system, 'colm', compare);
    expect(words).toContain('Place 2 beside Place 1');
    expect(words).toContain(
      'Place 2 is ahead in 1 of 11 domains, Place 1 in none; none are the same, 10 can’t be compared. They are furthest apart in strategic leadership: 3 levels.',
    );
    expect(rowOf(html, 'Strategic leadership')).toContain('Ahead Place 2, by 3 levels');
    expect(rowOf(html, 'Financial investment')).toContain(
      'Place 1 To discuss Not yet to Well-established 2 of 2 Ahead Not compared: to discuss in Place 1',
    );
    expect(rowOf(html, 'Health visiting')).toContain('Difference Only Place 1: targeted');
  });

  it('keep what a few agencies said from those who may not see it', async () => {
    const { db } = database;
    const { systemId } = system.ids;
    await db('rounds').where({ system_id: systemId }).update({ status: 'published' });
    const { html } = await see(system, 'ifeoma', compare);
    await db('rounds').where({ system_id: systemId }).update({ status: 'in-review' });
    expect(rowOf(html, 'Financial investment')).toContain('To discuss Agencies differ 2 of 2');
    expect(html).not.toContain('Not yet to Well-established');
  });

  it('are a draft that a reviewer sees of their own Places alone', async () => {
    const { words } = await see(system, 'amina', compare);
    expect(words).toContain('There is no second Place to compare with');
    expect(words).not.toContain('Place 2');
    expect((await see(system, 'ifeoma', compare)).status).toBe(404);
    expect((await see(system, 'colm', compare)).words).toContain('Draft, seen by reviewers');
  });

  it('are the first two where none was chosen, and never one beside itself', async () => {
    const { words } = await see(system, 'colm', '/rounds/spring-2026/compare');
    expect(words).toContain('Place 1 beside Place 2');
    const twice = await see(
      system,
      'colm',
      '/rounds/spring-2026/compare?one=place-3&other=place-3',
    );
    expect(twice.words).toContain('Place 3 beside Place 1');
  });
});
