import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aGridSystem } from '../../../test/factories/grid-system.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import type { Reader, ResultsSystem } from '../../../test/factories/results.ts';
import { anApp, signedIn } from '../../../test/factories/visitor.ts';
import { setRoundStatus } from '../set-up/round.queries.ts';

const database = useDatabase();
const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main'));

async function home(system: ResultsSystem, reader: Reader): Promise<string> {
  const visitor = await signedIn(anApp(database.db), database.db, system.email(reader));
  return mainOf((await visitor.get('/')).text);
}
const placeReport = (place: string): string => `/rounds/spring-2026/places/${place}/report`;

describe('while a round is open', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'open-home');
    await setRoundStatus(database.db, system.ids.systemId, system.roundId, { status: 'open' });
  });

  it('the coordinator reads who is silent, by name, and how long there is left', async () => {
    const words = wordsOf(await home(system, 'colm'));
    expect(words).toContain('Every agency has begun its answers for Round spring-2026');
    await database.db('responses').update({ updated_at: null, status: 'draft' });
    const silent = wordsOf(await home(system, 'colm'));
    expect(silent).toContain('4 of 4 agencies have saved nothing for Round spring-2026');
    expect(silent).toContain('It closes on Friday 27 March 2026 at 17:00.');
    expect(silent).toContain('Silent Agency 1 Agency 2 Agency 3 Agency 4 ');
    expect(silent).toContain('9 days left');
  });

  it('an ICB lead reads when to come back, and nothing of the answers', async () => {
    const page = await home(system, 'ifeoma');
    expect(page).toContain('Agencies are answering until Friday 27 March 2026 at 17:00.');
    expect(page).not.toMatch(/\/report|Agency 1/);
  });
});

describe('while a round is in review', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'reviewed-home');
  });

  it('the coordinator reads how much there is to discuss, and is led to the Place that has most', async () => {
    const page = await home(system, 'colm');
    expect(wordsOf(page)).toContain(
      '1 domain to discuss in Round spring-2026 In one of two Places.',
    );
    expect(wordsOf(page)).toContain('levels are agreed 1 of 22');
    expect(wordsOf(page)).toContain('To discuss: what it means A domain that is split');
    expect(page).toContain(
      `<a href="${placeReport('place-1').replace(/report$/, 'review')}">Open Place 1`,
    );
    expect(wordsOf(page)).toContain('Place 1 1 to discuss, 2 amber, 8 unknown');
  });

  it('a reviewer reads of their own Place alone: the splits by name, and whose answers are not in', async () => {
    const page = await home(system, 'amina');
    const words = wordsOf(page);
    expect(words).toContain('Place 1: 1 domain to discuss');
    expect(words).toContain('The agencies differ on financial investment.');
    expect(words).toContain('Not all in from Agency 1; Agency 2; Agency 3; Agency 4.');
    expect(page).not.toMatch(/Place 2|place-2/);
  });

  it('[trust 13] those who wait for publication read nothing of it', async () => {
    for (const reader of ['ifeoma', 'siân', 'wanda'] as const) {
      expect(await home(system, reader)).not.toMatch(/to discuss|amber|\/report/);
    }
  });
});

describe('once a round is published', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'published-home');
    const publishedAt = new Date('2026-05-01T09:00:00Z');
    const published = { status: 'published', publishedAt } as const;
    await setRoundStatus(database.db, system.ids.systemId, system.roundId, published);
  });

  it('everybody who looks at the system reads the finding, what stands out, and has the PDFs', async () => {
    for (const reader of ['colm', 'amina', 'ifeoma'] as const) {
      const page = await home(system, reader);
      const words = wordsOf(page);
      expect(words).toContain('Round spring-2026, published on 1 May 2026');
      expect(words).toContain('What is missing, and where');
      expect(words).toContain('Not known in both Places');
      expect(page).toContain('href="/rounds/spring-2026/report.pdf"');
      expect(page).toContain(`href="${placeReport('place-2')}.pdf"`);
    }
  });

  it('an agency finds the results below its own work', async () => {
    expect(await home(system, 'siân')).toContain(
      '<a href="/rounds/spring-2026/report">Results of Round spring-2026</a>',
    );
  });
});
