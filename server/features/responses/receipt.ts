/** The receipt for a submission: to whoever submitted, in the same transaction. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { responseWords } from '../../domain/instrument/short-words.ts';
import { submittedReceipt } from '../../domain/mail/submitted-receipt.ts';
import { queueMail } from '../../db/outbox.queries.ts';
import { paths } from '../../web/paths.ts';
import type { Opened } from './opened.ts';

/** A receipt that comes later than this confirms nothing that one still wonders about. */
const worthMs = 3 * 24 * 60 * 60 * 1000;

export async function queueReceipt(
  trx: Knex,
  scope: Scope,
  { response, definition }: Opened,
  now: Date,
): Promise<void> {
  await queueMail(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    kind: 'submitted',
    content: submittedReceipt({
      name: scope.personName,
      agencyName: response.agencyName,
      roundName: response.roundName,
      what: responseWords(definition, response),
      submittedAt: now,
      path: paths.submitted(response.id),
    }),
    queuedAt: now,
    notAfter: new Date(now.getTime() + worthMs),
  });
}
