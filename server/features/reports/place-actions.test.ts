/** The actions of a Place on its page and in its PDF: the same words in both, and only what the list of actions shows. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { anAction, type ActionPlan } from '../../../test/factories/actions.ts';
import {
  inFull,
  patient,
  placeReport,
  useDownloads,
} from '../../../test/factories/report-downloads.ts';
import { sectionOf, wordsOf } from '../../../test/factories/report-pages.ts';
import { headings, paperWords, rowsOf } from '../../../test/factories/report-papers.ts';
import { addRound, giveLevels } from '../../../test/factories/results.ts';
import { aSystem, shippedDefinitions, type TestSystem } from '../../../test/factories/system.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);
const address = (name: string): string => `${name}@aldermoor-and-wend.example`;
const page = placeReport('quillby');
const lastPage = page.replace('spring-2026', 'last');
let system: TestSystem;
let last: TestSystem;

/** Last round is published, this one in review; in both Kingfisher gave Quillby a level. */
beforeAll(async () => {
  system = await aSystem(database.db, { roundStatus: 'in-review' });
  const { ids } = system;
  const definitions = shippedDefinitions();
  const roundId = await addRound(database.db, ids, {
    ...{ slug: 'last', status: 'open', position: 0, definitions },
  });
  for (const id of [roundId, system.roundId]) {
    const asked = { agency: 'kingfisher', place: 'quillby' };
    await giveLevels(database.db, { ids, roundId: id }, asked, { 'financial-investment': 1 });
  }
  await database.db('rounds').where({ id: roundId }).update({ status: 'published' });
  last = { ...system, roundId };
});

const raised = (what: string, more: Partial<ActionPlan> = {}, from = system): Promise<string> =>
  anAction(database.db, from, { what, place: 'quillby', by: address('colm'), ...more });

const forget = async (): Promise<void> => {
  for (const table of ['action_changes', 'actions']) await database.db(table).delete();
};

/** The words of a row of the page, cell by cell, without the labels that a small screen shows. */
function pageRow(html: string, what: string): string[] {
  const row = html.split('<tr').find((part) => part.includes(`>${what}</a>`)) ?? '';
  const cells = row.replace(/<span class="lab">.*?<\/span>/g, '').match(/<t[hd].*?<\/t[hd]>/gs);
  return (cells ?? []).map((cell) => wordsOf(cell).trim());
}

describe('the actions of a Place', patient, () => {
  let colm: Visitor;
  beforeAll(async () => {
    colm = await signIn(address('colm'));
    await raised('Write a business case', {
      ...{ agency: 'kingfisher', person: address('siân'), ownerName: 'the estates team' },
      ...{ dueOn: '2026-03-17', aimedLevel: 3, status: 'funded' },
    });
    await raised('Open a clinic', {
      ...{ source: 'gap', item: 'sector:midwifery:targeted', dueOn: '2026-12-01' },
      about: 'No targeted service: Midwifery',
    });
    await raised('Still to be done', {}, last);
    await raised('Was done before', { status: 'done' }, last);
    await raised('Done in this round', { status: 'done' });
    await raised('In words alone', { source: 'none' });
    await raised('Elsewhere', { place: 'ferrow-vale' });
  });

  it('are those of the round and what is open from before, overdue first and ended last', async () => {
    const { text } = await colm.get(page);
    const listed = sectionOf(text, 'actions');
    expect(listed).toContain('5 actions, 1 overdue, 1 open from earlier rounds.');
    const order = [
      'Write a business case',
      'Open a clinic',
      'Still to be done',
      'Done in this round',
    ];
    const at = order.map((what) => listed.indexOf(what));
    expect(at.every((place) => place >= 0)).toBe(true);
    expect(at).toEqual(at.toSorted((one, other) => one - other));
    for (const what of ['Was done before', 'Elsewhere']) expect(listed).not.toContain(what);
  });

  it('say who, by when, how it stands, what for and where from', async () => {
    const { text } = await colm.get(page);
    expect(pageRow(text, 'Write a business case')).toEqual([
      'Write a business case Financial investment, Round 3, spring 2026',
      'Kingfisher Children’s Community Services (Siân Elwyn-Hughes), the estates team',
      '17 March 2026',
      'Funded Overdue',
      'Good progress',
    ]);
    expect(pageRow(text, 'In words alone')).toEqual([
      'In words alone',
      ...['Nobody yet', 'No day set', 'Proposed', '–'],
    ]);
  });

  it('are in the PDF what they are on the page, each with its link', async () => {
    const { text } = await colm.get(page);
    const paper = await read(colm, page);
    const whats = ['Write a business case', 'Open a clinic', 'Still to be done', 'In words alone'];
    for (const what of whats) {
      const [, ...cells] = pageRow(text, what);
      expect(rowsOf(paper, what), what).toEqual([cells]);
      expect(paperWords(paper)).toContain(pageRow(text, what)[0]);
    }
    expect(paperWords(paper)).toContain('5 actions, 1 overdue, 1 open from earlier rounds.');
    expect(paperWords(paper)).not.toContain('Was done before');
  });

  it('of a round before stay without what was raised since', async () => {
    const listed = sectionOf((await colm.get(lastPage)).text, 'actions');
    for (const what of ['Still to be done', 'Was done before']) expect(listed).toContain(what);
    for (const what of ['Write a business case', 'Open a clinic']) {
      expect(listed).not.toContain(what);
    }
  });

  it('[trust 10] are shown before publication to whom the list of actions shows them', async () => {
    const siân = await signIn(address('siân'));
    const { text } = await siân.get(lastPage);
    const [what = '', , , status = '', level = ''] = pageRow(text, 'Write a business case');
    expect([what, status, level]).toEqual(['Write a business case', 'Funded Overdue', '–']);
    expect(sectionOf(text, 'actions')).not.toContain('Open a clinic');
    expect(sectionOf(text, 'actions')).not.toContain('Spring');
    const paper = await read(siân, lastPage);
    expect(rowsOf(paper, 'Write a business case').map((cells) => cells.at(-1))).toEqual(['–']);
    expect(paperWords(paper)).not.toContain('Open a clinic');
  });

  it('are folded beyond ten, with a link to all of them; the full PDF has all, the summary says so', async () => {
    await forget();
    for (let n = 1; n <= 12; n++) await raised(`Step ${n} of twelve`);
    const { text } = await colm.get(page);
    const [shown = '', folded = ''] = text
      .slice(text.indexOf('<h2 id="actions">'))
      .split('<details');
    expect(shown.match(/ of twelve</g)).toHaveLength(10);
    expect(folded).toContain('2 more actions');
    expect(folded.match(/ of twelve</g)).toHaveLength(2);
    expect(text).toContain('href="/actions?place=quillby&amp;status=all"');
    expect(rowsOf(await read(colm, inFull(page)), 'of twelve')).toHaveLength(12);
    const short = await read(colm, page);
    expect(rowsOf(short, 'of twelve')).toHaveLength(10);
    expect(paperWords(short)).toContain('The others stand in the full report.');
  });

  it('are said to be none, and who raises some may begin here', async () => {
    await forget();
    const { text } = await colm.get(page);
    expect(sectionOf(text, 'actions')).toContain('No action has been raised here yet.');
    expect(text).toContain('href="/actions/new?place=quillby"');
    const paper = await read(colm, page);
    expect(headings(paper, 'H2')).toContain('Actions');
    expect(paperWords(paper)).toContain('No action has been raised here yet.');
    const { text: theirs } = await (await signIn(address('siân'))).get(lastPage);
    expect(sectionOf(theirs, 'actions')).not.toContain('Raise');
  });
});
