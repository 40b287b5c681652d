/** Births of a Place in a year, as the coordinator's page stores them. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { readShippedDefinition } from '../../server/adapters/instruments.ts';
import type { SimpleAnswers } from '../../server/domain/answers/answers.ts';
import { needInstrument } from '../../server/domain/needs/entered.ts';
import { publishDefinition } from '../../server/features/instruments/instruments.queries.ts';
import { findNeedVersion, storeNeed } from '../../server/features/set-up/need/need.queries.ts';
import { idOf, type SystemIds } from '../../server/features/set-up/set-up.queries.ts';

interface Births {
  readonly place: string;
  /** e-mail address of whoever enters them */
  readonly by: string;
  readonly year: number;
  readonly births: number;
  readonly others?: SimpleAnswers;
  /** when they were entered; early in the year after where left out */
  readonly at?: Date;
  /** of figures that are there: they change. @see the id that was given back */
  readonly changes?: { readonly id: string; readonly revision: number };
}

export async function publishNeed(db: Knex): Promise<string> {
  const definition = readShippedDefinition(needInstrument);
  if (!definition) throw new Error(`${needInstrument} is not shipped`);
  await publishDefinition(db, definition, randomUUID);
  const versionId = await findNeedVersion(db);
  if (versionId === undefined) throw new Error(`${needInstrument} is not published`);
  return versionId;
}

/** @returns the id of what is stored */
export async function giveBirths(db: Knex, ids: SystemIds, given: Births): Promise<string> {
  const { place, by, year, births, others = {}, changes } = given;
  const versionId = await publishNeed(db);
  const id = changes?.id ?? randomUUID();
  const answers = { year, births, 'births-source': 'Register of births', ...others };
  const scope = { systemId: ids.systemId, personId: idOf(ids.people, by) };
  const now = given.at ?? new Date(Date.UTC(year + 1, 0, 15, 10));
  const placeId = idOf(ids.places, place);
  await storeNeed(
    db,
    scope,
    { id, placeId, year, versionId, answers },
    { revision: changes?.revision ?? 1, now },
  );
  return id;
}
