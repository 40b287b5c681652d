/** Publishes a round's results as a first edition, and what was corrected since as the next ones. */
import { insertEdition } from '../../db/editions.queries.ts';
import { recordAgreement } from '../../features/review/agreement.queries.ts';
import { propose } from '../../features/review/corrections/corrections.queries.ts';
import { writeEdition } from '../../features/review/corrections/edition.queries.ts';
import { chairOf, decisionsIn } from './load-agreements.ts';
import { coordinator, type Loading } from './loading.ts';
import type { SeedEdition } from './seed.types.ts';

/** Of a round that is not published: nothing. */
export async function loadEditions(loading: Loading): Promise<void> {
  const { db, round, roundId } = loading;
  if (round.publishedAt === undefined) return;
  const { systemId, personId } = coordinator(loading);
  await insertEdition(db, {
    ...{ systemId, roundId, number: 1, note: '' },
    publishedAt: new Date(round.publishedAt),
    publishedBy: personId,
  });
  for (const [index, edition] of (round.editions ?? []).entries()) {
    await loadEdition(loading, edition, index + 2);
  }
}

async function loadEdition(
  loading: Loading,
  { on, note, corrected }: SeedEdition,
  number: number,
): Promise<void> {
  const { db, round, roundId, newId } = loading;
  const publisher = coordinator(loading);
  const chair = chairOf(loading);
  const correctionIds: string[] = [];
  for (const [place, agreed] of Object.entries(corrected)) {
    for (const decision of decisionsIn(loading, place, agreed)) {
      const id = newId();
      const at = new Date(agreed.on);
      const correction = { ...decision, basedOn: 1 };
      await propose(db, chair, { ...correction, waiting: 0 }, { newId: () => id, now: at });
      const by = { byId: chair.personId, at };
      await recordAgreement(db, publisher, { ...correction, corrected: by }, new Date(on));
      correctionIds.push(id);
    }
  }
  await writeEdition(db, publisher, {
    round: { id: roundId, name: round.name },
    ...{ number, note, correctionIds },
    now: new Date(on),
  });
}
