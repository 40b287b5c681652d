/** The systems with their rounds and Places by slug: what the command line can make a report of. */
import type { Knex } from 'knex';

export interface KnownSystem {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly fictional: boolean;
  /** the newest first, each with the slugs of its Places; without those that nobody has been asked yet */
  readonly rounds: readonly { readonly slug: string; readonly places: readonly string[] }[];
}

export function listSystems(db: Knex): Promise<KnownSystem[]> {
  return db('systems as s')
    .orderBy('s.slug')
    .select<KnownSystem[]>(
      's.id',
      's.slug',
      's.name',
      's.fictional',
      db.raw(`coalesce((
        select json_agg(json_build_object('slug', r.slug, 'places', array(
          select p.slug
          from round_places rp
          join places p on p.system_id = rp.system_id and p.id = rp.place_id
          where rp.system_id = r.system_id and rp.round_id = r.id
          order by p.position)) order by r.position desc)
        from rounds r
        where r.system_id = s.id and r.status <> 'draft'), '[]') as rounds`),
    );
}
