/** Which agencies a round asks about a Place: of a row of round_places, for queries of every feature. */
import { stillAsked } from './responses.queries.ts';

/** SQL: the ids of the agencies asked anything about the Place of the row `rp`, as an array. */
export const askedAgencies = `array(
  select distinct a.agency_id from assignments a
  left join responses r on r.system_id = a.system_id and r.assignment_id = a.id
  where a.system_id = rp.system_id and a.round_id = rp.round_id and ${stillAsked}
    and (a.place_id = rp.place_id or a.place_id is null and exists (
      select from round_agency_places ap
      where ap.system_id = a.system_id and ap.round_id = a.round_id
        and ap.agency_id = a.agency_id and ap.place_id = rp.place_id)))`;
