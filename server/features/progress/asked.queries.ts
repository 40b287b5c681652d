/** Who is asked for what in a round. */
import type { Knex } from 'knex';
import { stillAsked } from '../../db/responses.queries.ts';
import { inNaturalOrder } from '../../domain/natural-order.ts';
import type { ResponseStatus } from '../../domain/round/response.ts';
import type { InRound } from './round.queries.ts';

export interface AskedAgency {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly onPaper: boolean;
  /** the coordinator's own; '' for none */
  readonly note: string;
  /** as the round keeps them */
  readonly sectors: readonly string[];
  readonly placeIds: readonly string[];
}

/** Those that are still asked for something, by name. @param slug one agency alone */
export async function listAgencies(
  db: Knex,
  { systemId, roundId }: InRound,
  slug?: string,
): Promise<AskedAgency[]> {
  const kept = (column: string, table: string): string =>
    `array(
      select x.${column} from ${table} x
      where x.system_id = g.system_id and x.round_id = ? and x.agency_id = g.id)`;
  const agencies = await db('agencies as g')
    .where('g.system_id', systemId)
    .where(slug === undefined ? {} : { 'g.slug': slug })
    .whereIn('g.id', (query) => {
      void query
        .select('a.agency_id')
        .from('assignments as a')
        .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
        .where({ 'a.system_id': systemId, 'a.round_id': roundId })
        .whereRaw(stillAsked);
    })
    .orderBy('g.slug')
    .select<AskedAgency[]>(
      { id: 'g.id', slug: 'g.slug', name: 'g.name', onPaper: 'g.on_paper' },
      db.raw(`coalesce(g.note, '') as note`),
      db.raw(`${kept('sector', 'round_agency_sectors')} as sectors`, [roundId]),
      db.raw(`${kept('place_id', 'round_agency_places')} as "placeIds"`, [roundId]),
    );
  return inNaturalOrder(agencies, ({ name }) => name);
}

export interface AskedResponse {
  readonly id: string;
  readonly agencyId: string;
  readonly versionId: string;
  /** null where the instrument is answered once for all Places */
  readonly placeId: string | null;
  readonly status: ResponseStatus;
  /** somebody has saved something */
  readonly begun: boolean;
  readonly returnedAt: Date | null;
  /** who keyed it in, where it came on paper */
  readonly keyedBy: string | null;
}

/** In the order of instruments and Places. @param agencyId one agency's alone */
export function listAsked(
  db: Knex,
  { systemId, roundId }: InRound,
  agencyId?: string,
): Promise<AskedResponse[]> {
  return db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('instrument_versions as v', 'v.id', 'a.version_id')
    .leftJoin('places as p', { 'p.system_id': 'a.system_id', 'p.id': 'a.place_id' })
    .leftJoin('members as k', { 'k.system_id': 'r.system_id', 'k.person_id': 'r.keyed_by' })
    .where({ 'a.system_id': systemId, 'a.round_id': roundId })
    .where(agencyId === undefined ? {} : { 'a.agency_id': agencyId })
    .whereRaw(stillAsked)
    .orderBy(['v.kind', 'v.instrument_id', 'p.position', 'p.slug'])
    .select<AskedResponse[]>(
      {
        id: 'r.id',
        agencyId: 'a.agency_id',
        versionId: 'a.version_id',
        placeId: 'a.place_id',
        status: 'r.status',
        returnedAt: 'r.returned_at',
        keyedBy: 'k.name',
      },
      db.raw('r.updated_at is not null as begun'),
    );
}
