/** A response that somebody opens: found, readable by this person, with its definition and what may be done to it. */
import type { Knex } from 'knex';
import { actsIn, mayReadResponse, mayReturnResponse } from '../../domain/access/may.ts';
import { notTheirs } from '../../domain/access/refuse.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import type { Definition } from '../../domain/instrument/definition.ts';
import { allows } from '../../domain/round/response.ts';
import type { Definitions } from '../../db/definitions.queries.ts';
import type { SaveMark } from '../../db/page-saves.queries.ts';
import { findWithAnswers, type Answered } from './opened.queries.ts';

export interface ResponseDeps {
  readonly db: Knex;
  readonly now: () => Date;
  readonly definitions: Definitions;
}

/** Its answers are by item id, as they were when it was opened. */
export interface Opened extends Answered {
  readonly definition: Definition;
  /** the person answers for this agency, or keys in for it */
  readonly own: boolean;
  /** the coordinator keys in what the agency sent on paper */
  readonly keying: boolean;
  /** the person may write, and the response is still open for it */
  readonly writable: boolean;
  /** the person may submit; whether anything is missing is another question */
  readonly submittable: boolean;
  /** the person may give it back to its agency now */
  readonly returnable: boolean;
}

/** Throws "not found" for what is missing and for what the person may not see, alike. @param mark of a page that saves by itself */
export async function openResponse(
  deps: Pick<ResponseDeps, 'db' | 'definitions'>,
  scope: Scope,
  responseId: string,
  mark?: SaveMark | null,
): Promise<Opened> {
  return openFound(deps, scope, await findWithAnswers(deps.db, scope, responseId, mark));
}

/** The same for what was looked for already. */
export async function openFound(
  { definitions }: Pick<ResponseDeps, 'definitions'>,
  scope: Scope,
  found: Answered | undefined,
): Promise<Opened> {
  if (!found) throw notFound();
  const { response } = found;
  const { agencyId, placeId, status, roundStatus, versionId } = response;
  if (roundStatus === 'draft') throw notFound();
  if (!mayReadResponse(scope, { agencyId, placeId, submitted: status === 'submitted' })) {
    throw notFound();
  }
  const hand = actsIn(scope, 'response.write', response);
  const own = hand !== null;
  return {
    ...found,
    definition: await definitions(versionId),
    own,
    keying: hand === 'keying',
    writable: own && allows('write', status, roundStatus),
    submittable:
      actsIn(scope, 'response.submit', response) !== null && allows('submit', status, roundStatus),
    returnable: mayReturnResponse(scope, response) && allows('return', status, roundStatus),
  };
}

interface OwnOptions {
  /** what everybody else is told */
  readonly refusal?: (scope: Scope) => Error;
  readonly mark?: SaveMark | null;
}

/** The same, for those who answer for the agency or key in for it. */
export async function openOwnResponse(
  deps: Pick<ResponseDeps, 'db' | 'definitions'>,
  scope: Scope,
  responseId: string,
  { refusal = notTheirs, mark }: OwnOptions = {},
): Promise<Opened> {
  const opened = await openResponse(deps, scope, responseId, mark);
  if (!opened.own) throw refusal(scope);
  return opened;
}
