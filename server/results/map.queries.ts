/** The service map as submitted: who was asked, what they entered, and where they said "No service". */
import type { Knex } from 'knex';
import { stillAsked } from '../db/responses.queries.ts';
import type { Scope } from '../domain/access/scope.ts';
import type { MapAgency, MapEntry } from '../domain/elements/element.ts';
import { inNaturalOrder } from '../domain/natural-order.ts';
import type { AgreedColour } from '../domain/review/agreement.ts';

export interface MapSelection {
  readonly versionId: string;
  readonly roundId: string;
}

/** Agencies assigned the map, by name; agencies and Places by id. */
export async function listMapAgencies(
  db: Knex,
  scope: Scope,
  { versionId, roundId }: MapSelection,
): Promise<MapAgency[]> {
  const agencies = await db('assignments as a')
    .join('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.agency_id' })
    .leftJoin('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .where({ 'a.system_id': scope.systemId, 'a.version_id': versionId, 'a.round_id': roundId })
    .whereRaw(stillAsked)
    .select<MapAgency[]>(
      { agency: 'g.id', name: 'g.name' },
      db.raw(`coalesce(r.status = 'submitted', false) as submitted`),
      db.raw(`array(
        select s.sector from round_agency_sectors s
        where s.system_id = a.system_id and s.round_id = a.round_id and s.agency_id = a.agency_id
        order by s.sector) as sectors`),
      db.raw(`array(
        select p.place_id from round_agency_places p
        where p.system_id = a.system_id and p.round_id = a.round_id
          and p.agency_id = a.agency_id) as places`),
    );
  return inNaturalOrder(agencies, ({ name }) => name);
}

/** Some entries, by name and id: behind one, from one on, or the first; all of them where it is left out. */
export interface EntryPage {
  readonly after?: Pick<MapEntry, 'name' | 'id'>;
  /** id of an entry: there are none where it is not known */
  readonly from?: string;
  readonly rows: number;
}

interface EntryRow extends MapEntry {
  readonly places: readonly string[];
  readonly placesStated: boolean;
}

/** Entries of submitted responses; agencies and Places by id. */
export async function listMapEntries(
  db: Knex,
  scope: Scope,
  { versionId, roundId }: MapSelection,
  page?: EntryPage,
): Promise<MapEntry[]> {
  const rows = await db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('service_entries as e', { 'e.system_id': 'r.system_id', 'e.response_id': 'r.id' })
    .leftJoin('service_entry_places as p', { 'p.system_id': 'e.system_id', 'p.entry_id': 'e.id' })
    .where({ 'a.system_id': scope.systemId, 'a.version_id': versionId, 'a.round_id': roundId })
    .where('r.status', 'submitted')
    .whereNull('e.removed_at')
    .modify((query) => {
      if (page) void query.limit(page.rows);
      if (page?.after) {
        void query.whereRaw('(e.name, e.id) > (?, ?)', [page.after.name, page.after.id]);
      }
      if (page?.from !== undefined) {
        void query.whereRaw(
          `(e.name, e.id) >= (
            select f.name, f.id from service_entries f where f.system_id = ? and f.id::text = ?)`,
          [scope.systemId, page.from],
        );
      }
    })
    .groupBy('a.agency_id', 'e.id')
    .orderBy(['e.name', 'e.id'])
    .select<EntryRow[]>(
      { id: 'e.id', agency: 'a.agency_id', name: 'e.name', answers: 'e.answers' },
      { placesStated: 'e.places_stated' },
      db.raw(
        `coalesce(array_agg(p.place_id) filter (where p.place_id is not null), '{}') as places`,
      ),
    );
  return rows.map(({ placesStated, places, ...entry }) => ({
    ...entry,
    places: placesStated ? places : null,
  }));
}

/** How many `listMapEntries` lists. */
export async function countMapEntries(
  db: Knex,
  scope: Scope,
  { versionId, roundId }: MapSelection,
): Promise<number> {
  const [row] = await db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('service_entries as e', { 'e.system_id': 'r.system_id', 'e.response_id': 'r.id' })
    .where({ 'a.system_id': scope.systemId, 'a.version_id': versionId, 'a.round_id': roundId })
    .where('r.status', 'submitted')
    .whereNull('e.removed_at')
    .select<{ count: number }[]>(db.raw('count(*)::int as count'));
  return row?.count ?? 0;
}

export interface Absence {
  readonly placeId: string;
  readonly sector: string;
  readonly agency: string;
}

/** Which agencies have said "No service" for a sector in these Places. */
export function listAbsences(
  db: Knex,
  scope: Scope,
  { versionId, roundId, placeIds }: MapSelection & { readonly placeIds: readonly string[] },
): Promise<Absence[]> {
  return db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('no_service as n', { 'n.system_id': 'r.system_id', 'n.response_id': 'r.id' })
    .where({ 'a.system_id': scope.systemId, 'a.version_id': versionId, 'a.round_id': roundId })
    .where('r.status', 'submitted')
    .whereIn('n.place_id', [...placeIds])
    .select<Absence[]>({ placeId: 'n.place_id', sector: 'n.group_id', agency: 'a.agency_id' });
}

export interface AgreedElement {
  readonly placeId: string;
  /** of the support element: "E4" */
  readonly itemId: string;
  /** null: it was agreed that the derived colour stands */
  readonly colour: AgreedColour | null;
  readonly rationale: string;
  readonly present: string;
  readonly dissent: string | null;
  readonly agreedAt: Date;
}

/** What the chair has recorded of support elements. */
export function listAgreedElements(
  db: Knex,
  scope: Scope,
  { roundId, placeIds }: { readonly roundId: string; readonly placeIds: readonly string[] },
): Promise<AgreedElement[]> {
  return db('agreements')
    .where({ system_id: scope.systemId, subject: 'element', round_id: roundId })
    .whereIn('place_id', [...placeIds])
    .select<AgreedElement[]>({
      placeId: 'place_id',
      itemId: 'item_id',
      colour: 'colour',
      rationale: 'rationale',
      present: 'present',
      dissent: 'dissent',
      agreedAt: 'agreed_at',
    });
}
