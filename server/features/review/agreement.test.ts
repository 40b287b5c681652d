/** What the chair records of a domain: needed, kept, replaced, and nothing lost between two screens. */
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
import { setRoundStatus } from '../set-up/round.queries.ts';

const database = useDatabase();
let system: ResultsSystem;
const as = (who: Reviewing): Promise<Visitor> => visit(database.db, system, who);

describe('what the chair records', () => {
  const because = 'Support exists, nothing specialist before birth.';
  const path = `${domainPath(splitDomain)}/agreement`;
  beforeAll(async () => {
    system = await aReviewedSystem(database.db, 'recorded');
  });

  it('no reviewer else, and no coordinator, records anything', async () => {
    for (const who of ['bea', 'colm'] as const) {
      const sent = await (await as(who)).post(path, agreementOf(system, { agreed: '2', because }));
      expect(sent.status).toBe(403);
    }
    expect(await database.db('agreements').where('system_id', system.ids.systemId)).toEqual([]);
  });

  it('needs a level, a reason and who is present, and keeps what was typed', async () => {
    const amina = await as('amina');
    const fields = agreementOf(system, { agreed: '', because: '', dissent: 'Teo holds 3.' }, []);
    const answer = await amina.post(path, fields);
    expect(answer.status).toBe(422);
    for (const field of ['agreed-0', 'because', 'present-0']) {
      expect(answer.text).toContain(`href="#${field}"`);
    }
    expect(answer.text).toContain('Teo holds 3.');
  });

  it('replaces the median, says who was present, opens the views, and leads on to the next domain', async () => {
    const amina = await as('amina');
    const sent = await amina.post(
      path,
      agreementOf(system, { agreed: '2', because, others: 'Hamza Bell (parent)' }),
    );
    expect(sent.headers['location']).toMatch(/review\/domains\/strategic-leadership$/);
    const words = await wordsAt(await as('bea'), domainPath(splitDomain));
    expect(words).toContain(`Early growth ${because}`);
    expect(words).toContain(
      'Present: Amina Rahman (chair), Bea Lund, Teo Marlowe, Hamza Bell (parent).',
    );
    expect(await wordsAt(amina, reviewPath)).toContain('1 of 11 agreed.');
    const report = await wordsAt(amina, '/rounds/spring-2026/places/place-1/report');
    expect(report).toContain('Was split');
  });

  it('names where fewer were present than the quorum', async () => {
    const amina = await as('amina');
    const fields = agreementOf(system, { agreed: '2', because: 'All alike.' }, ['amina', 'bea']);
    await amina.post(`${domainPath(calmDomain)}/agreement`, fields);
    expect(await wordsAt(amina, domainPath(calmDomain))).toContain(
      '2 reviewers were present and the quorum is 3: sign-off waits',
    );
  });

  it('two screens at once: the second is shown what the first recorded, and loses no word', async () => {
    const amina = await as('amina');
    const late = agreementOf(system, { agreed: '3', because: 'The clinic counts.', basedOn: '0' });
    const answer = await amina.post(path, late);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.text)).toContain(
      'Amina Rahman recorded this domain while you had the page open',
    );
    expect(answer.text).toContain(because);
    expect(answer.text).toContain('The clinic counts.');
    const again = /name="basedOn" value="(\d+)"/.exec(answer.text)?.[1] ?? '';
    await amina.post(
      path,
      agreementOf(system, { agreed: '3', because: 'The clinic counts.', basedOn: again }),
    );
    const { text } = await amina.get(domainPath(splitDomain));
    expect(wordsOf(text)).toContain('Good progress The clinic counts.');
    expect(wordsOf(text)).toMatch(/What was recorded before .*Early growth Support exists/);
  });

  it('a domain can be set aside with a reason, and gives no level then', async () => {
    const amina = await as('amina');
    const fields = agreementOf(system, { agreed: 'none', because: 'Nobody could judge it.' });
    await amina.post(`${domainPath('outcomes-and-impact')}/agreement`, fields);
    const words = await wordsAt(amina, reviewPath);
    expect(words).toContain('Set aside');
    expect(words).toContain('3 of 11 agreed.');
  });

  it('nothing is recorded while the round takes answers', async () => {
    const open = await aReviewedSystem(database.db, 'taking');
    await setRoundStatus(database.db, open.ids.systemId, open.roundId, { status: 'open' });
    const amina = await visit(database.db, open, 'amina');
    const sent = await amina.post(path, agreementOf(open, { agreed: '2', because }));
    expect(sent.status).toBe(409);
    expect(wordsOf((await amina.get(reviewPath)).text)).toContain('the review begins when');
  });
});
