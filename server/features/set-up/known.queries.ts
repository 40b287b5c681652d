/** Everything that set-up keeps of a system, in four queries, whatever its size. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type {
  KnownAgency,
  KnownMember,
  KnownPlace,
  KnownSector,
  KnownSystem,
} from '../../domain/set-up/known.ts';
import { entriesItem, entryItemsOf, optionsOf } from '../../domain/instrument/items.ts';
import type { Definition } from '../../domain/instrument/definition.ts';
import { inNaturalOrder } from '../../domain/natural-order.ts';
import type { Definitions } from '../../db/definitions.queries.ts';
import { sideBySide } from '../../db/side-by-side.ts';

interface Revised {
  /** that a form started from */
  readonly revision: number;
}
export interface StoredPlace extends KnownPlace, Revised {}
export interface StoredAgency extends KnownAgency, Revised {}
export interface StoredMember extends KnownMember, Revised {
  /** the account is not closed: may sign in, and is written to */
  readonly active: boolean;
}
export interface StoredSystem extends KnownSystem {
  readonly places: readonly StoredPlace[];
  readonly agencies: readonly StoredAgency[];
  readonly members: readonly StoredMember[];
}

/** Names as people sort them, whatever the server's own order. */
const byName = (column: string): string => `${column} collate "en-GB-x-icu"`;

/** The retired things too. */
export async function loadSystem(
  { db, definitions }: { readonly db: Knex; readonly definitions: Definitions },
  scope: Scope,
): Promise<StoredSystem> {
  const ask = sideBySide(db);
  const [places, agencies, members, maps] = await Promise.all([
    ask(() => listPlaces(db, scope)),
    ask(() => listAgencies(db, scope)),
    ask(() => listMembers(db, scope)),
    ask(() => listServiceMaps(db)),
  ]);
  const sectors: KnownSector[] = [];
  for (const versionId of maps) {
    for (const sector of sectorsOf(await definitions(versionId))) {
      if (!sectors.some(({ id }) => id === sector.id)) sectors.push(sector);
    }
  }
  return { places, agencies, members, sectors };
}

function listPlaces(db: Knex, scope: Scope): Promise<StoredPlace[]> {
  return db('places as p')
    .where('p.system_id', scope.systemId)
    .orderBy(['p.position', 'p.slug'])
    .select<StoredPlace[]>(
      { id: 'p.id', slug: 'p.slug', name: 'p.name', revision: 'p.revision' },
      db.raw('p.retired_at is not null as retired'),
    );
}

async function listAgencies(db: Knex, scope: Scope): Promise<StoredAgency[]> {
  const agencies = await db('agencies as a')
    .where('a.system_id', scope.systemId)
    .orderBy('a.slug')
    .select<StoredAgency[]>(
      { id: 'a.id', slug: 'a.slug', name: 'a.name', onPaper: 'a.on_paper', revision: 'a.revision' },
      db.raw(`coalesce(a.note, '') as note`),
      db.raw('a.retired_at is not null as retired'),
      db.raw(`array(
        select s.sector from agency_sectors s
        where s.system_id = a.system_id and s.agency_id = a.id order by s.sector) as sectors`),
      db.raw(`array(
        select ap.place_id from agency_places ap
        where ap.system_id = a.system_id and ap.agency_id = a.id) as "placeIds"`),
    );
  return inNaturalOrder(agencies, ({ name }) => name);
}

function listMembers(db: Knex, scope: Scope): Promise<StoredMember[]> {
  return db('members as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where('m.system_id', scope.systemId)
    .orderByRaw(byName('m.name'))
    .orderBy('p.email')
    .select<StoredMember[]>(
      { personId: 'm.person_id', email: 'p.email', name: 'm.name', revision: 'm.revision' },
      db.raw('p.deactivated_at is null as active'),
      db.raw(`coalesce((
        select json_agg(json_build_object(
          'id', r.id, 'role', r.role, 'agencyId', r.agency_id, 'isChair', r.is_chair,
          'placeIds', array(
            select mp.place_id from membership_places mp
            where mp.system_id = r.system_id and mp.membership_id = r.id)) order by r.position, r.id)
        from memberships r
        where r.system_id = m.system_id and r.person_id = m.person_id), '[]') as roles`),
    );
}

/** The newest version of each; the newest instrument first. */
async function listServiceMaps(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select id from (
      select distinct on (instrument_id) id, published_at from instrument_versions
      where kind = 'service-map' order by instrument_id, published_at desc) newest
    order by published_at desc`,
  );
  return rows.map(({ id }) => id);
}

/** What its entries are grouped by. */
function sectorsOf(definition: Definition): readonly KnownSector[] {
  const groupItem = entriesItem(definition)?.groupItem;
  const group = entryItemsOf(definition).find(({ item }) => item.id === groupItem);
  return group ? optionsOf(definition, group.item).map(({ id, label }) => ({ id, label })) : [];
}

/**
 * Holds the system against every other change of its set-up until the transaction ends: coordinators
 * change it one after the other, and each sees what the one before has done.
 */
export async function lockSetUp(trx: Knex, scope: Scope): Promise<void> {
  await trx.raw('select from systems where id = ? for no key update', [scope.systemId]);
}
