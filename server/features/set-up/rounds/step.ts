/** Takes one step of a round's life: once, whole, by somebody who saw what it would do. */
import { AppError } from '../../../domain/errors.ts';
import { mayStep, workflow, type RoundStep } from '../../../domain/round/workflow.ts';
import { insertEdition } from '../../../db/editions.queries.ts';
import type { SetUpChange } from '../change.ts';
import { assignAgencies } from './assign.queries.ts';
import type { LoadedRound } from './load-round.ts';
import { announceResults, askForCheck, inviteAgencies } from './round-mail.ts';
import { updateRound, type RoundChange } from './round-write.queries.ts';
import { agenciesOf, factsOf } from './step-facts.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Sent twice it is taken once: one change, one line in the audit trail, one message to each.
 * @param held the round, locked
 * @param revision of the round that the question showed
 * @throws AppError conflict where the round has changed since, or something that is needed is missing
 */
export async function takeStep(
  change: SetUpChange,
  held: LoadedRound,
  { step, revision }: { readonly step: RoundStep; readonly revision: number },
): Promise<void> {
  const { round } = held;
  const { to, act } = workflow[step];
  if (round.status === to && round.revision === revision + 1) return;
  const facts = factsOf(held);
  if (round.revision !== revision || !mayStep(step, round.status, facts)) throw changed();
  await updateRound(change.trx, change.scope, round, {
    status: to,
    ...besides(step, round.checkDays, change.now),
  });
  await deeds[step]?.(change, held);
  await change.record({
    act,
    subjectType: 'round',
    subjectId: round.id,
    details: { name: round.name, submitted: facts.submitted, asked: facts.asked },
  });
}

export function changed(): AppError {
  return new AppError(
    'conflict',
    'This round has changed since you opened the page, and nothing was done. Open the round again and look.',
  );
}

const checkEnd = (days: number, now: Date): Date => new Date(now.getTime() + days * dayMs);

/** The dates that the step sets: what happened, not what was planned. */
function besides(step: RoundStep, checkDays: number, now: Date): RoundChange {
  switch (step) {
    case 'open':
      return { opensAt: now, remindersFrom: now };
    case 'reopen':
      return { remindersFrom: now };
    case 'check':
      return { checkEndsAt: checkEnd(checkDays, now) };
    case 'resume':
      return { checkEndsAt: null };
    case 'publish':
      return { publishedAt: now };
    default:
      return {};
  }
}

const deeds: Partial<
  Readonly<Record<RoundStep, (change: SetUpChange, held: LoadedRound) => Promise<void>>>
> = {
  open: async (change, held) => {
    const { trx, scope, newId } = change;
    const agencies = agenciesOf(held);
    await assignAgencies(trx, {
      systemId: scope.systemId,
      roundId: held.round.id,
      agencyIds: agencies.map(({ id }) => id),
      newId,
    });
    await inviteAgencies(change, held.round, agencies);
  },
  check: (change, held) =>
    askForCheck(
      change,
      { ...held.round, checkEndsAt: checkEnd(held.round.checkDays, change.now) },
      agenciesOf(held),
    ),
  publish: async (change, { round }) => {
    const { trx, scope, now: publishedAt } = change;
    const { systemId, personId: publishedBy } = scope;
    const first = { systemId, roundId: round.id, number: 1, note: '' };
    await insertEdition(trx, { ...first, publishedAt, publishedBy });
    await announceResults(change, round);
  },
};
