/** The demonstration's open round, its Ferrow Vale answered by more of its agencies, put straight into the tables. */
import type { Knex } from 'knex';
import { fictionalSeed } from '../../server/cli/demo/seeds.ts';
import { levelItems } from '../../server/domain/instrument/items.ts';
import { giveLevels } from './results.ts';
import { shippedDefinitions } from './system.ts';

const usual = [2, 2, 2, 2];
/** What the four say of the domains that divide the Place; of every other one the same. */
const divided: Readonly<Record<string, readonly number[]>> = {
  'financial-investment': [0, 0, 4, 4],
  'services-and-interventions': [0, 4, 4, 4],
};
const answering = ['lapwing-perinatal', 'dom-rodziny', 'gp-federation', 'befriending-association'];

/** Four agencies that have not begun submit their levels of all eleven domains, most of them without evidence. */
export async function fourMoreAnswer(db: Knex): Promise<void> {
  const { slug } = fictionalSeed().system;
  const system = await db('systems').where({ slug }).first('id');
  const systemId = system?.id ?? '';
  const round = await db('rounds').where({ system_id: systemId, slug: 'autumn-2026' }).first('id');
  const idsIn = async (table: 'places' | 'agencies') => {
    const rows = await db(table).where({ system_id: systemId }).select('slug', 'id');
    return new Map(rows.map((row) => [row.slug, row.id]));
  };
  const people = await db('members').where({ system_id: systemId }).pluck<string[]>('person_id');
  const ids = {
    systemId,
    places: await idsIn('places'),
    agencies: await idsIn('agencies'),
    people: new Map(people.map((id) => [id, id])),
  };
  const [grid] = shippedDefinitions();
  for (const [n, agency] of answering.entries()) {
    const levels = (grid ? levelItems(grid) : []).map(({ id }): [string, number] => [
      id,
      (divided[id] ?? usual)[n] ?? 2,
    ]);
    const where = { agency, place: 'ferrow-vale' };
    await giveLevels(db, { ids, roundId: round?.id ?? '' }, where, Object.fromEntries(levels));
  }
}
