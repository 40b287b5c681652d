/** Brings one part of an answer back as it once was: decided under the response's lock, written as any other save. */
import type { Scope } from '../../domain/access/scope.ts';
import { isSamePart } from '../../domain/answers/history.ts';
import type { WordsContext } from '../../domain/answers/words.ts';
import { notFound } from '../../domain/errors.ts';
import type { Section } from '../../domain/instrument/definition.ts';
import { allows } from '../../domain/round/response.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import { transact } from '../../db/transact.ts';
import { getContent } from './content.queries.ts';
import { listHistory, type SavedAnswer } from './history.queries.ts';
import { partsOf, type AnswerPart, type AskedItem } from './history.parts.ts';
import type { Opened, ResponseDeps } from './opened.ts';
import { decideSave, type SentAnswer } from './save.ts';
import { writeAnswers } from './save.queries.ts';

/** What somebody asks for, as an address or a form names it. */
export interface Wanted {
  readonly item: string;
  readonly revision: string;
  readonly part: string;
}
/** Found in the history. */
export interface Old {
  readonly item: AskedItem;
  readonly part: AnswerPart;
  readonly old: SavedAnswer;
  /** the newest */
  readonly current: SavedAnswer;
  readonly all: readonly SavedAnswer[];
}
export interface OpenHistory {
  readonly opened: Opened;
  readonly section: Section;
  readonly context: WordsContext;
  readonly scope: Scope;
}

/** @throws not found for what this section's history does not hold */
export async function findOld(
  db: ResponseDeps['db'],
  { opened, section, context, scope }: OpenHistory,
  wanted: Wanted,
): Promise<Old> {
  const item = section.items.find(({ id }) => id === wanted.item);
  if (!item || item.type === 'entries') throw notFound();
  const part = partsOf(item, context).find(({ id }) => id === wanted.part);
  const all = await listHistory(db, scope, opened.response.id, [item.id]);
  const old = all.find(({ revision }) => String(revision) === wanted.revision);
  const current = all.at(-1);
  if (!part || !old || !current) throw notFound();
  return { item, part, old, current, all };
}

export type Brought =
  | { readonly kind: 'done' }
  /** the response can't be written to any more */
  | { readonly kind: 'frozen' }
  /** somebody changed this part after the page was shown */
  | { readonly kind: 'changed'; readonly found: Old };

/** @param shown the answer's revision that the page told of */
export function bringBack(
  { db, now }: Pick<ResponseDeps, 'db' | 'now'>,
  open: OpenHistory,
  wanted: Wanted,
  shown: string,
): Promise<Brought> {
  const { opened, scope } = open;
  const responseId = opened.response.id;
  return transact(db, async (trx): Promise<Brought> => {
    const { status, roundStatus } = await lockResponse(trx, scope, responseId);
    if (!allows('write', status, roundStatus)) return { kind: 'frozen' };
    const found = await findOld(trx, open, wanted);
    const { item, part, old, current, all } = found;
    // Sent twice: it stands there already.
    if (isSamePart(part, old.value, current.value)) return { kind: 'done' };
    const seen = all.find(({ revision }) => String(revision) === shown);
    if (!isSamePart(part, seen?.value, current.value)) return { kind: 'changed', found };
    const { answers } = await getContent(trx, scope, responseId, opened.definition);
    const value = part.take(current.value, old.value);
    const sent = { item, value, revision: current.revision } as SentAnswer;
    const { changes } = decideSave([sent], answers, new Map());
    await writeAnswers(trx, scope, { responseId, changes, now: now() });
    return { kind: 'done' };
  });
}
