/** The chair's correction of what is published: who may, what it needs, and that nobody else reads it while it waits. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import {
  aPublishedSystem,
  correctionOf,
  correctionPath,
  correctionsPath,
  publishedWords,
} from '../../../../test/factories/corrections.ts';
import { patient, useDownloads } from '../../../../test/factories/report-downloads.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import { paperWords } from '../../../../test/factories/report-papers.ts';
import type { ResultsSystem } from '../../../../test/factories/results.ts';
import {
  domainPath,
  reviewPath,
  splitDomain,
  visit,
  wordsAt,
  type Reviewing,
} from '../../../../test/factories/review.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';

const database = useDatabase();
const downloads = useDownloads(database);
let system: ResultsSystem;
const as = (who: Reviewing): Promise<Visitor> => visit(database.db, system, who);
const rows = () =>
  database.db('corrections').where('system_id', system.ids.systemId).orderBy('proposed_at');
const page = domainPath(splitDomain);

describe('a correction', () => {
  beforeAll(async () => {
    system = await aPublishedSystem(database.db, 'waits');
  });

  it('is proposed by the Place’s chair, and by nobody else', async () => {
    for (const who of ['bea', 'colm', 'siân', 'ifeoma'] as const) {
      const sent = await (await as(who)).post(correctionPath(), correctionOf(system));
      expect([who, sent.status]).toEqual([who, 403]);
    }
    expect((await (await as('otto')).post(correctionPath(), correctionOf(system))).status).toBe(
      404,
    );
    expect(await wordsAt(await as('bea'), page)).not.toContain('Correct this');
    expect(await wordsAt(await as('amina'), page)).toContain('Correct this');
    expect(await rows()).toEqual([]);
  });

  it('needs a level, a reason and who is present, and keeps what was typed', async () => {
    const fields = correctionOf(system, { agreed: '', because: '', dissent: 'Teo holds 3.' }, []);
    const answer = await (await as('amina')).post(correctionPath(), fields);
    expect(answer.status).toBe(422);
    for (const field of ['agreed-0', 'because', 'present-0']) {
      expect(answer.text).toContain(`href="#${field}"`);
    }
    expect(answer.text).toContain('Teo holds 3.');
    expect(await rows()).toEqual([]);
  });

  it('is not taken where another agreement stands than its form was made from', async () => {
    const amina = await as('amina');
    const answer = await amina.post(correctionPath(), correctionOf(system, { basedOn: '0' }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('The clinic was counted twice.');
    expect(await rows()).toEqual([]);
  });

  it('waits, seen by those who read the review', async () => {
    const before = await publishedWords(await as('siân'));
    const sent = await (await as('amina')).post(correctionPath(), correctionOf(system));
    expect(sent.headers['location']).toBe(`${page}#correction`);
    for (const who of ['amina', 'bea', 'colm'] as const) {
      const words = await wordsAt(await as(who), page);
      expect(words, who).toContain('From Foundations to Early growth');
      expect(words, who).toContain('The clinic was counted twice.');
      expect(words, who).toContain('Foundations As the agencies said.');
    }
    expect(before).toMatch(/^200 /);
    expect(await publishedWords(await as('siân'))).toBe(before);
  });

  it('[trust 13] reaches no reader of the results, no mail and no other Place’s reviewer', async () => {
    const secret = /counted twice|correct/i;
    for (const who of ['siân', 'wanda', 'ifeoma', 'otto'] as const) {
      const visitor = await as(who);
      expect(await publishedWords(visitor), who).not.toMatch(secret);
      for (const path of ['/', '/rounds', '/actions', '/audit']) {
        expect(await wordsAt(visitor, path), `${who} ${path}`).not.toContain('counted twice');
      }
      expect((await visitor.get(page)).status, who).not.toBe(200);
      expect((await visitor.get(correctionsPath)).status, who).toBe(403);
    }
    const check = '/rounds/spring-2026/places/place-1/check';
    expect(await wordsAt(await as('siân'), check)).not.toMatch(/counted twice|Early growth/);
    expect(await database.db('messages').where('system_id', system.ids.systemId)).toEqual([]);
    const trail = await wordsAt(await as('otto'), '/audit');
    expect(trail).toContain('proposed a correction in Place 1');
    expect(trail).not.toMatch(/proposed a correction in Place 1[^A]*(level|services)/);
  });

  it('[trust 13] is not in the PDFs', patient, async () => {
    const wanda = await downloads.signIn(system.email('wanda'));
    for (const path of [
      'report',
      'report-full',
      'places/place-1/report',
      'places/place-1/report-full',
    ]) {
      const words = paperWords(await downloads.read(wanda, `/rounds/spring-2026/${path}`));
      expect(words).toContain('Place 1');
      expect(words).not.toMatch(/counted twice|Edition|corrected since/);
    }
  });

  it('is changed while it waits, once: the second of two screens is shown what waits now', async () => {
    const amina = await as('amina');
    const changed = correctionOf(system, { agreed: '3', because: 'Read again.', waiting: '1' });
    expect((await amina.post(correctionPath(), changed)).status).toBe(303);
    const late = await amina.post(correctionPath(), changed);
    expect(late.status).toBe(409);
    expect(wordsOf(late.text)).toContain('the correction that waits, has changed');
    expect(await rows()).toMatchObject([{ level: 3, rationale: 'Read again.', revision: 2 }]);
  });

  it('names where fewer were present than the quorum', async () => {
    const amina = await as('amina');
    const thin = correctionOf(system, { waiting: '2' }, ['amina', 'bea']);
    await amina.post(correctionPath(), thin);
    expect(await wordsAt(amina, page)).toContain(
      '2 reviewers were present and the quorum is 3: it is not published until',
    );
    expect(await wordsAt(await as('colm'), correctionsPath)).toContain(
      '2 reviewers were present and the quorum is 3',
    );
  });

  it('is withdrawn by the chair, once, and stays in the history', async () => {
    const [stored] = await rows();
    const withdrawal = { correction: stored?.id ?? '' };
    expect((await (await as('bea')).post(`${correctionPath()}/withdraw`, withdrawal)).status).toBe(
      403,
    );
    const amina = await as('amina');
    for (let n = 0; n < 2; n += 1) {
      expect((await amina.post(`${correctionPath()}/withdraw`, withdrawal)).status).toBe(303);
    }
    const words = await wordsAt(await as('bea'), page);
    expect(words).toContain('No correction waits.');
    expect(words).toMatch(/From Foundations to Early growth: .*Amina Rahman withdrew it on/);
    expect(await wordsAt(await as('colm'), correctionsPath)).toContain('No corrections wait');
    const acts = await database
      .db('audit_events')
      .where('system_id', system.ids.systemId)
      .where('act', 'like', 'correction.%')
      .orderBy('id')
      .pluck('act');
    const changes = ['correction.changed', 'correction.changed'];
    expect(acts).toEqual(['correction.proposed', ...changes, 'correction.withdrawn']);
  });
});

describe('a round that is not published', () => {
  it('has no corrections', async () => {
    system = await aPublishedSystem(database.db, 'unpublished');
    await database.db('rounds').where('id', system.roundId).update({ status: 'factual-check' });
    const amina = await as('amina');
    expect((await amina.post(correctionPath(), correctionOf(system))).status).toBe(409);
    expect(await wordsAt(amina, page)).not.toContain('Correct this');
    expect(await wordsAt(amina, reviewPath)).toContain('agreed');
    expect((await (await as('colm')).get(correctionsPath)).status).toBe(409);
    expect(await rows()).toEqual([]);
  });
});
