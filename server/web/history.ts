/** An answer's history on a page: who, when, what from what to what, and the question before an old text comes back. */
import type { Part, Saved } from '../domain/answers/history.ts';
import { template } from './reply.ts';
import { formatDate, formatTime } from './time.ts';

/** What somebody wrote; a long text begins, and the rest opens. */
export interface ToldView {
  readonly text: string;
  /** '' where `text` is all */
  readonly whole: string;
}
export interface ChangeView {
  readonly term: string;
  readonly from: ToldView;
  readonly to: ToldView;
  /** where the old text is brought back; '' where there is none, it stands already, or nobody may write now */
  readonly backHref: string;
}
export interface ChangedView {
  /** '' where the page's heading says the same */
  readonly title: string;
  /** what else happened: "Removed from the list"; '' mostly */
  readonly note: string;
  readonly changes: readonly ChangeView[];
  /** of many small ones: a line that opens them */
  readonly more: { readonly summary: string; readonly changes: readonly ChangeView[] } | null;
}
export interface StepView {
  /** "Tomos Prydderch, 18 March 2026 at 13:58" */
  readonly heading: string;
  readonly changed: readonly ChangedView[];
}
export interface StepsView {
  readonly steps: readonly StepView[];
}
export interface HistoryPageView extends StepsView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** what has just been brought back; '' mostly */
  readonly done: string;
  /** to the answers themselves */
  readonly backHref: string;
  readonly backText: string;
}
export const historyPage = template<HistoryPageView>('history/history');

export interface BringBackView {
  readonly caption: string;
  readonly heading: string;
  /** who changed it meanwhile; '' mostly */
  readonly changed: string;
  readonly old: string;
  readonly oldBy: string;
  /** what it replaces */
  readonly now: string;
  readonly nowBy: string;
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly keepHref: string;
  readonly csrf: string;
}
export const bringBackPage = template<BringBackView>('history/bring-back');

export interface ChangesView {
  readonly changes: readonly ChangeView[];
  /** for those who hear the page: whose changes these are */
  readonly spoken: string;
}
export interface ToldInHistory extends ToldView {
  readonly spoken: string;
}

/** "18 March 2026 at 13:58": told long after, so never "today" */
export function onDay(moment: Date): string {
  return `${formatDate(moment)} at ${formatTime(moment)}`;
}

export function stepHeading(
  { at, by, byId }: Pick<Saved<unknown>, 'at' | 'by' | 'byId'>,
  personId: string,
): string {
  return `${byId === personId ? 'You' : by}, ${onDay(at)}`;
}

const longText = 240;
const beginning = 160;

export function toTold(words: string): ToldView {
  if (words === '') return { text: 'Nothing', whole: '' };
  const letters = Array.from(words);
  if (letters.length <= longText) return { text: words, whole: '' };
  return { text: `${letters.slice(0, beginning).join('').trimEnd()} …`, whole: words };
}

export function toChange<V>(
  part: Part<V>,
  { before, after }: { readonly before: V | undefined; readonly after: V },
  backHref: string,
): ChangeView {
  return {
    term: part.term,
    from: toTold(before === undefined ? '' : part.wordsOf(before)),
    to: toTold(part.wordsOf(after)),
    backHref,
  };
}

type Told = Pick<Saved<unknown>, 'at' | 'by'>;

/** The two texts and who wrote them, as both kinds of history ask about them. */
export function toTwo<V>(
  part: Part<V>,
  old: Told & { readonly value: V },
  current: Told & { readonly value: V },
): Pick<BringBackView, 'heading' | 'old' | 'oldBy' | 'now' | 'nowBy'> {
  const words = (answer: V): string => part.wordsOf(answer) || 'Nothing';
  return {
    heading: `Bring back “${part.term}”?`,
    old: words(old.value),
    oldBy: `As it stood from ${onDay(old.at)}, saved by ${old.by}`,
    now: words(current.value),
    nowBy: `Last changed by ${current.by}, ${onDay(current.at)}`,
  };
}

/** What somebody is told whose page has fallen behind. */
export function changedWords({ by, at }: Told): string {
  return `${by} changed it on ${onDay(at)}. Nothing is lost: both texts are below. Look again, then choose.`;
}
