/** What a save changes, and where somebody else was faster: decided from what was sent and what is stored. */
import { isDeepStrictEqual } from 'node:util';
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import type { LevelItem, SimpleItem } from '../../domain/instrument/definition.ts';
import type { StoredAnswer } from './content.queries.ts';
import { CLEARED } from './state.ts';

export type SentAnswer =
  | { readonly item: LevelItem; readonly value: LevelAnswer; readonly revision: number }
  | { readonly item: SimpleItem; readonly value: SimpleAnswer; readonly revision: number };

export type Stored = ReadonlyMap<string, StoredAnswer>;

export interface Conflict {
  readonly sent: SentAnswer;
  readonly stored: StoredAnswer;
}
export interface Change {
  readonly sent: SentAnswer;
  /** the answer's next */
  readonly revision: number;
}
export interface Decision {
  /** where there is any, nothing of the page is saved */
  readonly conflicts: readonly Conflict[];
  readonly changes: readonly Change[];
}

/** Answers that did not start from what is stored now: for these `decideSave` needs to know what they started from. */
export function staleOf(sent: readonly SentAnswer[], stored: Stored): readonly SentAnswer[] {
  return sent.filter(({ item, revision }) => (stored.get(item.id)?.revision ?? 0) !== revision);
}

/**
 * An answer that differs from what is stored is a change. Where somebody else saved meanwhile it is
 * a conflict, unless it still is what it started from: then this person did not touch it, and what
 * is stored stays.
 * @param bases by item id: the answer as it was at the revision that the page was made from
 */
export function decideSave(
  sent: readonly SentAnswer[],
  stored: Stored,
  bases: ReadonlyMap<string, unknown>,
): Decision {
  const judged = sent.map((answer) => {
    const other = stored.get(answer.item.id);
    return {
      sent: answer,
      stored: other,
      verdict: judge(answer, other, bases.get(answer.item.id)),
    };
  });
  return {
    changes: judged
      .filter(({ verdict }) => verdict === 'change')
      .map((one) => ({ sent: one.sent, revision: (one.stored?.revision ?? 0) + 1 })),
    conflicts: judged.flatMap((one) =>
      one.stored && one.verdict === 'conflict' ? [{ sent: one.sent, stored: one.stored }] : [],
    ),
  };
}

function judge(
  sent: SentAnswer,
  stored: StoredAnswer | undefined,
  base: unknown,
): 'stays' | 'change' | 'conflict' {
  if (isSame(sent, stored?.value)) return 'stays';
  if (!stored || stored.revision === sent.revision) return 'change';
  return isSame(sent, base) ? 'stays' : 'conflict';
}

/** Undefined is no answer yet, which an empty one equals. */
function isSame(sent: SentAnswer, value: unknown): boolean {
  return isDeepStrictEqual(sent.value, value === undefined ? emptyOf(sent) : value);
}

function emptyOf({ item }: SentAnswer): LevelAnswer | SimpleAnswer {
  return item.type === 'level' ? { criteria: {} } : CLEARED;
}

export interface LevelColumns {
  readonly level: number | null;
  readonly has_level: boolean;
  readonly has_evidence: boolean;
}

/** What reports count, beside the whole answer. Evidence is text or a link. */
export function levelColumns({ item, value }: SentAnswer): LevelColumns {
  if (item.type !== 'level') return { level: null, has_level: false, has_evidence: false };
  const { level, evidence, links = [] } = value as LevelAnswer;
  return {
    level: level ?? null,
    has_level: level !== undefined,
    has_evidence: evidence !== undefined || links.length > 0,
  };
}
