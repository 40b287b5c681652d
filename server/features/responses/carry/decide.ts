/** What a press on the page of last round's answers does: which answers are written, which decisions noted, and which refused. */
import type { CarryDecision } from '../../../domain/carry/carried.ts';
import type { SentAnswer } from '../save.ts';
import type { CarryFact } from './facts.ts';

/** "undo": it is to be decided again */
export type CarryAct = 'same' | 'ended' | 'undo';

export interface Decided {
  readonly writes: readonly { readonly sent: SentAnswer; readonly fact: CarryFact }[];
  readonly decisions: readonly { readonly itemId: string; readonly decision: CarryDecision }[];
  readonly undone: readonly string[];
  /** somebody else decided or answered otherwise meanwhile: that stands */
  readonly refused: readonly CarryFact[];
}

type One = keyof Decided | 'nothing';

/**
 * Pressed twice, or alike by two people, the second press does nothing. Whatever somebody wrote this
 * round is never replaced.
 */
export function decideCarry(act: CarryAct, facts: readonly CarryFact[]): Decided {
  const verdicts = facts.map((fact) => ({ fact, verdict: verdictOf(act, fact) }));
  const of = (wanted: One): CarryFact[] =>
    verdicts.filter(({ verdict }) => verdict === wanted).map(({ fact }) => fact);
  const writes = of('writes').flatMap((fact) =>
    fact.carried.sent ? [{ sent: fact.carried.sent, fact }] : [],
  );
  const ended = of('decisions').map(
    ({ item }) => ({ itemId: item.id, decision: 'ended' }) as const,
  );
  const same = writes.map(({ fact }) => ({ itemId: fact.item.id, decision: 'same' }) as const);
  return {
    writes,
    decisions: [...same, ...ended],
    undone: of('undone').map(({ item }) => item.id),
    refused: of('refused'),
  };
}

function verdictOf(act: CarryAct, fact: CarryFact): One {
  const { decision, standing, carried } = fact;
  if (act === 'undo') return standing === 'ended' && decision ? 'undone' : 'nothing';
  if (standing !== 'undecided') return isSaid(act, fact) ? 'nothing' : 'refused';
  if (act === 'ended') return 'decisions';
  return carried.sent ? 'writes' : 'refused';
}

const isSaid = (act: CarryAct, { decision, standing }: CarryFact): boolean =>
  decision?.decision === act || standing === act;
