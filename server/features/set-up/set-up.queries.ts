/** Creates a system with its Places, agencies and people. */
import type { Knex } from 'knex';
import { asStored } from '../../domain/set-up/email.ts';
import { ensureAccount } from '../../db/accounts.ts';
import type { AgencyPlan, PersonPlan, SystemPlan } from './plan.ts';

type NewId = () => string;
/** ids by slug (people by e-mail address) */
export interface SystemIds {
  readonly systemId: string;
  readonly places: ReadonlyMap<string, string>;
  readonly agencies: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** The id that a slug stands for; throws where the plan names something it does not have. */
export function idOf(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`the plan has no ${slug}`);
  return id;
}

async function insertAgencies(
  db: Knex,
  system: { systemId: string; places: ReadonlyMap<string, string> },
  agencies: readonly AgencyPlan[],
  newId: NewId,
): Promise<Map<string, string>> {
  // An empty list would insert a row of defaults.
  if (agencies.length === 0) return new Map();
  const { systemId, places } = system;
  const ids = new Map(agencies.map(({ slug }) => [slug, newId()]));
  const ofAgency = (slug: string) => ({ system_id: systemId, agency_id: idOf(ids, slug) });
  const sectors = agencies.flatMap((agency) =>
    agency.sectors.map((sector) => ({ ...ofAgency(agency.slug), sector })),
  );
  const served = agencies.flatMap((agency) =>
    agency.places.map((place) => ({ ...ofAgency(agency.slug), place_id: idOf(places, place) })),
  );
  await db('agencies').insert(
    agencies.map(({ slug, name, note, onPaper = false }) => ({
      system_id: systemId,
      id: idOf(ids, slug),
      slug,
      name,
      note: note ?? null,
      on_paper: onPaper,
    })),
  );
  await db('agency_sectors').insert(sectors);
  await db('agency_places').insert(served);
  return ids;
}

/** The account of each address, made where it is new; the name that another system gave stays as it is. */
async function insertAccounts(
  db: Knex,
  people: readonly PersonPlan[],
  newId: NewId,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { name, email } of people) {
    if (ids.has(email)) continue;
    ids.set(email, await ensureAccount(db, { id: newId(), name, email: asStored(email) }));
  }
  return ids;
}

/** One membership a row of the plan; a person with two rows has two roles. */
async function insertPeople(
  db: Knex,
  system: Omit<SystemIds, 'people'>,
  people: readonly PersonPlan[],
  newId: NewId,
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const ids = await insertAccounts(db, people, newId);
  const named = new Map(people.map(({ email, name }) => [idOf(ids, email), name]));
  await db('members').insert(
    [...named].map(([person_id, name]) => ({ system_id: system.systemId, person_id, name })),
  );
  const members = people.map((person, position) => ({ id: newId(), person, position }));
  await db('memberships').insert(
    members.map(({ id, person, position }) => ({
      system_id: system.systemId,
      id,
      person_id: idOf(ids, person.email),
      role: person.role,
      agency_id: person.agency === undefined ? null : idOf(system.agencies, person.agency),
      is_chair: person.chair ?? false,
      position,
    })),
  );
  const reviewed = members.flatMap(({ id, person }) =>
    (person.places ?? []).map((place) => ({
      system_id: system.systemId,
      membership_id: id,
      place_id: idOf(system.places, place),
    })),
  );
  if (reviewed.length > 0) await db('membership_places').insert(reviewed);
  return ids;
}

/** @param db a transaction: the system is created whole or not at all */
export async function insertSystem(db: Knex, plan: SystemPlan, newId: NewId): Promise<SystemIds> {
  const systemId = newId();
  await db('systems').insert({
    id: systemId,
    slug: plan.slug,
    name: plan.name,
    fictional: plan.fictional,
    notes: JSON.stringify(plan.notes),
  });
  const places = new Map(plan.places.map(({ slug }) => [slug, newId()]));
  const rows = plan.places.map(({ slug, name }, position) => ({
    system_id: systemId,
    id: idOf(places, slug),
    slug,
    name,
    position,
  }));
  if (rows.length > 0) await db('places').insert(rows);
  const agencies = await insertAgencies(db, { systemId, places }, plan.agencies, newId);
  const ids = { systemId, places, agencies };
  return { ...ids, people: await insertPeople(db, ids, plan.people, newId) };
}
