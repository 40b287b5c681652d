/** What the chair records of a support element, and how results show it: never without the derived colour. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  patient,
  placeReport,
  report,
  useDownloads,
} from '../../../test/factories/report-downloads.ts';
import { cellsOf, sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import { paperWords, rowsOf } from '../../../test/factories/report-papers.ts';
import { giveEntries, type ResultsSystem } from '../../../test/factories/results.ts';
import {
  agreementOf,
  aReviewedSystem,
  elementPath,
  reviewPath,
  visit,
  wordsAt,
  type Reviewing,
} from '../../../test/factories/review.ts';
import { signedOff } from '../../../test/factories/sign-off.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import { setRoundStatus } from '../set-up/round.queries.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);
const because = 'The clinic opened after the map was submitted.';
const path = `${elementPath('E4')}/agreement`;
const everyElement = { agreed: 'green', because };

/** One service that takes specialist referrals, and lacks what green needs: E4 is amber in Place 1. */
async function aMappedSystem(slug: string): Promise<ResultsSystem> {
  const system = await aReviewedSystem(database.db, slug);
  await giveEntries(database.db, system, 'agency-1', [
    {
      agency: 'agency-1',
      name: 'Parent-infant team',
      sector: 'health-visiting',
      status: 'running',
      places: ['place-1'],
      levels: ['specialist'],
      focus: 'relationship',
      ages: { from: 0, to: 12 },
      funding: 'fixed-term',
    },
  ]);
  return system;
}

describe('a support element in review', () => {
  let system: ResultsSystem;
  const as = (who: Reviewing): Promise<Visitor> => visit(database.db, system, who);
  beforeAll(async () => {
    system = await aMappedSystem('element');
  });

  it('shows the derived colour with its reasons and its rule, and no own view is asked for', async () => {
    const words = await wordsAt(await as('bea'), elementPath('E4'));
    expect(words).toContain('Amber 1 service Closest to green: Parent-infant team (Agency 1).');
    expect(words).toContain('recurrent funding (now: Fixed term');
    expect(words).toContain('A service counts when');
    expect(words).toContain('Not agreed: the derived colour stands.');
    expect(words).not.toContain('Your view first');
    expect(words).not.toContain('Record what is agreed');
  });

  it('stands in a list of its own, for which sign-off does not wait', async () => {
    const words = await wordsAt(await as('colm'), reviewPath);
    expect(words).toContain('Sign-off does not wait for these');
    expect(words).toContain(
      'Specialist 0-2 mental health support Derived Amber Agreed Not agreed: the derived colour stands',
    );
  });

  it('no reviewer else, and no coordinator, records anything', async () => {
    for (const who of ['bea', 'colm'] as const) {
      const sent = await (await as(who)).post(path, agreementOf(system, everyElement));
      expect(sent.status).toBe(403);
    }
    expect(await database.db('agreements').where('system_id', system.ids.systemId)).toEqual([]);
  });

  it('needs a colour that there is, a reason and who is present, and keeps what was typed', async () => {
    const amina = await as('amina');
    const fields = { agreed: 'discuss', because: '', dissent: 'Teo saw no change.' };
    const answer = await amina.post(path, agreementOf(system, fields, []));
    expect(answer.status).toBe(422);
    for (const field of ['agreed-0', 'because', 'present-0']) {
      expect(answer.text).toContain(`href="#${field}"`);
    }
    expect(answer.text).toContain('Teo saw no change.');
    const green = await amina.post(path, agreementOf(system, { agreed: 'green', because: '' }));
    expect(green.status).toBe(422);
    expect(green.text).toMatch(/value="green" checked/);
  });

  it('once recorded stands beside the derived colour, in the list and in the decisions too', async () => {
    const amina = await as('amina');
    const others = 'Hamza Bell (parent)';
    const sent = await amina.post(path, agreementOf(system, { ...everyElement, others }));
    expect(sent.headers['location']).toBe(`${reviewPath}#elements`);
    const bea = await as('bea');
    expect(await wordsAt(bea, elementPath('E4'))).toContain(
      `Agreed: Green (derived: Amber) ${because} Present: Amina Rahman (chair), Bea Lund, Teo Marlowe, Hamza Bell (parent).`,
    );
    expect(await wordsAt(bea, reviewPath)).toContain('Derived Amber Agreed Green 3 reviewers');
    expect(await wordsAt(bea, reviewPath)).toContain('0 of 11 agreed.');
    expect(await wordsAt(bea, `${reviewPath}/workshop/decisions`)).toContain(
      'Specialist 0-2 mental health support Agreed: Green (derived: Amber)',
    );
    const [event] = await database
      .db('audit_events')
      .where({ system_id: system.ids.systemId, act: 'element.agreed' })
      .select('details');
    expect(event?.details).toMatchObject({ element: 'E4', colour: 'green' });
  });

  it('two screens at once: the second is shown what the first recorded, and loses no word', async () => {
    const amina = await as('amina');
    const late = agreementOf(system, { agreed: 'red', because: 'It may close.', basedOn: '0' });
    const answer = await amina.post(path, late);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.text)).toContain(
      'Amina Rahman recorded this element while you had the page open',
    );
    expect(answer.text).toContain(because);
    expect(answer.text).toContain('It may close.');
    const basedOn = /name="basedOn" value="(\d+)"/.exec(answer.text)?.[1] ?? '';
    const fields = { agreed: 'derived', because: 'It may close.', basedOn };
    await amina.post(path, agreementOf(system, fields));
    const words = await wordsAt(amina, elementPath('E4'));
    expect(words).toContain('Agreed: Amber, as derived It may close.');
    expect(words).toMatch(/What was recorded before Green The clinic opened/);
  });

  it('names where fewer were present than the quorum', async () => {
    const amina = await as('amina');
    const fields = agreementOf(system, { agreed: 'red', because }, ['amina', 'bea']);
    await amina.post(`${elementPath('E5')}/agreement`, fields);
    expect(await wordsAt(amina, elementPath('E5'))).toContain(
      '2 reviewers were present and the quorum is 3: it stands, and this is said with it.',
    );
  });

  it('tells of a white cell which answers would settle it', async () => {
    const words = await wordsAt(await as('amina'), elementPath('E6'));
    expect(words).toMatch(/What would settle it Parent-infant team \(Agency 1\) “.+\?”/);
    expect(words).toContain('Return it with a question');
  });

  it('that the map does not have is not there', async () => {
    const amina = await as('amina');
    expect((await amina.get(elementPath('E7'))).status).toBe(404);
    const sent = await amina.post(
      `${elementPath('E7')}/agreement`,
      agreementOf(system, everyElement),
    );
    expect(sent.status).toBe(404);
  });

  it('[trust 13] is not there for agencies and ICB leads, nor for reviewers of another Place', async () => {
    for (const who of ['ifeoma', 'siân', 'wanda', 'otto'] as const) {
      const { status } = await (await as(who)).get(elementPath('E4'));
      expect(status, who).toBe(who === 'otto' ? 404 : 403);
    }
  });

  it('is frozen once its Place is signed off', async () => {
    const amina = await as('amina');
    await signedOff(database.db, 'spring-2026');
    const fields = agreementOf(system, { ...everyElement, basedOn: '2' });
    const late = await amina.post(path, fields);
    expect(late.status).toBe(409);
    expect(wordsOf(late.text)).toMatch(/What you wrote is kept in this page.*The clinic opened/);
    const words = await wordsAt(amina, elementPath('E4'));
    expect(words).toContain('signed this Place off');
    expect(words).toContain('Agreed: Amber, as derived');
    expect(words).not.toContain('Record another agreement');
  });
});

