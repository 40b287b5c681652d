/** The editions of a round: a row for each time that its results were published. */
import type { Knex } from 'knex';

export interface NewEdition {
  readonly systemId: string;
  readonly roundId: string;
  /** 1 for the first publication */
  readonly number: number;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  /** for readers; '' for none */
  readonly note: string;
}

/** @param trx the transaction of the publication */
export async function insertEdition(trx: Knex, edition: NewEdition): Promise<void> {
  const { systemId, roundId, number, publishedAt, publishedBy, note } = edition;
  await trx('editions').insert({
    system_id: systemId,
    round_id: roundId,
    number,
    published_at: publishedAt,
    published_by: publishedBy,
    note,
  });
}
