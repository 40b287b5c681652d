/** The open actions of before a round, as a list to confirm, change or drop. */
import { actionStatusWords, isOpen, type Today } from '../../domain/actions/action.ts';
import type { SeenAction } from '../../results/actions.ts';
import { ownerWords, sourceWords } from '../../web/action-words.ts';
import type { Input } from '../../web/components.ts';
import type { ErrorSummary } from '../../web/error-summary.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { formatDay } from '../../web/time.ts';
import type { ReviewRound } from './review.queries.ts';
import { alarmText, placeWords } from './words.ts';

interface OpenAction {
  readonly id: string;
  readonly what: string;
  readonly href: string;
  /** "Ferrow Vale. Kingfisher. Due 4 May 2027." */
  readonly about: string;
  readonly status: string;
  readonly alarm: string;
  readonly decideAction: string;
  readonly editHref: string;
  readonly revision: number;
  readonly note: Input;
}
interface DoneAction {
  readonly what: string;
  readonly href: string;
  readonly status: string;
}
export interface ActionReviewView {
  readonly errors: ErrorSummary | null;
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly csrf: string;
  readonly round: string;
  /** what was just done; '' else */
  readonly done: string;
  readonly open: readonly OpenAction[];
  readonly gone: readonly DoneAction[];
  readonly none: string;
}
export const actionReviewPage = template<ActionReviewView>('actions/review');

/** Why a decision was not saved. */
export interface Refused {
  readonly id: string;
  readonly text: string;
  readonly status: 409 | 422;
  readonly note: string;
}

export interface ReviewFacts {
  /** null where no round was opened yet */
  readonly round: ReviewRound | null;
  readonly actions: readonly SeenAction[];
  /** ids of those that were gone through */
  readonly gone: ReadonlySet<string>;
  readonly today: Today;
  readonly csrf: string;
  /** id of the one that was just decided; '' for none */
  readonly done: string;
  readonly refused: Refused | null;
}

export function toReviewView(facts: ReviewFacts): ActionReviewView {
  const { round, actions, gone, csrf, refused, done } = facts;
  const left = actions.filter((action) => isOpen(action) && !gone.has(action.id));
  const past = actions.filter(({ id }) => gone.has(id));
  return {
    errors: refused
      ? { title: 'Nothing was saved', links: [{ text: refused.text, href: `#note-${refused.id}` }] }
      : null,
    caption: round ? `Actions, ${round.name}` : 'Actions',
    heading: 'Open actions of the rounds before',
    lede: round
      ? `${past.length} of ${counted(left.length + past.length, 'action', 'actions')} gone through. Each one still stands, is changed, or is dropped; nothing is lost where you leave it open.`
      : 'No round was opened yet.',
    csrf,
    round: round?.slug ?? '',
    done: doneWords(actions.find(({ id }) => id === done)),
    open: left.map((action) => toOpen(action, facts)),
    gone: past.map(({ id, what, status }) => ({
      what,
      href: paths.action(id),
      status: actionStatusWords[status],
    })),
    none: past.length > 0 ? 'All gone through.' : 'Nothing is open from before.',
  };
}

function doneWords(action: SeenAction | undefined): string {
  return action
    ? `Saved: “${action.what}” is ${actionStatusWords[action.status].toLowerCase()}.`
    : '';
}

function toOpen(action: SeenAction, { today, refused, round }: ReviewFacts): OpenAction {
  const { id, what, status, revision, dueOn } = action;
  const isRefused = refused?.id === id;
  const due = dueOn === null ? 'No day set' : `Due ${formatDay(dueOn)}`;
  const source = sourceWords(action);
  const parts = [placeWords(action), source, ownerWords(action) || 'Nobody owns it yet', due];
  return {
    id,
    what,
    href: paths.action(id),
    about: `${parts.filter(Boolean).join('. ')}.`,
    status: actionStatusWords[status],
    alarm: alarmText(action, today),
    decideAction: paths.decideAction(id),
    editHref: paths.editAction(id, round?.slug ?? ''),
    revision,
    note: {
      id: `note-${id}`,
      name: 'note',
      label: 'Note; to drop it, why',
      value: isRefused ? refused.note : '',
      error: isRefused ? refused.text : '',
    },
  };
}
