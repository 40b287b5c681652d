/** The rows of complete packs: a person's last one of each round. */
import type { PackRecord, ShownPlace } from '../domain/round/pack.ts';
import type { WithJson } from './json.row.ts';

interface PackRow {
  system_id: string;
  round_id: string;
  person_id: string;
  /** of this attempt: what an earlier one still says is not heard */
  id: string;
  status: PackRecord['status'];
  asked_at: Date;
  /** until when it may be silent */
  leased_until: Date;
  places: number;
  /** 0 where left out */
  places_done: number;
  /** null until it is done, with the three below */
  made_at: Date | null;
  /** that it shows; null for a draft */
  edition: number | null;
  shown: readonly ShownPlace[] | null;
  /** the Board paper is in it; false where left out */
  board: boolean;
  file: Buffer | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    packs: WithJson<PackRow, 'shown', 'places_done' | 'board'>;
  }
}
