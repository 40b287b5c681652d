/** The responses of the person's own agencies, or of one that somebody keys in for. */
import type { Knex } from 'knex';
import { ownAgencies, type Scope } from '../../domain/access/scope.ts';
import { listResponses, type ResponseInRound } from '../../db/responses.queries.ts';

/** In every round but drafts, which are nobody's yet. */
export function listOwnResponses(db: Knex, scope: Scope): Promise<ResponseInRound[]> {
  return listResponses(db, scope, (query) => {
    void query.whereIn('a.agency_id', [...ownAgencies(scope)]).whereNot('ro.status', 'draft');
  });
}

/** The same for one agency; whether the person acts for it was asked before. */
export function listAgencyResponses(
  db: Knex,
  scope: Scope,
  agencyId: string,
): Promise<ResponseInRound[]> {
  return listResponses(db, scope, (query) => {
    void query.where('a.agency_id', agencyId).whereNot('ro.status', 'draft');
  });
}
