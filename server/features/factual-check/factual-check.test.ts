/** The factual check of a Place: what agencies read of the draft, what they say of it, and who answers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { useDownloads, patient } from '../../../test/factories/report-downloads.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import { paperWords } from '../../../test/factories/report-papers.ts';
import { agree, type ResultsSystem } from '../../../test/factories/results.ts';
import {
  aReviewedSystem,
  calmDomain,
  domainPath,
  splitDomain,
} from '../../../test/factories/review.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import type { RoundStatus } from '../../domain/round/round.ts';
import { idOf } from '../set-up/set-up.queries.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);
const place = '/rounds/spring-2026/places/place-1';
const check = `${place}/check`;
const endsAt = new Date('2026-03-28T16:00:00Z');

let system: ResultsSystem;
const as = (who: string): Promise<Visitor> => signIn(`${who}@${system.slug}.example`);
const wordsAt = async (who: string, path = check): Promise<string> =>
  wordsOf((await (await as(who)).get(path)).text);
const move = async (status: RoundStatus): Promise<void> => {
  await database
    .db('rounds')
    .where({ system_id: system.ids.systemId, slug: 'spring-2026' })
    .update({ status, factual_check_ends_at: status === 'in-review' ? null : endsAt });
};
const rows = () =>
  database.db('check_comments').where('system_id', system.ids.systemId).orderBy('written_at');
const comment = (who: string, text: string, about = `domain:${splitDomain}`) =>
  as(who).then((visitor) => visitor.post(check, { about, text }));

/** In the factual check; Siân and Wanda answer for Agency 1, which is asked about Place 1 alone. */
async function aCheckedSystem(slug: string): Promise<void> {
  system = await aReviewedSystem(database.db, slug);
  const { ids } = system;
  await (
    await as('bea')
  ).post(`${domainPath(splitDomain)}/view`, { own: '1', why: 'Held back by waiting lists.' });
  await agree(database.db, system, {
    place: 'place-1',
    domain: calmDomain,
    level: 2,
    dissent: 'Teo would go lower.',
  });
  await database.db.raw(
    `update responses r set status = 'withdrawn' from assignments a
     where a.id = r.assignment_id and a.system_id = ? and a.agency_id = ? and a.place_id = ?`,
    [ids.systemId, idOf(ids.agencies, 'agency-1'), idOf(ids.places, 'place-2')],
  );
  await database
    .db('round_agency_places')
    .where({
      system_id: ids.systemId,
      agency_id: idOf(ids.agencies, 'agency-1'),
      place_id: idOf(ids.places, 'place-2'),
    })
    .delete();
  await move('factual-check');
}

const secrets = [
  'Agency 2',
  'Agency 3',
  'Held back',
  'What Agency',
  'Teo would go lower',
  'Bea Lund',
];

describe('[trust 13] what an agency reads of the draft', () => {
  beforeAll(() => aCheckedSystem('draft'));

  it.each(['siân', 'wanda'])(
    '%s reads levels and the chair’s rationale, nobody’s name',
    async (who) => {
      const visitor = await as(who);
      for (const path of [
        check,
        `${place}/report`,
        `${place}/method`,
        '/rounds/spring-2026/report',
      ]) {
        const answer = await visitor.get(path);
        expect([path, answer.status]).toEqual([path, 200]);
        const words = wordsOf(answer.text);
        expect(words.toLowerCase()).toContain('draft');
        for (const secret of secrets) expect(words, `${path}: ${secret}`).not.toContain(secret);
      }
      expect(await wordsAt(who)).toContain('The plan names under-twos.');
    },
  );

  it('the PDF says no more, and that it is a draft', patient, async () => {
    for (const paper of ['report', 'report-full']) {
      const words = paperWords(await read(await as('wanda'), `${place}/${paper}`));
      expect(words).toContain('DRAFT');
      for (const secret of secrets) expect(words, secret).not.toContain(secret);
    }
  });

  it('another Place, the review, and a round in review again are not there', async () => {
    const siân = await as('siân');
    const other = place.replace('place-1', 'place-2');
    for (const path of [`${other}/report`, `${other}/check`, `${other}/report.pdf`]) {
      expect([path, (await siân.get(path)).status]).toEqual([path, 404]);
    }
    expect(wordsOf((await siân.get('/rounds/spring-2026/report')).text)).not.toContain('Place 2');
    expect((await siân.get(domainPath(splitDomain))).status).toBe(403);
    await move('in-review');
    for (const path of [`${place}/report`, '/rounds/spring-2026/report', `${place}/report.pdf`]) {
      expect([path, (await siân.get(path)).status]).toEqual([path, 404]);
    }
    const words = await wordsAt('siân');
    expect(words).toContain('The factual check has not begun.');
    expect(words).not.toContain('The plan names under-twos.');
    await move('factual-check');
  });

  it('an ICB lead reads nothing of it', async () => {
    const ifeoma = await as('ifeoma');
    expect((await ifeoma.get(check)).status).toBe(403);
    expect((await ifeoma.get(`${place}/report`)).status).toBe(404);
  });

  it('the start page and the results lead there', async () => {
    const words = await wordsAt('wanda', '/');
    expect(words).toContain('Check the draft results of Place 1');
    expect(words).toContain('until Saturday 28 March 2026 at 16:00');
    expect(words).not.toContain('Place 2');
    expect(await wordsAt('wanda', '/rounds')).toContain('Round spring-2026');
  });
});

