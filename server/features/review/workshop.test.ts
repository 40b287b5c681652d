/** The workshop screen as a room meets it: its order, who records, what is open, and two screens at once. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import {
  agreementOf,
  aReviewedSystem,
  calmDomain,
  domainPath,
  reviewPath,
  splitDomain,
  visit,
  wordsAt,
  type Reviewing,
} from '../../../test/factories/review.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();
let system: ResultsSystem;
const as = (who: Reviewing): Promise<Visitor> => visit(database.db, system, who);
const workshop = `${reviewPath}/workshop`;
const screen = (domain: string): string => `${workshop}/domains/${domain}`;
const news = (seen: string): string => `${workshop}/news?seen=${seen}`;
const nothingSeen = Array.from({ length: 11 }, () => 0).join('-');

describe('the way through a Place', () => {
  beforeAll(async () => {
    system = await aReviewedSystem(database.db, 'way');
  });

  it('begins with the split, and says where one is', async () => {
    const amina = await as('amina');
    expect((await amina.get(workshop)).headers['location']).toBe(screen(splitDomain));
    const words = await wordsAt(amina, screen(splitDomain));
    expect(words).toContain('Place 1 · split 1 of 1 0 of 11 agreed');
    expect(words).toContain('Record and go to the next domain');
    expect(words).toMatch(
      /Not yet 1 Agency 1 Foundations 1 Agency 2 Early growth 0 Good progress 1 Agency 3/,
    );
    expect(words).toContain('Evidence: 5 of 5 gave some');
  });

  it('names who gave a level without evidence', async () => {
    expect(await wordsAt(await as('amina'), screen(calmDomain))).toMatch(
      /Early growth 5 Agency 1 no evidence Agency 2 no evidence/,
    );
  });

  it('is the whole screen: no header, footer or breadcrumb, and still a title and a way past', async () => {
    const { text } = await (await as('amina')).get(screen(splitDomain));
    expect(text).toContain('<title>Workshop: Services and interventions, Place 1');
    expect(text).toContain('Skip to main content');
    expect(text).not.toMatch(/<header|<footer|crumbs/);
  });

  it('leads from what is recorded to the next that is left, and from the last to the decisions', async () => {
    const amina = await as('amina');
    const visited: string[] = [];
    let at = (await amina.get(workshop)).headers['location'] ?? '';
    while (at !== `${workshop}/decisions`) {
      visited.push(at);
      const because = `Because of ${visited.length}.`;
      const agreed = visited.length === 3 ? 'none' : '2';
      const dissent = visited.length === 1 ? 'Teo holds Good progress.' : '';
      const sent = await amina.post(at, agreementOf(system, { agreed, because, dissent }));
      at = sent.headers['location'] ?? '';
    }
    expect(new Set(visited).size).toBe(11);
    const words = await wordsAt(amina, at);
    expect(words).toContain('All 11 domains are agreed or set aside.');
    expect(words).toMatch(
      /Services and interventions Early growth Because of 1\. Dissent\. Teo holds Good progress\. Present: Amina/,
    );
    expect(words).toMatch(/Set aside .* Because of 3\./);
    expect((await amina.get(workshop)).headers['location']).toBe(at);
  });
});

describe('who records and who reads', () => {
  beforeAll(async () => {
    system = await aReviewedSystem(database.db, 'room');
    const teo = await as('teo');
    await teo.post(`${domainPath(splitDomain)}/view`, { own: '1', why: 'Nothing before birth.' });
  });

  it.each(['bea', 'colm'] as const)('%s reads it and records nothing', async (who) => {
    const visitor = await as(who);
    const { status, text } = await visitor.get(screen(splitDomain));
    expect(status).toBe(200);
    expect(text).not.toContain('<form');
    const fields = agreementOf(system, { agreed: '2', because: 'All alike.' });
    expect((await visitor.post(screen(splitDomain), fields)).status).toBe(403);
    expect(await database.db('agreements').where('system_id', system.ids.systemId)).toEqual([]);
  });

  it('[trust 14] is not there for a reviewer of another Place', async () => {
    const otto = await as('otto');
    const paths = [workshop, screen(splitDomain), `${workshop}/decisions`, news(nothingSeen)];
    for (const path of paths) expect((await otto.get(path)).status).toBe(404);
  });

  it('tells nothing of the others’ views before one’s own, neither on the screen nor as news', async () => {
    const amina = await as('amina');
    const { text } = await amina.get(screen(splitDomain));
    expect(wordsOf(text)).toContain('Reviewers’ own views Your own view opens them');
    expect(text).toContain(`href="${domainPath(splitDomain)}#views"`);
    expect(text).not.toMatch(/Nothing before birth|1 Foundations/);
    expect((await amina.get(news(nothingSeen))).text.trim()).toBe('');
    await amina.post(`${domainPath(splitDomain)}/view`, { own: '3', why: '' });
    expect(await wordsAt(amina, screen(splitDomain))).toContain('1 Foundations, 1 Good progress');
  });
});

describe('two screens at once', () => {
  const because = 'Support exists, nothing specialist before birth.';
  beforeAll(async () => {
    system = await aReviewedSystem(database.db, 'twice');
    const amina = await as('amina');
    await amina.post(screen(splitDomain), agreementOf(system, { agreed: '2', because }));
  });

  it('the other screen is told what was recorded meanwhile, once it did not know', async () => {
    const bea = await as('bea');
    const told = await bea.get(news(nothingSeen));
    expect(wordsOf(told.text)).toContain(
      'Services and interventions: Early growth, recorded by Amina Rahman. Show it',
    );
    expect(told.text).not.toContain('<html');
    const seen = /news\?seen=([\d-]+)/.exec((await bea.get(screen(calmDomain))).text)?.[1] ?? '';
    expect((await bea.get(news(seen))).text.trim()).toBe('');
  });

  it('the second recording is shown the first and keeps what it typed; then both stand in the history', async () => {
    const amina = await as('amina');
    const typed = { agreed: '3', because: 'The clinic counts.', dissent: 'Bea holds 2.' };
    const late = await amina.post(screen(splitDomain), agreementOf(system, typed, ['amina']));
    expect(late.status).toBe(409);
    for (const words of ['Somebody was quicker', because, typed.because, typed.dissent]) {
      expect(late.text).toContain(words);
    }
    const basedOn = /name="basedOn" value="(\d+)"/.exec(late.text)?.[1] ?? '';
    const again = agreementOf(system, { ...typed, basedOn });
    expect((await amina.post(screen(splitDomain), again)).status).toBe(303);
    const kept = await database
      .db('agreement_history')
      .where({ system_id: system.ids.systemId, item_id: splitDomain })
      .orderBy('revision')
      .pluck('rationale');
    expect(kept).toEqual([because, typed.because]);
  });

  it('says what is missing at the field, and keeps the rest', async () => {
    const amina = await as('amina');
    const fields = agreementOf(system, { agreed: '', because: 'All alike.' }, []);
    const answer = await amina.post(screen(calmDomain), fields);
    expect(answer.status).toBe(422);
    for (const field of ['agreed-0', 'present-0']) {
      expect(answer.text).toContain(`href="#${field}"`);
    }
    expect(answer.text).toContain('All alike.');
    expect(answer.text).toContain('data-unsaved="now"');
  });
});
