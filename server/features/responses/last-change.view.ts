/** Who changed an answer last, and when, with the way to its history. */
import { paths } from '../../web/paths.ts';
import type { StoredAnswer } from './content.queries.ts';
import { momentWords } from './response.words.ts';

export interface LastChangeView {
  /** "Last changed by Tomos Prydderch at 13:58" */
  readonly text: string;
  readonly historyHref: string;
  /** whose history, for those who hear the link */
  readonly spoken: string;
}

export interface LastChangeFacts {
  readonly responseId: string;
  readonly sectionId: string;
  readonly personId: string;
  readonly now: Date;
}

/** Null where nothing was ever answered. */
export function toLastChange(
  item: { readonly label?: string; readonly text: string },
  answer: StoredAnswer | undefined,
  { responseId, sectionId, personId, now }: LastChangeFacts,
): LastChangeView | null {
  if (!answer) return null;
  return {
    text: `Last changed by ${changedBy(answer, { personId, now })}`,
    historyHref: paths.sectionHistory(responseId, sectionId),
    spoken: item.label ?? item.text,
  };
}

/** "you at 13:58", "Tomos Prydderch on 9 March 2026 at 14:02" */
export function changedBy(
  {
    updatedAt,
    updatedBy,
    updatedById,
  }: Pick<StoredAnswer, 'updatedAt' | 'updatedBy' | 'updatedById'>,
  { personId, now }: Pick<LastChangeFacts, 'personId' | 'now'>,
): string {
  const when = momentWords(updatedAt, now);
  const who = updatedById === personId ? 'you' : updatedBy;
  return `${who} ${when.startsWith('on ') ? when : `at ${when}`}`;
}
