/** Writes Places and agencies. Every write bumps the revision, so that a form that started before is told. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { AgencyWish } from '../../domain/set-up/import/agencies.ts';

type List = 'places' | 'agencies';

/** After the last Place. */
export async function insertPlace(
  trx: Knex,
  scope: Scope,
  place: { readonly id: string; readonly slug: string; readonly name: string },
): Promise<void> {
  await trx('places').insert({
    ...place,
    system_id: scope.systemId,
    position: trx.raw('(select coalesce(max(position), -1) + 1 from places where system_id = ?)', [
      scope.systemId,
    ]),
  });
}

export async function renamePlace(
  trx: Knex,
  scope: Scope,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  await trx('places')
    .where({ system_id: scope.systemId, id })
    .update({ name, revision: trx.raw('revision + 1') });
}

/** Exchanges the positions of two Places. */
export async function swapPlaces(
  trx: Knex,
  scope: Scope,
  ids: readonly [string, string],
): Promise<void> {
  await trx.raw(
    `update places p set position = other.position, revision = p.revision + 1
    from places other
    where p.system_id = ? and other.system_id = p.system_id and p.id <> other.id
      and p.id in (?, ?) and other.id in (?, ?)`,
    [scope.systemId, ...ids, ...ids],
  );
}

export async function insertAgency(
  trx: Knex,
  scope: Scope,
  { id, slug, ...wish }: AgencyWish & { readonly id: string; readonly slug: string },
): Promise<void> {
  const { name, note, onPaper } = wish;
  await trx('agencies').insert({
    system_id: scope.systemId,
    id,
    slug,
    name,
    note: note || null,
    on_paper: onPaper,
  });
  await insertReach(trx, scope, id, wish);
}

/** @param wish its Places are to hold the retired ones that the agency has, too: old results count on them */
export async function updateAgency(
  trx: Knex,
  scope: Scope,
  { id, ...wish }: AgencyWish & { readonly id: string },
): Promise<void> {
  const { name, note, onPaper } = wish;
  await trx('agencies')
    .where({ system_id: scope.systemId, id })
    .update({ name, note: note || null, on_paper: onPaper, revision: trx.raw('revision + 1') });
  const of = { system_id: scope.systemId, agency_id: id };
  await trx('agency_sectors').where(of).delete();
  await trx('agency_places').where(of).delete();
  await insertReach(trx, scope, id, wish);
}

async function insertReach(
  trx: Knex,
  scope: Scope,
  agencyId: string,
  { sectors, placeIds }: Pick<AgencyWish, 'sectors' | 'placeIds'>,
): Promise<void> {
  const of = { system_id: scope.systemId, agency_id: agencyId };
  await trx('agency_sectors').insert(sectors.map((sector) => ({ ...of, sector })));
  await trx('agency_places').insert(placeIds.map((place_id) => ({ ...of, place_id })));
}

/** @param retiredAt null brings it back */
export async function setRetired(
  trx: Knex,
  scope: Scope,
  list: List,
  { id, retiredAt }: { readonly id: string; readonly retiredAt: Date | null },
): Promise<void> {
  await trx<{ system_id: string; id: string; retired_at: Date | null; revision: number }>(list)
    .where({ system_id: scope.systemId, id })
    .update({ retired_at: retiredAt, revision: trx.raw('revision + 1') });
}
