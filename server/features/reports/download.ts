/** That a report was taken away is written down: by whom, of which round, of which Place. */
import type { Knex } from 'knex';
import { recordAudit } from '../../db/audit.ts';
import type { SignedInRequest } from '../../web/route.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
/** What was taken away: of a Place, or of the whole system. */
interface Taken {
  /** of the audit trail; a report where left out */
  readonly act?:
    | 'report.downloaded'
    | 'report.board-paper-downloaded'
    | 'report.changes-downloaded'
    | 'report.places-compared-downloaded';
  readonly round: Named;
  readonly place?: Named;
}

/** Nothing is taken away by asking for the headers alone. */
export async function recordDownload(
  { db, now }: { readonly db: Knex; readonly now: () => Date },
  { scope, wantsBody }: SignedInRequest,
  { act = 'report.downloaded', round, place }: Taken,
): Promise<void> {
  if (!wantsBody) return;
  await recordAudit(db, {
    systemId: scope.systemId,
    personId: scope.personId,
    act,
    subjectType: place ? 'place' : 'round',
    subjectId: (place ?? round).id,
    happenedAt: now(),
    details: place ? { round: round.name } : {},
  });
}
