/** Every route x role x whose record: the application answers as the contract says, and docs/access.md says the same. */
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../../server/app.ts';
import { useDatabase } from '../../config/database.ts';
import { tokenOf } from '../../factories/tokens.ts';
import { appDeps } from '../../factories/visitor.ts';
import { addressesOf } from './addresses.ts';
import { faultsOf, type Asking } from './asking.ts';
import { keep } from './changes.ts';
import { areas, records, roles } from './contract.ts';
import { isUnreachable, verdictOf, type Asker } from './expected.ts';
import { formsOf } from './forms.ts';
import { accessPage } from './page.ts';
import { emailOf, furnish, personaOf } from './people.ts';
import { openSite, type AccessSite, type Caller } from './site.ts';

const database = useDatabase();
const personas = new Map<Asker, string | undefined>();
let site: AccessSite;
let asking: Asking;

beforeAll(async () => {
  const { db } = database;
  const here = await furnish(db, 'here');
  const there = await furnish(db, 'there');
  const addresses = await addressesOf(db, { here, there });
  site = await openSite(db);
  const callers = new Map<Asker, Caller>();
  for (const role of ['signed out', ...roles] as const) {
    personas.set(role, role === 'signed out' ? undefined : await personaOf(db, role));
    const token = role === 'signed out' ? '' : tokenOf(emailOf(role, 'here'));
    callers.set(role, await site.caller(personas.get(role), token));
  }
  asking = { addresses, callers, forms: formsOf(addresses, here.ids), kept: await keep(db) };
});
afterAll(() => site.close());

describe('the contract of access', () => {
  it('speaks of every route once', () => {
    const listed = areas.flatMap(({ routes }) => routes);
    const there = allRoutes(appDeps(database.db)).map(
      ({ method, path: address }) => `${method.toUpperCase()} ${address}`,
    );
    const faults = [
      ...there
        .filter((route) => !listed.includes(route))
        .map((route) => `${route}: say in contract.ts whose records it reaches, by role`),
      ...listed
        .filter((route) => !there.includes(route))
        .map((route) => `${route}: there is no such route; take it out of contract.ts`),
      ...listed
        .filter((route, n) => listed.indexOf(route) !== n)
        .map((route) => `${route}: contract.ts speaks of it twice`),
    ];
    expect(faults).toEqual([]);
  });

  it('has an address for every relation that it names', () => {
    const faults = areas.flatMap(({ what, records: kind, reach }) => {
      const known = Object.keys(records[kind].relations);
      const named = typeof reach === 'string' ? [] : Object.values(reach).flat();
      const addressed = Object.keys(asking.addresses[kind]).filter(
        (relation) => !isUnreachable(relation),
      );
      return [
        ...named
          .filter((relation) => !known.includes(relation))
          .map((relation) => `${what}: contract.ts does not say what “${relation}” is`),
        ...known
          .filter((relation) => !addressed.includes(relation))
          .map((relation) => `${kind}: addresses.ts has none for “${relation}”`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('is what docs/access.md says (vitest --update writes it)', async () => {
    const file = path.resolve(import.meta.dirname, '../../../docs/access.md');
    const config = await resolveConfig(file);
    const page = await format(accessPage(), { ...config, parser: 'markdown' });
    await expect(page).toMatchFileSnapshot(file);
  });
});

const guarded = areas.filter(({ reach }) => reach !== 'proof');

describe.each(guarded)('[trust 10, 11] $what', (area) => {
  it.each(area.routes)('%s', { timeout: 60_000 }, async (route) => {
    expect(await faultsOf(asking, area, route)).toEqual([]);
  });
});

describe('[trust 10] what asks for a proof of its own', () => {
  const routes = areas.filter(({ reach }) => reach === 'proof').flatMap((area) => area.routes);

  it.each(routes)('%s gives nothing to anybody who has none', async (route) => {
    const [method, address = ''] = route.split(' ');
    for (const persona of personas.values()) {
      // Some of these end sessions: nobody else asks afterwards.
      const caller = await site.caller(persona);
      await asking.kept.anything();
      const answer = method === 'GET' ? await caller.get(address) : await caller.post(address, {});
      expect(verdictOf(answer)).not.toMatch(/^status 5/);
      expect(await asking.kept.anything()).toBe(false);
    }
  });
});
