/** The audit trail over HTTP: who reads what of it, how it is narrowed down, and that it stays. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';
import { recordAudit } from '../../db/audit.ts';
import { hasWords } from './audit.words.ts';

const database = useDatabase();
let system: TestSystem;
let other: TestSystem;

const as = (name: string, of = system): Promise<Visitor> =>
  signedIn(anApp(database.db), database.db, `${name}@${of.slug}.example`);
const read = async (name: string, query = ''): Promise<string> =>
  (await (await as(name)).get(`/audit${query}`)).text;

const idOf = (people: ReadonlyMap<string, string>, email: string): string => {
  const id = people.get(email);
  if (id === undefined) throw new Error(`nobody has ${email}`);
  return id;
};
const personId = (name: string): string =>
  idOf(system.ids.people, `${name}@${system.slug}.example`);

interface Deed {
  readonly act: string;
  readonly by: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly at: string;
  readonly details?: Readonly<Record<string, string | number>>;
}
const did = ({ by, at, ...deed }: Deed, of = system): Promise<void> =>
  recordAudit(database.db, {
    ...deed,
    systemId: of.ids.systemId,
    personId: by === null ? null : personId(by),
    happenedAt: new Date(at),
  });

const responseOf = async (agency: string): Promise<string> => {
  const row = await database
    .db('responses as r')
    .join('assignments as a', 'a.id', 'r.assignment_id')
    .where('a.agency_id', system.ids.agencies.get(agency) ?? '')
    .first<{ id: string } | undefined>('r.id');
  if (!row) throw new Error(`${agency} has no response`);
  return row.id;
};

beforeAll(async () => {
  system = await aSystem(database.db);
  other = await aSystem(database.db, { slug: 'elsewhere' });
  const round = { subjectType: 'round', subjectId: system.roundId };
  await did({ ...round, act: 'round.opened', by: 'colm', at: '2026-03-01T09:00:00Z' });
  await did({
    act: 'response.submitted',
    by: 'siân',
    subjectType: 'response',
    subjectId: await responseOf('kingfisher'),
    at: '2026-03-10T23:30:00Z',
  });
  await did({
    act: 'response.returned',
    by: 'amina',
    subjectType: 'response',
    subjectId: await responseOf('wendside'),
    at: '2026-03-28T23:30:00Z',
    details: { reason: 'The <b>evidence</b> is missing' },
  });
  await did({
    act: 'role.given',
    by: 'colm',
    subjectType: 'person',
    subjectId: personId('bea'),
    at: '2026-04-02T10:00:00Z',
    details: { role: 'reviewer' },
  });
  await did(
    {
      act: 'round.deleted',
      by: null,
      subjectType: 'round',
      subjectId: crypto.randomUUID(),
      at: '2026-04-03T10:00:00Z',
      details: { name: 'A round elsewhere' },
    },
    other,
  );
});

describe('the audit trail', () => {
  it('tells coordinators and reviewers who did what, when, and why, the newest first', async () => {
    for (const name of ['colm', 'bea']) {
      const text = await read(name);
      const deeds = [
        'gave Bea Lund a role',
        'returned Wendside',
        'submitted Kingfisher',
        'opened the round',
      ].map((deed) => text.indexOf(deed));
      expect(deeds.every((at) => at > 0)).toBe(true);
      expect(deeds.toSorted((a, b) => a - b)).toEqual(deeds);
      expect(text).toContain('Reviewer');
      expect(text).toContain('Reason: The &lt;b&gt;evidence&lt;/b&gt; is missing');
      expect(text).toContain('Sunday 1 March 2026 at 09:00');
    }
  });

  it('[trust 10, 11] shows an agency what concerns its own responses, an ICB lead nothing, nobody another system', async () => {
    const text = await read('małgorzata');
    expect(text).toContain('submitted Kingfisher');
    expect(text).not.toMatch(/Wendside|opened the round|Bea Lund/);
    expect((await (await as('ifeoma')).get('/audit')).status).toBe(403);
    for (const name of ['colm', 'siân']) expect(await read(name)).not.toContain('elsewhere');
    const there = await (await as('colm', other)).get('/audit');
    expect(there.text).toContain('The installation');
    expect(there.text).toContain('deleted the round A round elsewhere');
    expect(there.text).not.toContain('Kingfisher, ');
  });

  it('is narrowed down to a person, a kind and days of London', async () => {
    const deedsOf = async (query: string): Promise<(string | undefined)[]> =>
      [...(await read('colm', query)).matchAll(/<td role="cell">(\w+) (?:the |Bea|Kin|Wen)/g)].map(
        ([, verb]) => verb,
      );
    expect(await deedsOf(`?who=${personId('colm')}`)).toEqual(['gave', 'opened']);
    expect(await deedsOf('?what=responses')).toEqual(['returned', 'submitted']);
    expect(await deedsOf('?from=2026-03-10&to=2026-03-10')).toEqual(['submitted']);
    // half past eleven in the evening UTC; the clocks go forward that night
    expect(await deedsOf('?from=2026-03-28&to=2026-03-28')).toEqual(['returned']);
    expect(await read('colm', '?what=levels')).toContain('Nothing fits this choice.');
  });

  it('leaves out what it can’t read of a choice', async () => {
    const { status, text } = await (
      await as('colm')
    ).get('/audit?who=me&what=__proto__&from=2026-02-31&before=x');
    expect(status).toBe(200);
    expect(text).toContain('submitted Kingfisher');
  });

  it('goes on to older lines', async () => {
    for (let n = 0; n < 100; n += 1) {
      await did({
        act: 'place.moved',
        by: 'colm',
        subjectType: 'place',
        subjectId: system.ids.places.get('quillby') ?? '',
        at: '2026-05-01T10:00:00Z',
      });
    }
    const first = await read('colm');
    expect(first).not.toContain('opened the round');
    const older = /href="(\/audit\?before=\d+)">Older lines/.exec(first)?.[1] ?? '';
    expect((await (await as('colm')).get(older)).text).toContain('opened the round');
  });

  it('[trust 58] can be changed or shortened by nobody', async () => {
    for (const trail of ['audit_events', 'account_events'] as const) {
      for (const sql of [
        `update ${trail} set act = 'x'`,
        `delete from ${trail}`,
        `truncate ${trail}`,
      ]) {
        await expect(database.db.raw(sql)).rejects.toThrow('only ever added to');
      }
    }
  });

  it('has words for every act that the code records', () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const files = readdirSync(path.join(root, 'server'), { recursive: true, encoding: 'utf8' });
    const acts = files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => {
        const source = readFileSync(path.join(root, 'server', file), 'utf8');
        return [...source.matchAll(/\bact: '([\w-]+\.[\w-]+)'/g)].map(([, act]) => act ?? '');
      });
    expect(acts.length).toBeGreaterThan(20);
    // The administration's page has those of accounts.
    const ofSystems = acts.filter((act) => !/^(account|administrator)\./.test(act));
    expect(ofSystems.filter((act) => !hasWords(act))).toEqual([]);
  });
});
