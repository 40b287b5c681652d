import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { fillIn, type Changes } from '../../../test/factories/answering.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
let as: Visitors;
let id: string;
let path: string;

const name = (part: string): string => `strategic-leadership_${part}`;
const mark = name('criteria_sl1-champions');
const save = (changes: Changes) => fillIn(as('Siân'), path, changes);
const value = async () =>
  (await database.db('answers').where({ response_id: id }).first())?.value as object;

beforeAll(async () => {
  const system = await aSystem(database.db);
  as = await everybody(database.db);
  id = await system.response('kingfisher', 'ferrow-vale');
  path = `/responses/${id}/sections/strategic-leadership`;
});

describe('a choice', () => {
  it('is cleared by naming it, with all else on the page saved', async () => {
    await save({ [name('level')]: '2', [mark]: 'met' });
    const cleared = await save({
      then: 'clear',
      [name('clear')]: name('level'),
      [name('evidence')]: 'A plan',
    });
    expect(cleared.headers['location']).toBe(`${path}#strategic-leadership_suggestion`);
    expect(await value()).toEqual({ criteria: { 'sl1-champions': 'met' }, evidence: 'A plan' });
    await save({ then: 'clear', [name('clear')]: mark });
    expect(await value()).toEqual({ criteria: {}, evidence: 'A plan' });
  });

  it('goes with all other statements at once, and never without the button', async () => {
    await save({ [mark]: 'met', [name('level')]: '1' });
    await save({ then: 'continue', [name('clear')]: 'all' });
    expect(await value()).toMatchObject({ criteria: { 'sl1-champions': 'met' } });
    await save({ then: 'clear', [name('clear')]: 'all' });
    expect(await value()).toMatchObject({ criteria: {}, level: 1 });
  });

  it('takes no text with it, whatever the form names', async () => {
    await save({ then: 'clear', [name('clear')]: name('evidence') });
    expect(await value()).toMatchObject({ evidence: 'A plan' });
  });
});
