/** A new edition of published results: whole, once, told to everybody, and stated wherever results are read. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import {
  aPublishedSystem,
  aSecondCoordinator,
  correctionOf,
  correctionPath,
  correctionsPath,
  publicationOf,
} from '../../../../test/factories/corrections.ts';
import { inFull, patient, useDownloads } from '../../../../test/factories/report-downloads.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import { paperWords } from '../../../../test/factories/report-papers.ts';
import type { ResultsSystem } from '../../../../test/factories/results.ts';
import {
  calmDomain,
  domainPath,
  elementPath,
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
const propose = async (
  domain = splitDomain,
  ...plan: [Record<string, string>?, Reviewing[]?]
): Promise<void> => {
  const sent = await (
    await as('amina')
  ).post(correctionPath(domain), correctionOf(system, ...plan));
  expect(sent.status).toBe(303);
};
const mails = () =>
  database.db('messages').where({ system_id: system.ids.systemId, kind: 'edition' });
const editions = () =>
  database.db('editions').where('system_id', system.ids.systemId).orderBy('number');
const report = '/rounds/spring-2026/report';
const placeReport = '/rounds/spring-2026/places/place-1/report';

describe('publishing an edition', () => {
  beforeAll(async () => {
    system = await aPublishedSystem(database.db, 'edition');
    await propose();
    await propose(calmDomain, { because: 'Too few to say.' }, ['amina', 'bea']);
  });

  it('is found by the coordinator on the round’s page, and asked before it is done', async () => {
    const colm = await as('colm');
    expect(await wordsAt(colm, '/')).toContain(
      '2 corrections wait: Round spring-2026 For Place 1. What is published stays as it is',
    );
    expect(await wordsAt(await as('amina'), '/')).not.toContain('corrections wait');
    expect(await wordsAt(colm, '/set-up/rounds/spring-2026')).toContain('Corrections waiting (2)');
    const words = await wordsAt(colm, `${correctionsPath}/publish`);
    expect(words).toContain('Publish edition 2?');
    expect(words).toContain(
      'Place 1: Services and interventions From Foundations to Early growth.',
    );
    expect(words).toContain('1 correction without the quorum waits on.');
    expect(words).not.toContain('Too few to say.');
  });

  it('publishes what the quorum agreed, keeps the rest waiting, and says so everywhere', async () => {
    const colm = await as('colm');
    const form = await publicationOf(colm, 'We counted a clinic twice.');
    const sent = await colm.post(`${correctionsPath}/publish`, form);
    expect(sent.headers['location']).toBe(`${correctionsPath}?done=2`);
    expect(await wordsAt(colm, `${correctionsPath}?done=2`)).toContain('Edition 2 is published');
    const siân = await as('siân');
    for (const path of [report, placeReport]) {
      const words = await wordsAt(siân, path);
      expect(words).toContain('Edition 2, ');
      expect(words).toContain('What changed since the first publication');
      expect(words).toMatch(
        /Services and interventions\. From Foundations to Early growth\. The clinic was counted twice\./,
      );
      expect(words).toContain('We counted a clinic twice.');
      expect(words).not.toContain('Too few to say.');
    }
    expect(await wordsAt(siân, placeReport.replace('place-1', 'place-2'))).toContain(
      'Nothing changed for Place 2.',
    );
    const review = await wordsAt(await as('bea'), domainPath(splitDomain));
    expect(review).toContain('Early growth The clinic was counted twice.');
    expect(review).toMatch(/Amina Rahman recorded it on .*, published in edition 2/);
    expect(review).toMatch(/What was recorded before Foundations As the agencies said\./);
  });

  it('[trust 14] tells everybody with a role once, where and of what, and no reason', async () => {
    const sent = await mails();
    const addresses = await database
      .db('memberships as m')
      .join('people as p', 'p.id', 'm.person_id')
      .where('m.system_id', system.ids.systemId)
      .distinct()
      .pluck<string[]>('p.email');
    expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual(addresses.toSorted());
    for (const { subject, content } of sent) {
      expect(subject).toContain('edition 2');
      expect(JSON.stringify(content)).toContain('"Place 1: Services and interventions."');
      expect(JSON.stringify(content)).not.toMatch(/counted|Place 2|Strategic/);
    }
  });

  it('is stated on paper as on the page', patient, async () => {
    const wanda = await downloads.signIn(system.email('wanda'));
    for (const path of [report, placeReport].flatMap((each) => [each, inFull(each)])) {
      const words = paperWords(await downloads.read(wanda, path));
      expect(words).toMatch(/(report|summary), Round spring-2026\. Edition 2, \d+ \w+ 20\d\d/);
      expect(words).toContain('What changed since the first publication');
      expect(words).toMatch(
        /Services and interventions\. From Foundations to Early growth\. The clinic was counted twice\./,
      );
      expect(words).not.toContain('Too few to say.');
    }
  });

  it('sent again by the same person it leads to what was published, and does nothing twice', async () => {
    const colm = await as('colm');
    const before = (await mails()).length;
    const [agreed] = await database
      .db('agreements')
      .where({ system_id: system.ids.systemId, item_id: splitDomain });
    const again = await colm.post(`${correctionsPath}/publish`, {
      edition: '2',
      seen: '',
      note: '',
    });
    expect(again.headers['location']).toBe(`${correctionsPath}?done=2`);
    expect((await mails()).length).toBe(before);
    expect(agreed).toMatchObject({ level: 2, revision: 2 });
    expect((await editions()).map(({ number }) => number)).toEqual([2]);
  });

  it('publishes nothing while the quorum is missing by one, and the rest once it is there', async () => {
    const colm = await as('colm');
    const asked = await colm.get(`${correctionsPath}/publish`);
    expect(asked.headers['location']).toBe(correctionsPath);
    const forced = { edition: '3', seen: '', note: '' };
    expect((await colm.post(`${correctionsPath}/publish`, forced)).status).toBe(409);
    expect(await editions()).toHaveLength(1);
    await propose(calmDomain, { because: 'Enough of us.', waiting: '1', agreed: 'none' });
    await colm.post(`${correctionsPath}/publish`, await publicationOf(colm));
    const words = await wordsAt(await as('siân'), report);
    expect(words).toContain('Edition 3, ');
    expect(words).toContain('From Early growth to set aside. Enough of us.');
    expect(words).toContain('From Foundations to Early growth.');
  });
});

describe('a support element', () => {
  it('is corrected in the same way, and its colour stands in the results afterwards', async () => {
    system = await aPublishedSystem(database.db, 'element-edition');
    const correction = `${elementPath('E6')}/correction`;
    const amina = await as('amina');
    const because = 'The crisis team was left out.';
    const fields = correctionOf(system, { agreed: 'green', because, basedOn: '0' });
    expect((await amina.post(correction, correctionOf(system, { agreed: '2' }))).status).toBe(422);
    expect((await amina.post(correction, fields)).headers['location']).toBe(
      `${elementPath('E6')}#correction`,
    );
    expect(await wordsAt(await as('bea'), elementPath('E6'))).toContain('From as derived to Green');
    const siân = await as('siân');
    expect(await wordsAt(siân, placeReport)).not.toContain('crisis team was left out');
    const colm = await as('colm');
    await colm.post(`${correctionsPath}/publish`, await publicationOf(colm));
    const words = await wordsAt(siân, placeReport);
    expect(words).toContain('Agreed: Green (derived: Unknown)');
    expect(words).toMatch(/risk management\. From as derived to Green\. The crisis team/);
  });
});

describe('two coordinators', () => {
  beforeAll(async () => {
    system = await aPublishedSystem(database.db, 'two-of-them');
    await aSecondCoordinator(database.db, system);
    await propose();
  });

  it('at once publish one edition: the other is told, and nobody is told twice', async () => {
    const [colm, ifeoma] = [await as('colm'), await as('ifeoma')];
    const form = await publicationOf(colm);
    const notes = ['We counted a clinic twice.', 'The clinic stands once now.'];
    const answers = await Promise.all(
      [colm, ifeoma].map((one, at) =>
        one.post(`${correctionsPath}/publish`, { ...form, note: notes[at] ?? '' }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const refused = answers.find(({ status }) => status === 409);
    const unpublished = notes[answers.findIndex(({ status }) => status === 409)] ?? '';
    expect(refused?.text).toContain(unpublished);
    expect(wordsOf(refused?.text ?? '')).toMatch(
      /(Colm Doyle|Ifeoma Obi) published edition 2 while you had this page open, and nothing was published twice\./,
    );
    expect(await editions()).toHaveLength(1);
    const recipients = (await mails()).map(({ recipient }) => recipient);
    expect(new Set(recipients).size).toBe(recipients.length);
    const published = await database
      .db('audit_events')
      .where({ system_id: system.ids.systemId, act: 'edition.published' });
    expect(published).toHaveLength(1);
  });

  it('publish no correction that was changed since their page was opened', async () => {
    await propose(splitDomain, { basedOn: '2', agreed: '3' });
    const colm = await as('colm');
    const form = await publicationOf(colm);
    await propose(splitDomain, { basedOn: '2', agreed: '0', waiting: '1' });
    const answer = await colm.post(`${correctionsPath}/publish`, { ...form, note: 'Kept words.' });
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.text)).toContain('What waits has changed since you opened this page');
    expect(answer.text).toContain('Kept words.');
    expect(await editions()).toHaveLength(1);
  });

  it('are refused where an agreement has moved, and nothing of the edition is kept', async () => {
    const colm = await as('colm');
    const form = await publicationOf(colm);
    await database
      .db('agreements')
      .where({ system_id: system.ids.systemId, item_id: splitDomain })
      .update({ revision: 7 });
    const before = (await mails()).length;
    const answer = await colm.post(`${correctionsPath}/publish`, form);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.text)).toContain('Its chair must look at it again.');
    expect(await editions()).toHaveLength(1);
    expect((await mails()).length).toBe(before);
  });

  it('[trust 10] of another system find nothing of it', async () => {
    const waiting = system;
    system = await aPublishedSystem(database.db, 'next-door');
    const colm = await as('colm');
    expect(await wordsAt(colm, correctionsPath)).toContain('No corrections wait');
    const sent = await colm.post(`${correctionsPath}/publish`, {
      edition: '2',
      seen: '',
      note: '',
    });
    expect(sent.status).toBe(409);
    const [own] = await database
      .db('corrections')
      .where('system_id', waiting.ids.systemId)
      .whereNull('edition');
    expect(own).toMatchObject({ withdrawn_at: null, level: 0 });
  });
});
