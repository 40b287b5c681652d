/** A first start has nobody who could sign in: it prints a link that makes the first administrator. */
import type { Knex } from 'knex';
import { newToken, tokenHash } from './adapters/tokens.ts';
import { keepFirstRunLink } from './features/administration/first-run.queries.ts';
import { paths } from './web/paths.ts';

/** @returns the link, which ends the one of an earlier start; null where there is an administrator */
export async function firstRunLink(db: Knex, baseUrl: string, now: Date): Promise<string | null> {
  const token = newToken();
  const isFirst = await keepFirstRunLink(db, tokenHash(token), now);
  return isFirst ? `${baseUrl}${paths.firstRun(token)}` : null;
}
