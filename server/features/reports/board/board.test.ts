/** The Board paper of a round: written by the coordinator, read by whoever downloads reports, and nobody's words lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { anAction } from '../../../../test/factories/actions.ts';
import { aGridSystem } from '../../../../test/factories/grid-system.ts';
import { changed, sentBy } from '../../../../test/factories/html-form.ts';
import { aPublishedCase } from '../../../../test/factories/published-case.ts';
import { wordsOf } from '../../../../test/factories/report-pages.ts';
import type { Reader, ResultsSystem } from '../../../../test/factories/results.ts';
import { anApp, signedIn, type Visitor } from '../../../../test/factories/visitor.ts';
import { longestText } from '../../../domain/board/board-paper.ts';

const database = useDatabase();
const signIn = (system: ResultsSystem, reader: Reader): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, system.email(reader));
const paper = '/rounds/spring-2026/board-paper';
const edit = `${paper}/edit`;
const form = 'bp-form';

const stored = (system: ResultsSystem) =>
  database
    .db('board_papers')
    .where({ system_id: system.ids.systemId })
    .first('content', 'revision');

/** Sends the form as it is, but for these fields. */
async function send(
  visitor: Visitor,
  html: string,
  fields: Readonly<Record<string, string>>,
): ReturnType<Visitor['post']> {
  return visitor.post(edit, changed(sentBy(html, form), fields));
}

describe('a paper before publication', () => {
  let system: ResultsSystem;
  let colm: Visitor;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'drafted');
    colm = await signIn(system, 'colm');
  });

  it.each(['amina', 'ifeoma', 'siân', 'wanda'] as const)(
    '[trust 13] is not there for %s',
    async (reader) => {
      const visitor = await signIn(system, reader);
      expect([403, 404]).toContain((await visitor.get(paper)).status);
      const report = await visitor.get('/rounds/spring-2026/report');
      expect(report.text).not.toContain(paper);
    },
  );

  it('is found from the matrix by the coordinator, and says what is missing', async () => {
    const report = await colm.get('/rounds/spring-2026/report');
    expect(report.text).toContain(`href="${paper}"`);
    const page = wordsOf((await colm.get(paper)).text);
    expect(page).toContain('Draft, seen by the coordinator only');
    expect(page).toContain('Key points Not written yet. Write it: Key points');
    expect(page).toContain('Whether an assessment is needed is not said yet.');
  });

  it('names the field at fault, stores nothing and keeps what was typed', async () => {
    const { text } = await colm.get(edit);
    const sent = { keyPoints: 'x'.repeat(longestText + 1), meetingOn: '31/2/2027', title: 'Kept' };
    const refused = await send(colm, text, sent);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('Date of the meeting: Give a day that there is');
    expect(wordsOf(refused.text)).toContain(
      'Key points: The text has 20,001 characters, 20,000 are kept: shorten it',
    );
    expect(Object.fromEntries(sentBy(refused.text, form))).toMatchObject(sent);
    expect(await stored(system)).toBeUndefined();
  });

  it('[trust 12] refuses a field that the page does not have', async () => {
    const { text } = await colm.get(edit);
    expect((await send(colm, text, { status: 'published' })).status).toBe(400);
  });

  it('[trust 28] shows as text what looks like a script, in paragraphs and lists', async () => {
    const { text } = await colm.get(edit);
    const keyPoints = 'We ask:\n1. <script>alert(1)</script>\n2. "\'><img src=x onerror=alert(1)>';
    const saved = await send(colm, text, { keyPoints, purpose: 'approve', meetingOn: '4/12/2026' });
    expect(saved.headers['location']).toBe(paper);
    const page = await colm.get(paper);
    expect(page.text).toContain('<li class="words">&lt;script&gt;alert(1)&lt;/script&gt;</li>');
    expect(page.text).not.toContain('<img src=x');
    expect(wordsOf(page.text)).toContain('Chosen: Approve:');
    expect(wordsOf(page.text)).toContain('Meeting 4 December 2026');
  });

  it('sent again unchanged writes nothing', async () => {
    const before = await stored(system);
    const { text } = await colm.get(edit);
    expect((await send(colm, text, {})).status).toBe(303);
    expect(await stored(system)).toEqual(before);
  });

  it('keeps every state in its history, with the words of then', async () => {
    const { text } = await colm.get(edit);
    await send(colm, text, { purpose: 'receive' });
    const history = wordsOf((await colm.get(`${paper}/history`)).text);
    expect(history).toContain('Purpose');
    expect(history).toMatch(/Approve.*Receive/);
  });
});

