/** A service map that somebody opens: found, readable by this person, and what may be done to it. */
import type { Knex } from 'knex';
import { actsIn, mayReadResponse } from '../../domain/access/may.ts';
import { notTheirs } from '../../domain/access/refuse.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import { choicesIn } from '../../domain/instrument/choices.ts';
import type {
  Definition,
  EntriesItem,
  Section,
  SimpleItem,
} from '../../domain/instrument/definition.ts';
import { ageWords } from '../../domain/answers/age-words.ts';
import { allows } from '../../domain/round/response.ts';
import type { Definitions } from '../../db/definitions.queries.ts';
import { findResponse, lockResponse, type ResponseInRound } from '../../db/responses.queries.ts';
import { markAsPaper } from '../../db/paper.queries.ts';
import { transact } from '../../db/transact.ts';
import type { FieldContext } from '../../web/fields/field.ts';
import { entryItems, isVisible, placesOf } from './entry.columns.ts';
import { findEntry, getMapFrame, type MapFrame, type StoredEntry } from './services.queries.ts';

export interface ServicesDeps {
  readonly db: Knex;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly definitions: Definitions;
}

export interface OpenMap extends MapFrame {
  readonly response: ResponseInRound;
  readonly definition: Definition;
  /** where the entries stand */
  readonly section: Section;
  readonly item: EntriesItem;
  readonly items: readonly SimpleItem[];
  readonly fields: FieldContext;
  /** the person answers for the agency, or keys in for it */
  readonly own: boolean;
  /** the coordinator keys in what the agency sent on paper */
  readonly keying: boolean;
  /** and the response is still open for it */
  readonly writable: boolean;
  /** it is submitted, and what is asked of it can still be filled */
  readonly answerable: boolean;
  /** a reviewer's Places: only entries that serve one of them are theirs to read; null where all are */
  readonly onlyPlaces: readonly string[] | null;
}

/** Throws "not found" for what is missing and for what the person may not see, alike. */
export async function openMap(
  { db, definitions }: ServicesDeps,
  scope: Scope,
  responseId: string,
): Promise<OpenMap> {
  const response = await findResponse(db, scope, responseId);
  if (!response || !isReadable(scope, response)) throw notFound();
  const definition = await definitions(response.versionId);
  const entries = findEntries(definition);
  if (!entries) throw notFound();
  const frame = await getMapFrame(db, scope, response.id);
  const hand = actsIn(scope, 'response.write', response);
  const own = hand !== null;
  return {
    ...frame,
    ...entries,
    response,
    definition,
    items: entryItems(entries.item),
    fields: {
      ageWords,
      choicesOf: choicesIn(
        definition,
        frame.places.map(({ id, name }) => ({ id, label: name })),
      ),
    },
    own,
    keying: hand === 'keying',
    writable: own && allows('write', response.status, response.roundStatus),
    answerable: own && allows('answer', response.status, response.roundStatus),
    onlyPlaces: own || seesAll(scope) ? null : reviewedPlaces(scope),
  };
}

/** The same, for those who answer for the agency or key in for it; everybody else's is refused. @param entryId looked for before that */
export async function openOwnMap(
  deps: ServicesDeps,
  scope: Scope,
  responseId: string,
  entryId?: string,
): Promise<OpenMap> {
  const map = await openMap(deps, scope, responseId);
  if (map.own) return map;
  const isThere = entryId === undefined || (await findVisibleEntry(deps, scope, map, entryId));
  throw isThere ? notTheirs(scope) : notFound();
}

function isReadable(scope: Scope, response: ResponseInRound): boolean {
  const { agencyId, placeId, status, roundStatus } = response;
  return (
    roundStatus !== 'draft' &&
    mayReadResponse(scope, { agencyId, placeId, submitted: status === 'submitted' })
  );
}

function findEntries(definition: Definition): Pick<OpenMap, 'section' | 'item'> | undefined {
  for (const section of definition.sections) {
    const item = section.items.find(({ type }) => type === 'entries');
    if (item?.type === 'entries') return { section, item };
  }
  return undefined;
}

const seesAll = ({ memberships }: Scope): boolean =>
  memberships.some(({ role }) => role === 'coordinator');

const reviewedPlaces = ({ memberships }: Scope): readonly string[] =>
  memberships.flatMap(({ role, placeIds }) => (role === 'reviewer' ? placeIds : []));

/** What a write gives back where the response can't be written to any more. */
export const FROZEN = Symbol('frozen');

/** Runs a write in one transaction that holds the response, if its state at that moment allows the act. */
export async function writeMap<T>(
  { db, now }: ServicesDeps,
  scope: Scope,
  { response, keying }: OpenMap,
  work: (trx: Knex) => Promise<T>,
  act: 'write' | 'answer' = 'write',
): Promise<T | typeof FROZEN> {
  return transact(db, async (trx) => {
    const { status, roundStatus } = await lockResponse(trx, scope, response.id);
    if (!allows(act, status, roundStatus)) return FROZEN;
    if (keying) await markAsPaper(trx, scope, { responseId: response.id, now: now() });
    return work(trx);
  });
}

/** Undefined for what is no id, does not exist, or is not this person's to read. */
export async function findVisibleEntry(
  { db }: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  entryId: string,
): Promise<StoredEntry | undefined> {
  const entry = await findEntry(db, scope, map.response.id, entryId);
  const served = entry ? placesOf(map.item, entry.answers) : [];
  return entry && isVisible(map.onlyPlaces, served) ? entry : undefined;
}
