/** The review of a Place as its reviewers, the chair and everybody else meet it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import {
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
import { setRoundStatus } from '../set-up/round.queries.ts';

const database = useDatabase();
let system: ResultsSystem;
const as = (who: Reviewing): Promise<Visitor> => visit(database.db, system, who);

describe('what is left to agree', () => {
  beforeAll(async () => {
    system = await aReviewedSystem(database.db, 'left');
  });

  it('lists the splits first, with how far the Place is', async () => {
    const words = await wordsAt(await as('bea'), reviewPath);
    expect(words).toContain('0 of 11 agreed. 1 domain divides the agencies.');
    expect(words.indexOf('Services and interventions')).toBeLessThan(
      words.indexOf('Strategic leadership'),
    );
    expect(words).toContain('Amina Rahman (chair)');
  });

  it('shows the splits alone, and what is without my view', async () => {
    const bea = await as('bea');
    const splits = await wordsAt(bea, `${reviewPath}?show=splits`);
    expect(splits).not.toContain('Strategic leadership');
    const mine = await wordsAt(bea, `${reviewPath}?show=mine`);
    expect(mine).toContain('without my view (11)');
  });

  it('tells who said what, under the level that each chose', async () => {
    const words = await wordsAt(await as('bea'), domainPath(splitDomain));
    expect(words).toMatch(/Well-established Agency 4 .* Agency 5 .* Good progress Agency 3/);
    expect(words).toContain('What Agency 1 keeps.');
    expect(words).toContain('5 of 5 gave a level.');
  });

  it('shows what an agency was asked when its answers were given back, until it answers', async () => {
    const asked = await aReviewedSystem(database.db, 'asked');
    const amina = await visit(database.db, asked, 'amina');
    const before = (await amina.get(domainPath(splitDomain))).text;
    const [, response] = /href="(\/responses\/[^"]+)\/return"/.exec(before) ?? [];
    await amina.post(`${response ?? ''}/return`, { reason: 'Which clinic do you mean?' });
    const words = await wordsAt(amina, domainPath(splitDomain));
    expect(words).toMatch(
      /Not answered Agency 4 Returned on .* with “Which clinic do you mean\?”; not submitted again yet\./,
    );
    await database
      .db('responses')
      .where({ system_id: asked.ids.systemId, status: 'returned' })
      .update({ status: 'submitted', submitted_at: new Date('2026-04-20T10:00:00Z') });
    expect(await wordsAt(amina, domainPath(splitDomain))).toContain(
      'submitted again on 20 April 2026.',
    );
  });

  it('[trust 14] is not there for a reviewer of another Place, nor can they rate it', async () => {
    const otto = await as('otto');
    for (const path of [reviewPath, domainPath(splitDomain)]) {
      expect((await otto.get(path)).status).toBe(404);
    }
    const sent = await otto.post(`${domainPath(splitDomain)}/view`, { own: '2', why: '' });
    expect(sent.status).toBe(404);
    expect(await database.db('own_views').where('system_id', system.ids.systemId)).toEqual([]);
  });

  it('[trust 13] is not there for agencies and ICB leads, not after publication either', async () => {
    const published = await aReviewedSystem(database.db, 'told');
    await (
      await visit(database.db, published, 'bea')
    ).post(`${domainPath(splitDomain)}/view`, { own: '1', why: 'Held back by waiting lists.' });
    const { systemId } = published.ids;
    await setRoundStatus(database.db, systemId, published.roundId, { status: 'published' });
    for (const who of ['wanda', 'siân', 'ifeoma'] as const) {
      const visitor = await visit(database.db, published, who);
      expect((await visitor.get(domainPath(splitDomain))).status).toBe(403);
      const report = await visitor.get('/rounds/spring-2026/places/place-1/report');
      expect(report.status).toBe(200);
      expect(report.text).not.toContain('Held back by waiting lists');
    }
  });
});

describe('own view first', () => {
  beforeAll(async () => {
    system = await aReviewedSystem(database.db, 'own');
    await (
      await as('teo')
    ).post(`${domainPath(splitDomain)}/view`, { own: '1', why: 'Nothing before birth.' });
  });

  it('others’ views are closed, and not even counted, until one has given one’s own', async () => {
    const bea = await as('bea');
    for (const path of [reviewPath, domainPath(splitDomain)]) {
      const { text } = await bea.get(path);
      expect(text).not.toContain('Nothing before birth');
      expect(wordsOf(text)).not.toMatch(/1 of 3 reviewers|other views? given/);
    }
    const sent = await bea.post(`${domainPath(splitDomain)}/view`, { own: '3', why: '' });
    expect(sent.headers['location']).toBe(`${domainPath(splitDomain)}#views`);
    const words = await wordsAt(bea, domainPath(splitDomain));
    expect(words).toContain('2 of 3 reviewers have given a view.');
    expect(words).toContain('Teo Marlowe “Nothing before birth.”');
  });

  it('opens nothing of another domain', async () => {
    await (
      await as('teo')
    ).post(`${domainPath(calmDomain)}/view`, { own: '2', why: 'As they say.' });
    expect((await (await as('bea')).get(domainPath(calmDomain))).text).not.toContain('As they say');
  });

  it('a coordinator reads all, and is asked for none', async () => {
    const { text } = await (await as('colm')).get(domainPath(splitDomain));
    expect(text).toContain('Nothing before birth');
    expect(text).not.toContain('Your own view of the level');
    expect((await (await as('colm')).post(`${domainPath(splitDomain)}/view`)).status).toBe(403);
  });

  it('a change of mind is kept beside the view before; the same again is no change', async () => {
    const teo = await as('teo');
    for (const why of ['The clinic opened in May.', 'The clinic opened in May.']) {
      await teo.post(`${domainPath(splitDomain)}/view`, { own: 'none', why });
    }
    const kept = await database
      .db('own_view_history')
      .where({
        system_id: system.ids.systemId,
        item_id: splitDomain,
        comment: 'Nothing before birth.',
      })
      .orWhere({ system_id: system.ids.systemId, comment: 'The clinic opened in May.' })
      .orderBy('revision')
      .select('revision', 'level');
    expect(kept).toEqual([
      { revision: 1, level: 1 },
      { revision: 2, level: null },
    ]);
    expect(await wordsAt(teo, domainPath(splitDomain))).toContain(
      'changed since it was first given',
    );
  });

  it('names the field where no level is chosen, and keeps the reason', async () => {
    const answer = await (
      await as('amina')
    ).post(`${domainPath(splitDomain)}/view`, { why: 'Two groups, both ending in March.' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#own-0"');
    expect(answer.text).toContain('Two groups, both ending in March.');
  });

  it('tells a reviewer’s interest in an agency of the Place', async () => {
    const { db } = database;
    const { systemId, people, agencies } = system.ids;
    await db('memberships').insert({
      system_id: systemId,
      id: '7b1d3a52-0000-4000-8000-000000000001',
      person_id: people.get('bea@own.example') ?? '',
      role: 'contributor',
      agency_id: agencies.get('agency-2') ?? '',
      is_chair: false,
      position: 99,
      invited_as: null,
      invited_at: null,
    });
    expect(await wordsAt(await as('amina'), reviewPath)).toContain(
      'Bea Lund (also answers for Agency 2)',
    );
  });
});
