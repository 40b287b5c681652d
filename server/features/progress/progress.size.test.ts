/** The page of who has answered in a large round. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAgencies } from '../../../test/factories/many-agencies.ts';
import { useSetUp, words } from '../../../test/factories/set-up.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import { guarded } from '../../db/open.ts';

const { database, system, as } = useSetUp();
const page = '/rounds/spring-2026/progress';
let colm: Visitor;
beforeAll(async () => {
  colm = await as('colm');
});
const text = async (): Promise<string> => words((await colm.get(page)).text);

describe('with two hundred agencies in six Places', () => {
  let asked: string[] = [];
  const note = ({ sql }: { readonly sql: string }): void => {
    asked.push(sql);
  };
  beforeAll(() => {
    guarded(database.db).on('query', note);
  });
  afterAll(() => {
    guarded(database.db).removeListener('query', note);
  });
  const queries = async (): Promise<number> => {
    asked = [];
    expect((await colm.get(page)).status).toBe(200);
    return asked.length;
  };

  it('it asks the database as often as with two', async () => {
    const before = await queries();
    await addAgencies(database.db, system(), 198);
    expect(await queries()).toBe(before);
    expect(await text()).toContain('0 of 200 agencies have submitted everything');
    expect(before).toBeLessThan(12);
  });
});
