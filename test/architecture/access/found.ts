/** Finds the records of a furnished system, by what they are called there. */
import type { Knex } from 'knex';
import { emailOf, slugIn, type Furnished } from './people.ts';

export interface Found {
  readonly response: (agency: string, place: string | null) => Promise<string>;
  readonly entry: (agency: string, name: string) => Promise<string>;
  /** of whatever round */
  readonly service: (name: string) => Promise<string>;
  readonly person: (called: string) => Promise<string>;
  /** the one that they made */
  readonly token: (called: string) => Promise<string>;
  readonly role: (called: string) => Promise<string>;
  /** by what is to be done */
  readonly action: (what: string) => Promise<string>;
  /** by what it says */
  readonly comment: (text: string) => Promise<string>;
}

/** @throws where the system lacks it */
export function finder(db: Knex, system: string, { ids, rounds }: Furnished): Found {
  const one = async (query: Knex.QueryBuilder): Promise<string> => {
    const row = (await query) as { readonly id: string } | undefined;
    if (!row) throw new Error(`${system} lacks something`);
    return row.id;
  };
  const agencyId = (slug: string): string => ids.agencies.get(slugIn(system, slug)) ?? '';
  const response: Found['response'] = (agency, place) =>
    one(
      db('responses as r')
        .join('assignments as a', 'a.id', 'r.assignment_id')
        .where({
          'a.round_id': rounds.now,
          'a.agency_id': agencyId(agency),
          'a.place_id': place === null ? null : (ids.places.get(slugIn(system, place)) ?? ''),
        })
        .first('r.id'),
    );
  return {
    response,
    entry: async (agency, name) =>
      one(
        db('service_entries')
          .where({ response_id: await response(agency, null), name: `${name} of ${agency}` })
          .first('id'),
      ),
    service: (name) =>
      one(db('service_entries').where({ system_id: ids.systemId, name }).first('id')),
    action: (what) => one(db('actions').where({ system_id: ids.systemId, what }).first('id')),
    comment: (text) =>
      one(db('check_comments').where({ system_id: ids.systemId, text }).first('id')),
    person: (called) => one(db('people').where('email', emailOf(called, system)).first('id')),
    token: (called) =>
      one(
        db('api_tokens')
          .where({
            system_id: ids.systemId,
            person_id: ids.people.get(emailOf(called, system)) ?? '',
          })
          .first('id'),
      ),
    role: (called) =>
      one(
        db('memberships as m')
          .join('people as p', 'p.id', 'm.person_id')
          .where('p.email', emailOf(called, system))
          .first('m.id'),
      ),
  };
}