describe('two people at one paper', () => {
  let system: ResultsSystem;
  let colm: Visitor;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'together');
    colm = await signIn(system, 'colm');
  });

  it('[trust 38] both keep what they wrote in different fields', async () => {
    const [one, other] = [await colm.get(edit), await colm.get(edit)];
    expect((await send(colm, one.text, { issues: 'Posts are vacant.' })).status).toBe(303);
    expect((await send(colm, other.text, { asks: 'Fund a post.' })).status).toBe(303);
    expect((await stored(system))?.content).toMatchObject({
      issues: 'Posts are vacant.',
      asks: 'Fund a post.',
    });
  });

  it('[trust 39] see both texts where they wrote in the same field, and nothing is stored', async () => {
    const [one, other] = [await colm.get(edit), await colm.get(edit)];
    await send(colm, one.text, { issues: 'Theirs.', progress: 'Theirs too.' });
    const refused = await send(colm, other.text, { issues: 'Ours.' });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused.text)).toContain('Stored now Theirs. Yours, not saved Ours.');
    expect((await stored(system))?.content).toMatchObject({ issues: 'Theirs.' });
    expect((await send(colm, refused.text, {})).status).toBe(303);
    expect((await stored(system))?.content).toMatchObject({
      issues: 'Ours.',
      progress: 'Theirs too.',
    });
  });
});

/** made once: its name is its own */
let published: Promise<ResultsSystem> | undefined;
const thePublishedCase = (): Promise<ResultsSystem> =>
  (published ??= aPublishedCase(database.db, 'published').then(({ system }) => system));

describe('what is suggested', () => {
  let system: ResultsSystem;
  let colm: Visitor;
  let actionId: string;
  beforeAll(async () => {
    system = await thePublishedCase();
    actionId = await anAction(database.db, system, {
      what: 'Fund a consultant post',
      place: 'lancashire',
      by: system.email('colm'),
      dueOn: '2026-03-01',
    });
    colm = await signIn(system, 'colm');
  });

  it('comes from the results, each with its source', async () => {
    const { text } = await colm.get(edit);
    const words = wordsOf(text);
    expect(words).toContain(
      'Specialist 0-2 mental health support is red in 3 of 4 Places: Blackburn with Darwen, Lancashire and South Cumbria.',
    );
    expect(words).toContain('1 of 1 open action is overdue, the longest: Fund a consultant post');
    expect(words).toContain(
      'Agree: Fund a consultant post (Lancashire; nobody owns it yet; due 1 March 2026)',
    );
    expect(text).toContain(`href="/actions/${actionId}"`);
    expect(text).toContain('href="/rounds/spring-2026/places/blackburn-with-darwen/method#E4"');
  });

  it('goes into its field by a press, beside what is typed, and is not saved by it', async () => {
    const { text } = await colm.get(edit);
    const taken = await send(colm, text, { take: 'red-E4', issues: 'Ours first.', title: 'Typed' });
    expect(taken.status).toBe(200);
    expect(wordsOf(taken.text)).toContain('Added to “Issues and risks”. Not saved yet.');
    const fields = Object.fromEntries(sentBy(taken.text, form));
    expect(fields['issues']).toMatch(
      /^Ours first\.\n- Specialist 0-2 mental health support is red/,
    );
    expect(fields['title']).toBe('Typed');
    expect(await stored(system)).toBeUndefined();
    const again = await send(colm, taken.text, { take: 'red-E4' });
    expect(Object.fromEntries(sentBy(again.text, form))['issues']).toBe(fields['issues']);
  });
});

describe('a published paper', () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await thePublishedCase();
    const colm = await signIn(system, 'colm');
    const { text } = await colm.get(edit);
    await send(colm, text, { title: 'Babies who are missed', asks: 'Fund a post.' });
  });

  it('is the same for reviewers and ICB leads, who do not write it', async () => {
    const pages: string[] = [];
    for (const reader of ['amina', 'ifeoma'] as const) {
      const visitor = await signIn(system, reader);
      const page = await visitor.get(paper);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain(edit);
      expect((await visitor.get(edit)).status).toBe(403);
      expect((await visitor.get(`${paper}/history`)).status).toBe(403);
      pages.push(wordsOf(/<main[^]*<\/main>/.exec(page.text)?.[0] ?? ''));
    }
    expect(pages[0]).toContain('Babies who are missed');
    expect(pages[0]).toBe(pages[1]);
  });

  it('counts each Place’s colours as the matrix shows them', async () => {
    const words = wordsOf((await (await signIn(system, 'ifeoma')).get(paper)).text);
    expect(words).toContain('Blackpool Red 0 Amber 6 Green 0 In development 0 Unknown 0');
    expect(words).toContain(
      'Blackburn with Darwen Red 2 Amber 3 Green 0 In development 0 Unknown 1',
    );
    expect(words).toContain('Lancashire Red 2 Amber 1 Green 0 In development 2 Unknown 1');
  });

  it('is for nobody who answers for an agency', async () => {
    for (const reader of ['siân', 'wanda'] as const) {
      expect((await (await signIn(system, reader)).get(paper)).status).toBe(403);
    }
  });

  it('[trust 11] of another system is not found', async () => {
    const elsewhere = await aGridSystem(database.db, 'elsewhere');
    const visitor = await signIn(elsewhere, 'colm');
    const words = wordsOf((await visitor.get(paper)).text);
    expect(words).not.toContain('Babies who are missed');
    expect((await visitor.get('/rounds/autumn-1999/board-paper')).status).toBe(404);
  });
});
