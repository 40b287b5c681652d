/** A system with as many Places and agencies as a test asks for, its answers put straight into the tables. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Definition } from '../../server/domain/instrument/definition.ts';
import type { RoundStatus } from '../../server/domain/round/round.ts';
import type { Level } from '../../server/domain/scoring/score.ts';
import { publishDefinition } from '../../server/features/instruments/instruments.queries.ts';
import type { PersonPlan, SystemPlan } from '../../server/features/set-up/plan.ts';
import { insertRound } from '../../server/features/set-up/round.queries.ts';
import { idOf, insertSystem, type SystemIds } from '../../server/features/set-up/set-up.queries.ts';
import { shippedDefinitions } from './system.ts';

const answeredAt = new Date('2026-03-20T10:00:00Z');

/** Reads results in each of the ways there are; e-mail addresses are the first name at the slug. */
function readers(agency: string, places: readonly string[]): Omit<PersonPlan, 'email'>[] {
  return [
    { name: 'Colm Doyle', role: 'coordinator' },
    { name: 'Amina Rahman', role: 'reviewer', places: places.slice(0, 1), chair: true },
    { name: 'Ifeoma Obi', role: 'icb-lead' },
    { name: 'Siân Elwyn-Hughes', role: 'agency-lead', agency },
    { name: 'Wanda Wiśniewska', role: 'contributor', agency },
  ];
}

export type Reader = 'colm' | 'amina' | 'ifeoma' | 'siân' | 'wanda';

export interface ResultsSystem {
  readonly ids: SystemIds;
  readonly slug: string;
  readonly roundId: string;
  readonly roundSlug: string;
  readonly email: (reader: Reader) => string;
}

type ResultsPlan = Pick<SystemPlan, 'slug' | 'places' | 'agencies'> &
  Partial<Pick<SystemPlan, 'name' | 'notes'>> & {
    readonly status?: RoundStatus;
    readonly definitions?: readonly Definition[];
    /** besides the readers; addresses are made as theirs are */
    readonly people?: readonly Omit<PersonPlan, 'email'>[];
  };

/** `place-1`, `place-2` … with `agency-1`, `agency-2` … in every one of them. */
export function aPlanOf(
  slug: string,
  { places, agencies }: { readonly places: number; readonly agencies: number },
): Pick<SystemPlan, 'slug' | 'places' | 'agencies'> {
  const numbered = (count: number, noun: string) =>
    Array.from({ length: count }, (_, n) => ({
      slug: `${noun.toLowerCase()}-${n + 1}`,
      name: `${noun} ${n + 1}`,
    }));
  const planned = numbered(places, 'Place');
  return {
    slug,
    places: planned,
    agencies: numbered(agencies, 'Agency').map((agency) => ({
      ...agency,
      sectors: ['health-visiting'],
      places: planned.map((place) => place.slug),
    })),
  };
}

/** Creates the system and one round, `spring-2026`, of the shipped grid and map unless others are given. */
export async function aResultsSystem(db: Knex, plan: ResultsPlan): Promise<ResultsSystem> {
  const definitions = plan.definitions ?? shippedDefinitions();
  for (const definition of definitions) await publishDefinition(db, definition, randomUUID);
  const email = emailIn(plan.slug);
  const ids = await insertSystem(
    db,
    {
      slug: plan.slug,
      name: plan.name ?? `System ${plan.slug}`,
      fictional: true,
      notes: plan.notes ?? [],
      places: plan.places,
      agencies: plan.agencies,
      people: peopleOf(plan).map((person) => ({
        ...person,
        email: email(person.name.split(' ')[0] ?? ''),
      })),
    },
    randomUUID,
  );
  const roundSlug = 'spring-2026';
  const status = plan.status ?? 'in-review';
  const roundId = await addRound(db, ids, { slug: roundSlug, status, position: 2, definitions });
  return { ids, slug: plan.slug, roundId, roundSlug, email };
}

const emailIn =
  (slug: string) =>
  (name: string): string =>
    `${name.toLowerCase()}@${slug}.example`;

function peopleOf({ agencies, places, people = [] }: ResultsPlan): Omit<PersonPlan, 'email'>[] {
  const slugs = places.map(({ slug }) => slug);
  return [...readers(agencies[0]?.slug ?? '', slugs), ...people];
}

/** A further round of the system; `position` says where in time it stands. */
export async function addRound(
  db: Knex,
  ids: SystemIds,
  round: {
    readonly slug: string;
    readonly status: RoundStatus;
    readonly position: number;
    readonly definitions: readonly Definition[];
  },
): Promise<string> {
  return insertRound(
    db,
    ids,
    {
      slug: round.slug,
      name: `Round ${round.slug}`,
      status: round.status,
      opensAt: new Date('2026-03-02T08:00:00Z'),
      closesAt: new Date('2026-03-27T17:00:00Z'),
      instruments: round.definitions.map(({ id, version }) => ({ id, version })),
    },
    { newId: randomUUID, position: round.position },
  );
}