describe('results with an agreed colour', patient, () => {
  let system: ResultsSystem;
  const title = 'Specialist 0-2 mental health support';
  beforeAll(async () => {
    system = await aMappedSystem('shown');
    const amina = await visit(database.db, system, 'amina');
    const fields = { agreed: 'green', because, dissent: 'Teo saw no change.' };
    await amina.post(path, agreementOf(system, fields));
    const { systemId } = system.ids;
    await setRoundStatus(database.db, systemId, system.roundId, { status: 'published' });
  });

  it('show it as the colour and the derived one beside it, on page and paper alike', async () => {
    const ifeoma = await signIn(system.email('ifeoma'));
    const place = placeReport('place-1');
    const [cell] = cellsOf((await ifeoma.get(report)).text, title);
    expect(cell?.rag).toBe('green');
    expect(cell?.words).toContain('Green Agreed (derived: Amber) 1 service');
    const html = (await ifeoma.get(place)).text;
    expect(cellsOf(html, title)[0]).toEqual({
      rag: 'green',
      words: 'Green Agreed (derived: Amber) 1 service',
    });
    const said =
      /Agreed: Green \(derived: Amber\), on \d+ \w+ \d{4}\. The clinic opened after the map was submitted\./;
    expect(sectionOf(html, 'elements')).toMatch(said);
    expect(await wordsAt(ifeoma, '/rounds/spring-2026/places/place-1/method')).toMatch(said);
    const paper = await read(ifeoma, place);
    const [[colour = '', why = ''] = []] = rowsOf(paper, `${title} E4 ·`);
    expect(colour).toBe('Green Agreed (derived: Amber), 1 service');
    expect(why).toMatch(said);
    expect(why).toContain('Closest to green: Parent-infant team.');
    const all = await read(ifeoma, report);
    expect(rowsOf(all, `${title} E4`)[0]?.[0]).toContain('Green Agreed (derived: Amber) 1 service');
  });

  it('[trust 13] name dissent and who was present to reviewers and coordinators only', async () => {
    const place = placeReport('place-1');
    for (const who of ['ifeoma', 'wanda'] as const) {
      const visitor = await signIn(system.email(who));
      for (const words of [await wordsAt(visitor, place), paperWords(await read(visitor, place))]) {
        expect(words).toContain(because);
        expect(words).not.toMatch(/Teo|Amina/);
      }
    }
    const colm = await signIn(system.email('colm'));
    for (const words of [await wordsAt(colm, place), paperWords(await read(colm, place))]) {
      expect(words).toContain('Dissent: Teo saw no change.');
    }
  });

  it('are the minutes’ too, and the draft’s of a factual check', async () => {
    const { systemId } = system.ids;
    await setRoundStatus(database.db, systemId, system.roundId, { status: 'factual-check' });
    const amina = await signIn('amina@shown.example');
    expect(paperWords(await read(amina, `${reviewPath}/minutes`))).toContain(
      'Green instead of amber',
    );
    const siân = await signIn(system.email('siân'));
    const words = await wordsAt(siân, '/rounds/spring-2026/places/place-1/check');
    expect(words).toContain(`${title} Green Agreed (derived: Amber). ${because}`);
    expect(words).not.toContain('Teo');
  });
});
