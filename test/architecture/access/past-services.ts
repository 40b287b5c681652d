/** The services of the published round: Wendside's map, submitted, with one for each Place. */
import type { Knex } from 'knex';
import { giveEntries, type ResultsSystem } from '../../factories/results.ts';

/** @param own the slug of a thing in this system */
export async function givePastServices(
  db: Knex,
  past: Pick<ResultsSystem, 'ids' | 'roundId'>,
  own: (slug: string) => string,
): Promise<void> {
  const service = (where: string, place: string) => ({
    agency: own('wendside'),
    name: `Past ${where} of wendside`,
    places: [own(place)],
    sector: 'midwifery',
    status: 'running',
  });
  await giveEntries(db, past, own('wendside'), [
    service('here', 'ferrow-vale'),
    service('there', 'quillby'),
  ]);
}
