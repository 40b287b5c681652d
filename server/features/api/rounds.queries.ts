/** The rounds of a system as the interface lists them. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

export interface ListedRound {
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly publishedAt: Date | null;
}

/** From the first on; whose data the person may take away is the caller's question. */
export function listRounds(db: Knex, scope: Scope): Promise<ListedRound[]> {
  return db('rounds')
    .where({ system_id: scope.systemId })
    .orderBy(['position', 'slug'])
    .select<ListedRound[]>({
      slug: 'slug',
      name: 'name',
      status: 'status',
      opensAt: 'opens_at',
      closesAt: 'closes_at',
      publishedAt: 'published_at',
    });
}
