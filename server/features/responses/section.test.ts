import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { fillIn, formAt, type Changes } from '../../../test/factories/answering.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';
import { testTime } from '../../../test/factories/visitor.ts';

const database = useDatabase();
let system: TestSystem;
let as: Visitors;
let path: string;
let id: string;

beforeAll(async () => {
  system = await aSystem(database.db);
  as = await everybody(database.db);
  id = await system.response('kingfisher', 'ferrow-vale');
  path = `/responses/${id}/sections/strategic-leadership`;
});

const name = (part: string): string => `strategic-leadership_${part}`;
const criterion = (of: string): string => name(`criteria_${of}`);
const pathTo = (section: string): string => `/responses/${id}/sections/${section}`;

const save = (visitor: string, changes: Changes, address = path) =>
  fillIn(as(visitor), address, changes);
const historyOf = (itemId: string) =>
  database
    .db('answer_history')
    .where({ response_id: id, item_id: itemId })
    .orderBy('revision')
    .select('revision', 'value', 'changed_at', 'changed_by');
const answerTo = (itemId: string) =>
  database.db('answers').where({ response_id: id, item_id: itemId }).first();

describe('a section', () => {
  it('asks about the whole system in the Place, and credits its source', async () => {
    const { text } = await as('Małgorzata').get(path);
    expect(text).toContain('the whole system in <b>Ferrow Vale</b>');
    expect(text).toContain('What is true in Ferrow Vale today?');
    expect(text).toContain('domain 1 of 11');
    expect(text).toContain('Parent-Infant Foundation (2023)');
  });

  it('leads on to the next one when saved, and to the list when asked', async () => {
    const next = await save('Małgorzata', { then: 'continue' });
    expect([next.status, next.headers['location']]).toEqual([
      303,
      pathTo('use-of-research-and-evidence'),
    ]);
    const list = await save('Małgorzata', { then: 'return' });
    expect(list.headers['location']).toBe(`/responses/${id}`);
    const last = await save('Małgorzata', { then: 'continue' }, pathTo('outcomes-and-impact'));
    expect(last.headers['location']).toBe(`/responses/${id}/check`);
    const check = await save('Małgorzata', { then: 'continue', from: 'check' });
    expect(check.headers['location']).toBe(`/responses/${id}/check#strategic-leadership`);
  });

  it('that was not touched is not saved', async () => {
    expect(await answerTo('strategic-leadership')).toBeUndefined();
  });

  it('keeps half an answer, each word as it was typed', async () => {
    const words = 'Mae’r grŵp yn cwrdd — ŵy, 孩子, 👶🏽\n\n“Paned” & <3';
    const saved = await save('Małgorzata', {
      [criterion('sl1-champions')]: 'met',
      [name('evidence')]: words,
    });
    expect(saved.status).toBe(303);
    const sent = Object.fromEntries(await formAt(as('Siân'), path));
    expect(sent[name('evidence')]).toBe(words);
    expect(sent[criterion('sl1-champions')]).toBe('met');
    expect(await answerTo('strategic-leadership')).toMatchObject({
      level: null,
      has_level: false,
      has_evidence: true,
      revision: 1,
    });
  });

  it('says when it was saved last, and by whom', async () => {
    expect((await as('Siân').get(path)).text).toContain('Last changed by Małgorzata Wiśniewska.');
    const own = await as('Małgorzata').get(path);
    expect(own.text).toContain('Saved 14:02');
    expect(own.text).toContain('Last changed by you.');
  });

  it('keeps a history: what, when, by whom', async () => {
    await save('Siân', { [name('level')]: '3', [criterion('sl1-champions')]: 'partly' });
    const history = await historyOf('strategic-leadership');
    expect(history.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(history[1]).toMatchObject({
      value: { level: 3, criteria: { 'sl1-champions': 'partly' } },
      changed_at: testTime,
      changed_by: system.ids.people.get(`siân@${system.slug}.example`),
    });
    expect(await answerTo('strategic-leadership')).toMatchObject({ level: 3, has_level: true });
  });

  it('takes “We can’t say” for an answer without a level', async () => {
    await save('Siân', { [name('level')]: 'none' });
    expect(await answerTo('strategic-leadership')).toMatchObject({ level: null, has_level: true });
  });

  it('[trust 42] sent twice changes the answer once', async () => {
    const pairs = changed(await formAt(as('Siân'), path), { [name('level')]: '2' });
    const before = (await historyOf('strategic-leadership')).length;
    const [one, two] = await Promise.all([
      as('Siân').post(path, pairs),
      as('Siân').post(path, pairs),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(await historyOf('strategic-leadership')).toHaveLength(before + 1);
  });

  it('counts the response’s revision up with each change', async () => {
    const revision = async () =>
      (await database.db('responses').where({ id }).first('revision'))?.revision ?? 0;
    const before = await revision();
    await save('Siân', { [name('level')]: '1' });
    await save('Siân', { [name('level')]: '1' });
    expect(await revision()).toBe(before + 1);
  });
});

describe('the suggested level', () => {
  const met = (...ids: string[]) => Object.fromEntries(ids.map((of) => [criterion(of), 'met']));
  const all = met('sl1-champions', 'sl1-profile', 'sl2-infrastructure');

  it('is worked out without JavaScript: a button saves and shows the page again', async () => {
    const saved = await save('Siân', {
      ...all,
      [criterion('sl3-workstream')]: 'not',
      [name('level')]: '3',
      then: 'stay',
    });
    expect(saved.headers['location']).toBe(`${path}#${name('suggestion')}`);
    const { text } = await as('Siân').get(path);
    expect(text).toMatch(/data-suggested="2">[^]*?<span>Early growth<\/span>/);
    expect(text).toContain(
      'Everything required at Early growth is met. Good progress needs 3 more:',
    );
    expect(text).toContain('Why Good progress, when the answers suggest Early growth?');
  });

  it('never chooses for the agency', async () => {
    const { text } = await as('Siân').get(path);
    expect(text).toMatch(/value="3" data-word="Good progress" checked/);
    expect(text).toMatch(/data-flag="2">Suggested/);
  });

  it('follows what is not saved yet, as pieces of the page', async () => {
    const before = await answerTo('strategic-leadership');
    const pairs = changed(await formAt(as('Siân'), path), { [criterion('sl1-profile')]: 'partly' });
    const { status, text } = await as('Siân').post(`${path}/suggestion`, pairs);
    expect(status).toBe(200);
    expect(text).toContain(`<template data-into="${name('suggestion')}">`);
    expect(text).toContain('data-suggested="0"');
    expect(text).toContain(
      `<template data-into="${name('progress-1')}">1 of 2 met, 1 partly</template>`,
    );
    expect(text).not.toContain('<html');
    expect(await answerTo('strategic-leadership')).toEqual(before);
  });

  it('is none while what decides is not known, and says which answer would settle it', async () => {
    const pairs = changed(await formAt(as('Siân'), path), {
      [criterion('sl1-profile')]: 'unknown',
    });
    const { text } = await as('Siân').post(`${path}/suggestion`, pairs);
    expect(text).toContain('data-suggested=""');
    expect(text).toContain('Foundations depends on 1 more answer:');
    expect(text).toContain('is not known');
  });
});

describe('a form that can’t be kept is shown again with everything in it', () => {
  const rejected = async (changes: Changes) => {
    const before = await answerTo('strategic-leadership');
    const response = await save('Siân', { [name('reason')]: 'Kept words', ...changes });
    expect(response.status).toBe(422);
    expect(response.text).toContain('<title>Error: ');
    expect(Object.fromEntries(sentBy(response.text, 'answers'))[name('reason')]).toBe('Kept words');
    expect(await answerTo('strategic-leadership')).toEqual(before);
    return response.text;
  };

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://a.example', 'https://', 'a b'])(
    '[trust 27] the link %s',
    async (link) => {
      const text = await rejected({ [name('links')]: ['', link] });
      expect(text).toContain(`href="#${name('links')}-2"`);
      expect(text).toContain('Link 2: must be a whole link that starts with https://');
      expect(text).not.toContain(`href="${link}"`);
    },
  );

  it('[trust 24] a NUL, and text beyond the limit', async () => {
    const text = await rejected({
      [name('evidence')]: 'a\0b',
      [name('noEvidence')]: 'x'.repeat(2001),
    });
    expect(text).toContain('What shows this: must not hold a NUL character');
    expect(text).toContain('must have at most 2,000 characters: it has 2,001');
  });

  it('[trust 24] an answer of a megabyte', async () => {
    const text = await rejected({ [name('evidence')]: 'ŵ'.repeat(170_000) });
    expect(text).toContain('must have at most 20,000 characters: it has 170,000');
  });

  it('an option that is not offered', async () => {
    const text = await rejected({ [criterion('sl1-profile')]: 'maybe', [name('level')]: '7' });
    expect(text).toContain('choose one of the four answers');
    expect(text).toContain('Strategic leadership: choose one of the levels');
  });

  it.each([
    'agency',
    'status',
    'score',
    '__proto__',
    'constructor',
    'settings',
    'escapeFn',
    criterion('of-another-domain'),
  ])('[trust 12, 20] a field of one’s own making: %s', async (field) => {
    const text = await rejected({ [field]: 'submitted' });
    expect(text).toContain(`This page has no field “${field}”. Nothing was saved.`);
  });
});

it('[trust 28] shows script text as text, in the form, on the check page and beside a suggestion', async () => {
  const polyglot = `"'><img src=x onerror=alert(1)></textarea><script>alert(2)</script>{{7*7}}<%= 1 %>`;
  const saved = await save('Siân', { [name('reason')]: polyglot, [name('evidence')]: polyglot });
  expect(saved.status).toBe(303);
  for (const address of [path, `/responses/${id}/check`]) {
    const { text } = await as('Siân').get(address);
    expect(text).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
    expect(text).not.toMatch(/<img src=x|<script>alert/);
  }
});
