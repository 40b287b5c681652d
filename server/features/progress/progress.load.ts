/** The progress of a round, put together per agency: in as many queries for two hundred agencies as for two. */
import type { Knex } from 'knex';
import type { Definitions } from '../../db/definitions.queries.ts';
import { sideBySide } from '../../db/side-by-side.ts';
import { countedOf } from '../../domain/answers/counted.ts';
import type { Definition } from '../../domain/instrument/definition.ts';
import { standingOf, type Standing } from '../../domain/round/standing.ts';
import { listAgencies, listAsked, type AskedAgency, type AskedResponse } from './asked.queries.ts';
import {
  findLastChanges,
  findReminded,
  listLastMails,
  listPeople,
  type AgencyMail,
  type AgencyPerson,
  type LastChange,
} from './people.queries.ts';
import type { ProgressRound } from './round.queries.ts';
import { countShares, type CountedBy, type Share } from './shares.queries.ts';

export interface ProgressDeps {
  readonly db: Knex;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly definitions: Definitions;
}

/** An agency as a reminder sees it. */
export interface Waited {
  readonly agency: AskedAgency;
  readonly standing: Standing;
  readonly responses: readonly AskedResponse[];
  readonly people: readonly AgencyPerson[];
  readonly remindedAt: Date | null;
}
/** The same as the page shows it. */
export interface AgencyProgress extends Waited {
  readonly last: LastChange | undefined;
  /** the newest message to each person who still answers, where it did not arrive */
  readonly undelivered: readonly Undelivered[];
}
export interface Undelivered extends AgencyMail {
  readonly name: string;
}
export type DefinitionsById = ReadonlyMap<string, Definition>;
export interface Progress {
  readonly round: ProgressRound;
  readonly definitions: DefinitionsById;
  readonly agencies: readonly AgencyProgress[];
  /** by the response's id */
  readonly shares: ReadonlyMap<string, Share>;
}

export async function definitionsOf(
  { definitions }: Pick<ProgressDeps, 'definitions'>,
  { versionIds }: Pick<ProgressRound, 'versionIds'>,
): Promise<DefinitionsById> {
  const all = versionIds.map(async (id) => [id, await definitions(id)] as const);
  return new Map(await Promise.all(all));
}

export function countedBy(definitions: DefinitionsById): CountedBy {
  return new Map([...definitions].map(([id, definition]) => [id, countedOf(definition)]));
}

export async function loadProgress(
  { db, definitions: store }: Pick<ProgressDeps, 'db' | 'definitions'>,
  round: ProgressRound,
): Promise<Progress> {
  const definitions = await definitionsOf({ definitions: store }, round);
  const ask = sideBySide(db);
  const [waited, shares, last, mails] = await Promise.all([
    loadWaited(db, round, ask),
    ask(() => countShares(db, round, countedBy(definitions))),
    ask(() => findLastChanges(db, round)),
    ask(() => listLastMails(db, round)),
  ]);
  const mailsOf = byAgency(mails);
  const agencies = waited.map((one) => ({
    ...one,
    last: last.get(one.agency.id),
    undelivered: undeliveredTo(one.people, mailsOf.get(one.agency.id) ?? []),
  }));
  return { round, definitions, agencies, shares };
}

/** Who is waited for, and who not: what decides about a reminder. @param round of which agencies are asked */
export async function loadWaited(
  db: Knex,
  round: Pick<ProgressRound, 'systemId' | 'roundId'>,
  ask = sideBySide(db),
): Promise<Waited[]> {
  const [agencies, asked, people, reminded] = await Promise.all([
    ask(() => listAgencies(db, round)),
    ask(() => listAsked(db, round)),
    ask(() => listPeople(db, round)),
    ask(() => findReminded(db, round)),
  ]);
  const askedOf = byAgency(asked);
  const peopleOf = byAgency(people);
  return agencies.map((agency) => {
    const responses = askedOf.get(agency.id) ?? [];
    return {
      agency,
      responses,
      standing: standingOf(responses),
      people: peopleOf.get(agency.id) ?? [],
      remindedAt: reminded.get(agency.id) ?? null,
    };
  });
}

function byAgency<Row extends { readonly agencyId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.agencyId);
    if (group) group.push(row);
    else groups.set(row.agencyId, [row]);
  }
  return groups;
}

/** What went to somebody who has left, or to an address that was changed since, is nobody's worry. */
export function undeliveredTo(
  people: readonly AgencyPerson[],
  mails: readonly AgencyMail[],
): Undelivered[] {
  return mails.flatMap((mail) => {
    const person = people.find(({ personId }) => personId === mail.personId);
    const counts = mail.status === 'failed' && person?.active && person.email === mail.recipient;
    return counts ? [{ ...mail, name: person.name }] : [];
  });
}
