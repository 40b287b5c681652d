/** Opens the page of last round's entries, for those who may decide on them. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { compareEntries, type Comparison } from '../../../domain/carry/compare.ts';
import type { Definition } from '../../../domain/instrument/definition.ts';
import {
  findLastRound,
  listDecisions,
  type LastRound,
  type StoredDecision,
} from '../../../db/carry.queries.ts';
import type { OpenMap, ServicesDeps } from '../open-map.ts';
import {
  getMapFrame,
  listEntries,
  type RoundPlace,
  type StoredEntry,
} from '../services.queries.ts';
import { carryEntry, type CarriedEntry } from './carried-entry.ts';

export interface EntryFact {
  readonly old: StoredEntry;
  readonly carried: CarriedEntry;
  readonly decision: StoredDecision | undefined;
  /** this round's entry that came of it */
  readonly entry: StoredEntry | undefined;
}
export interface OpenCarry {
  readonly map: OpenMap;
  readonly last: LastRound;
  /** the questions as they were asked */
  readonly definition: Definition;
  readonly oldPlaces: readonly RoundPlace[];
  readonly comparison: Comparison;
  readonly facts: readonly EntryFact[];
}

/** Undefined where the response did not start from last round's answers. */
export async function openCarry(
  { db, definitions }: ServicesDeps,
  scope: Scope,
  map: OpenMap,
): Promise<OpenCarry | undefined> {
  if (map.response.carriedFrom === null) return undefined;
  const last = await findLastRound(db, scope, map.response.id);
  if (!last) return undefined;
  const definition = await definitions(last.versionId);
  const { places: oldPlaces } = await getMapFrame(db, scope, last.responseId);
  const comparison = compareEntries(definition, map.definition);
  const open = { map, last, definition, oldPlaces, comparison };
  return { ...open, facts: await listFacts(db, scope, open) };
}

/** As they are now. @param db where something is decided: the transaction that holds the response's lock */
export async function listFacts(
  db: Knex,
  scope: Scope,
  { map, last, comparison }: Omit<OpenCarry, 'facts'>,
): Promise<readonly EntryFact[]> {
  const old = await listEntries(db, scope, last.responseId);
  const now = await listEntries(db, scope, map.response.id);
  const decisions = await listDecisions(db, scope, map.response.id, 'entry');
  return old
    .filter(({ removedAt }) => removedAt === null)
    .map((entry): EntryFact => {
      const decision = decisions.get(entry.id);
      return {
        old: entry,
        carried: carryEntry(map, entry.answers, comparison),
        decision,
        entry: now.find(({ id }) => id === decision?.entryId),
      };
    });
}