describe('comments and answers', () => {
  beforeAll(() => aCheckedSystem('comments'));

  it('are stored once when sent twice, and read by the agency, the reviewers and the coordinator', async () => {
    const sent = await Promise.all([
      comment('wanda', 'We have four groups, not two.'),
      comment('wanda', 'We have four groups, not two.'),
    ]);
    for (const { headers } of sent) expect(headers['location']).toBe(`${check}?saved=comment`);
    expect(await rows()).toHaveLength(1);
    expect(await wordsAt('siân')).toContain('We have four groups, not two.');
    for (const who of ['bea', 'colm']) {
      const words = await wordsAt(who);
      expect(words).toContain('1 comment to answer');
      expect(words).toContain('Agency 1, ');
      expect(await wordsAt(who, '/')).toContain('1 comment to answer: Place 1');
    }
    expect((await (await as('otto')).get(check)).status).toBe(404);
  });

  it('[trust 13] of another agency are not read, nor can they be changed', async () => {
    const { ids } = system;
    await database
      .db('memberships')
      .where({
        system_id: ids.systemId,
        person_id: idOf(ids.people, `siân@${system.slug}.example`),
      })
      .update({ agency_id: idOf(ids.agencies, 'agency-2') });
    expect(await wordsAt('siân')).not.toContain('four groups');
    const [stored] = await rows();
    const siân = await as('siân');
    const taken = await siân.post(`${check}/${stored?.id ?? ''}`, { text: 'Mine.', revision: '1' });
    expect(taken.status).toBe(404);
  });

  it('name what is missing, and keep what was typed', async () => {
    const empty = await comment('wanda', ' ');
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('href="#text"');
    const nowhere = await comment('wanda', 'Kept words.', 'domain:nothing');
    expect(nowhere.status).toBe(422);
    expect(nowhere.text).toContain('Kept words.');
  });

  it('change until they are answered; whoever wrote them is told, and reads no reviewer’s name', async () => {
    const [stored] = await rows();
    const path = `${check}/${stored?.id ?? ''}`;
    const wanda = await as('wanda');
    await wanda.post(path, { text: 'We have five groups.', revision: '1' });
    const late = await wanda.post(path, { text: 'We have six groups.', revision: '1' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('We have six groups.');
    const [bea, teo] = [await as('bea'), await as('teo')];
    const given = { text: 'Corrected, thank you.', revision: '2' };
    for (let n = 0; n < 2; n += 1) {
      expect((await bea.post(`${path}/answer`, given)).status).toBe(303);
    }
    const other = await teo.post(`${path}/answer`, { text: 'It is not so.', revision: '2' });
    expect(other.status).toBe(409);
    expect(other.text).toContain('Corrected, thank you.');
    expect(other.text).toContain('It is not so.');
    const mails = await database
      .db('messages')
      .where({ system_id: system.ids.systemId, kind: 'comment-answered' });
    expect(mails.map(({ recipient }) => recipient)).toEqual([`wanda@${system.slug}.example`]);
    const words = await wordsAt('wanda');
    expect(words).toContain('Corrected, thank you. The reviewers, ');
    expect(words).not.toContain('Bea Lund');
    const answered = await wanda.post(path, { text: 'We have seven groups.', revision: '3' });
    expect(answered.status).toBe(409);
    expect(answered.text).toContain('We have seven groups.');
    expect((await rows())[0]).toMatchObject({ text: 'We have five groups.', revision: 3 });
  });

  it('are answered by the Place’s reviewers only', async () => {
    const path = `${check}/${(await rows())[0]?.id ?? ''}/answer`;
    const answer = { text: 'No.', revision: '3' };
    expect((await (await as('otto')).post(path, answer)).status).toBe(404);
    for (const who of ['colm', 'wanda', 'ifeoma']) {
      expect([who, (await (await as(who)).post(path, answer)).status]).toEqual([who, 403]);
    }
  });

  it('are frozen with the publication, and still read', async () => {
    await move('published');
    expect((await comment('wanda', 'Too late.')).status).toBe(409);
    const path = `${check}/${(await rows())[0]?.id ?? ''}/answer`;
    const late = await (await as('bea')).post(path, { text: 'Changed.', revision: '3' });
    expect(late.status).toBe(409);
    for (const who of ['wanda', 'bea', 'colm']) {
      const words = await wordsAt(who);
      expect(words).toContain('The factual check is over');
      expect(words).toContain('Corrected, thank you.');
      expect(words).not.toContain('Save the');
    }
  });
});
