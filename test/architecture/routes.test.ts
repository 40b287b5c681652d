import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { may } from '../../server/domain/access/may.ts';
import { grantScope, type MemberRole } from '../../server/domain/access/scope.ts';
import { allRoutes } from '../../server/app.ts';
import type { Route } from '../../server/web/route.ts';
import { openDatabase } from '../../server/db/open.ts';
import { appDeps } from '../factories/visitor.ts';

const roles: readonly MemberRole[] = [
  'contributor',
  'agency-lead',
  'reviewer',
  'icb-lead',
  'coordinator',
];

const scopes = roles.map((role) =>
  grantScope({
    personId: 'person',
    personName: 'Somebody',
    systemId: 'system',
    systemName: 'A system',
    systemSlug: 'a-system',
    fictional: true,
    memberships: [{ role, agencyId: null, placeIds: [], isChair: false }],
  }),
);

const reach = (permission: Route['permission']): string =>
  permission === 'public'
    ? 'everybody'
    : permission === 'administration'
      ? 'administrators'
      : scopes
          .filter((scope) => may(scope, permission))
          .flatMap(({ memberships }) => memberships.map(({ role }) => role))
          .join(', ');

describe('routes', () => {
  // Never connected: routes are made without asking the database anything.
  const db = openDatabase({ url: 'postgres://nowhere', applicationName: 'routes' });
  const routes = allRoutes(appDeps(db));

  it('each says what it asks of a person; who reaches it stands in docs/roles.md (vitest --update writes it)', async () => {
    const rows = routes.map(
      ({ method, path: address, permission, recent = false }) =>
        `| ${method.toUpperCase()} | \`${address}\` | ${permission}${recent ? ', recent' : ''} | ${reach(permission)} |`,
    );
    const file = path.resolve(import.meta.dirname, '../../docs/roles.md');
    const lines = readFileSync(file, 'utf8').split('\n');
    const isRow = (line: string): boolean => /^\| (GET|POST) /.test(line);
    const [first, last] = [lines.findIndex(isRow), lines.findLastIndex(isRow)];
    const page = [...lines.slice(0, first), ...rows, ...lines.slice(last + 1)].join('\n');
    const config = await resolveConfig(file);
    await expect(await format(page, { ...config, parser: 'markdown' })).toMatchFileSnapshot(file);
  });

  it('has each address once', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path}`);
    expect(addresses).toEqual([...new Set(addresses)]);
  });
});
