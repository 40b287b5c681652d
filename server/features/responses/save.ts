/** What a save changes, and where somebody else was faster: decided from what was sent and what is stored. */
import { isDeepStrictEqual } from 'node:util';
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import { differingParts, mergeLevel, withParts } from '../../domain/answers/merge-level.ts';
import type { LevelItem, SimpleItem } from '../../domain/instrument/definition.ts';
import type { Said } from '../../db/page-saves.queries.ts';
import type { StoredAnswer } from './content.queries.ts';
import { CLEARED } from './state.ts';

interface Sent<Item, Value> {
  readonly item: Item;
  readonly value: Value;
  /** that the page was made from */
  readonly revision: number;
  /** what of the value could not be read: it stays as it was (of a simple item, all of it) */
  readonly unread?: readonly string[];
}
export type SentAnswer = Sent<LevelItem, LevelAnswer> | Sent<SimpleItem, SimpleAnswer>;

export type Stored = ReadonlyMap<string, StoredAnswer>;

export interface Conflict {
  /** mine, with theirs where I changed nothing */
  readonly sent: SentAnswer;
  readonly stored: StoredAnswer;
}
export interface Change {
  /** as it is to be stored */
  readonly sent: SentAnswer;
  /** the answer's next */
  readonly revision: number;
}
export interface Decision {
  readonly conflicts: readonly Conflict[];
  readonly changes: readonly Change[];
  /** what the page that sent it starts from next time */
  readonly said: Said;
  /** some of it is otherwise than what the page started from */
  readonly isNew: boolean;
  /** how many answers (marks, levels, texts) are stored otherwise than the page shows them */
  readonly unseen: number;
}

/** Values by item id. */
export type Bases = ReadonlyMap<string, unknown>;

/**
 * What an open page said last is what its answers start from, unless it has been shown a later
 * revision since (a page in conflict has): a colleague's words that were merged into its save, but
 * that it never showed, are not its own to replace.
 */
export function ownBases(sent: readonly SentAnswer[], said: Said): Bases {
  const own = sent.flatMap(({ item, revision }) => {
    const last = Object.hasOwn(said, item.id) ? said[item.id] : undefined;
    return last && last.revision > revision ? [[item.id, last.value] as const] : [];
  });
  return new Map(own);
}

/** The others that did not start from what is stored now: what they started from is in the history. */
export function staleOf(
  sent: readonly SentAnswer[],
  stored: Stored,
  own: Bases,
): readonly SentAnswer[] {
  return sent.filter(
    ({ item: { id }, revision }) => !own.has(id) && (stored.get(id)?.revision ?? 0) !== revision,
  );
}

/**
 * An answer that differs from what is stored is a change. Where somebody else saved meanwhile, what each
 * of the two changed is put together; what both changed is a conflict, and then nothing of the page is saved.
 * @param bases by item id: the answer as it was when the page was made, where that is not what is stored
 */
export function decideSave(sent: readonly SentAnswer[], stored: Stored, bases: Bases): Decision {
  const decision = decideAll(sent, stored, bases);
  return decision.conflicts.length > 0 ? { ...decision, changes: [], said: {} } : decision;
}

/** The same for a page that saves by itself: whatever is in no conflict is saved, and the rest stays as it is stored. */
export function decideAll(sent: readonly SentAnswer[], stored: Stored, bases: Bases): Decision {
  const judged = sent.map((answer) => {
    const { id } = answer.item;
    const there = stored.get(id);
    const isFresh = !bases.has(id) && (there?.revision ?? 0) === answer.revision;
    return judge(answer, there, isFresh ? there?.value : bases.get(id));
  });
  return {
    conflicts: judged.flatMap(({ conflict }) => conflict ?? []),
    changes: judged.flatMap(({ change }) => change ?? []),
    said: Object.fromEntries(judged.map(({ id, said }) => [id, said])),
    isNew: judged.some((one) => one.isNew),
    unseen: judged.reduce((sum, { unseen }) => sum + unseen, 0),
  };
}

interface Judged {
  readonly id: string;
  readonly conflict: Conflict | undefined;
  readonly change: Change | undefined;
  readonly said: Said[string];
  readonly isNew: boolean;
  readonly unseen: number;
}

function judge(sent: SentAnswer, stored: StoredAnswer | undefined, base: unknown): Judged {
  const empty = emptyOf(sent);
  const there = stored ?? { value: empty, revision: 0 };
  const from = base ?? empty;
  const put = putTogether(sent, there.value, from);
  const changed = !isDeepStrictEqual(put.safe.value, there.value);
  const revision = changed ? there.revision + 1 : there.revision;
  return {
    id: sent.item.id,
    conflict: stored && put.clashes ? { sent: put.merged, stored } : undefined,
    change: changed ? { sent: put.safe, revision } : undefined,
    said: { value: put.said, revision },
    isNew: !isDeepStrictEqual(put.said, from),
    unseen: put.unseen,
  };
}

function putTogether(sent: SentAnswer, theirs: unknown, base: unknown): Put {
  return isLevel(sent)
    ? putLevel(sent, theirs as LevelAnswer, base as LevelAnswer)
    : putSimple(sent, theirs as SimpleAnswer, base as SimpleAnswer);
}

/** Two answers put together. */
interface Put {
  /** with mine where both changed it */
  readonly merged: SentAnswer;
  /** with theirs there */
  readonly safe: SentAnswer;
  readonly clashes: boolean;
  /** mine as it counts as said: what could not be taken counts as untouched */
  readonly said: unknown;
  readonly unseen: number;
}

const nothing: LevelAnswer = { criteria: {} };

function putLevel(sent: Sent<LevelItem, LevelAnswer>, theirs: LevelAnswer, base: LevelAnswer): Put {
  const { unread = [] } = sent;
  const mine = unread.length > 0 ? withParts(sent.value, base, unread) : sent.value;
  // Nobody else changed anything: there is nothing to put together.
  if (isDeepStrictEqual(theirs, base)) {
    const alone = { ...sent, value: mine };
    return { merged: alone, safe: alone, clashes: false, said: mine, unseen: 0 };
  }
  const { value, clashes } = mergeLevel(base, theirs, mine);
  const safe = withParts(value, theirs, clashes);
  const said = withParts(mine, base, clashes);
  return {
    merged: { ...sent, value },
    safe: { ...sent, value: safe },
    clashes: clashes.length > 0,
    said,
    unseen: differingParts(safe, said).length - clashes.length,
  };
}

function putSimple(
  sent: Sent<SimpleItem, SimpleAnswer>,
  theirs: SimpleAnswer,
  base: SimpleAnswer,
): Put {
  const mine = sent.unread && sent.unread.length > 0 ? base : sent.value;
  const having = (value: SimpleAnswer): SentAnswer => ({ ...sent, value });
  if (isDeepStrictEqual(mine, base)) {
    const unseen = isDeepStrictEqual(theirs, mine) ? 0 : 1;
    return { merged: having(theirs), safe: having(theirs), clashes: false, said: mine, unseen };
  }
  const clashes = ![base, mine].some((one) => isDeepStrictEqual(theirs, one));
  return {
    merged: having(mine),
    safe: having(clashes ? theirs : mine),
    clashes,
    said: clashes ? base : mine,
    unseen: 0,
  };
}

const isLevel = (sent: SentAnswer): sent is Sent<LevelItem, LevelAnswer> =>
  sent.item.type === 'level';

const emptyOf = (sent: SentAnswer): LevelAnswer | SimpleAnswer =>
  isLevel(sent) ? nothing : CLEARED;

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