interface AskedFor {
  readonly roundId: string;
  readonly agency: string;
  /** left out for the map */
  readonly place?: string;
}

/** Submits the response as it stands. @returns its id */
export async function submit(db: Knex, ids: SystemIds, asked: AskedFor): Promise<string> {
  const assignment = await db('assignments')
    .where({
      system_id: ids.systemId,
      round_id: asked.roundId,
      agency_id: idOf(ids.agencies, asked.agency),
      place_id: asked.place === undefined ? null : idOf(ids.places, asked.place),
    })
    .first('id');
  if (!assignment) throw new Error(`${asked.agency} is not asked`);
  const [response] = await db('responses')
    .where({ system_id: ids.systemId, assignment_id: assignment.id })
    .update({ status: 'submitted', submitted_at: answeredAt })
    .returning('id');
  if (!response) throw new Error(`${asked.agency} has no response`);
  return response.id;
}

/** What an agency says of a domain: a level, null for "We can't say", or more than that. */
export type Said =
  | number
  | null
  | {
      readonly level: number | null;
      readonly reason?: string;
      readonly evidence?: string;
      readonly links?: readonly string[];
      readonly criteria?: Readonly<Record<string, string>>;
    };

/** Answers by domain, submitted. */
export async function giveLevels(
  db: Knex,
  { ids, roundId }: Pick<ResultsSystem, 'ids' | 'roundId'>,
  asked: { readonly agency: string; readonly place: string },
  levels: Readonly<Record<string, Said>>,
): Promise<void> {
  const responseId = await submit(db, ids, { roundId, ...asked });
  const rows = Object.entries(levels).map(([itemId, said]) => {
    const answer = typeof said === 'object' && said !== null ? said : { level: said };
    return {
      system_id: ids.systemId,
      response_id: responseId,
      item_id: itemId,
      level: answer.level,
      has_level: true,
      has_evidence: Object.hasOwn(answer, 'evidence'),
      value: JSON.stringify({ criteria: {}, ...answer }),
      revision: 1,
      updated_at: answeredAt,
      updated_by: somebody(ids),
    };
  });
  if (rows.length > 0) await db('answers').insert(rows);
}

/** What the chair records. */
export async function agree(
  db: Knex,
  { ids, roundId }: Pick<ResultsSystem, 'ids' | 'roundId'>,
  { place, domain, ...agreement }: AgreementPlan,
): Promise<void> {
  await db('agreements').insert({
    system_id: ids.systemId,
    round_id: roundId,
    place_id: idOf(ids.places, place),
    subject: 'domain',
    item_id: domain,
    colour: null,
    rationale: 'The plan names under-twos.',
    present: 'Amina Rahman (chair), Bea Lund',
    others_present: '',
    revision: 1,
    dissent: null,
    ...agreement,
    agreed_at: answeredAt,
    agreed_by: somebody(ids),
  });
}
interface AgreementPlan {
  readonly place: string;
  readonly domain: string;
  /** null: of a support element */
  readonly level: Level | null;
  readonly subject?: 'element';
  readonly colour?: 'green' | 'amber' | 'red';
  readonly rationale?: string;
  readonly dissent?: string;
}

/** An entry as the map command reads it: Places by slug, null where not stated. */
export type EntryPlan = Readonly<Record<string, unknown>> & {
  readonly agency: string;
  readonly name: string;
  readonly places: readonly string[] | null;
};

/** Submits the agency's map with these entries. */
export async function giveEntries(
  db: Knex,
  { ids, roundId }: Pick<ResultsSystem, 'ids' | 'roundId'>,
  agency: string,
  entries: readonly EntryPlan[],
): Promise<void> {
  const responseId = await submit(db, ids, { roundId, agency });
  for (const [position, entry] of entries.entries()) {
    const id = randomUUID();
    const { places } = entry;
    await db('service_entries').insert({
      system_id: ids.systemId,
      id,
      response_id: responseId,
      position,
      name: entry.name,
      group_id: text(entry['sector']),
      status: text(entry['status']),
      places_stated: places !== null,
      answers: JSON.stringify(entry),
      revision: 1,
      updated_at: answeredAt,
      updated_by: somebody(ids),
      removed_at: null,
    });
    if (!places || places.length === 0) continue;
    await db('service_entry_places').insert(
      places.map((slug) => ({
        system_id: ids.systemId,
        entry_id: id,
        place_id: idOf(ids.places, slug),
      })),
    );
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function somebody(ids: SystemIds): string {
  const [id] = ids.people.values();
  if (id === undefined) throw new Error('the system has nobody');
  return id;
}
