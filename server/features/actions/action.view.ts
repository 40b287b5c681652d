/** One action: what, who, by when, where it comes from, and everything that was changed. */
import { actionStatusWords, type Today } from '../../domain/actions/action.ts';
import { tellingFields } from '../../domain/actions/change.ts';
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { SeenAction } from '../../results/actions.ts';
import { ownerWords, sourceWords } from '../../web/action-words.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { formatDateTime, formatDay } from '../../web/time.ts';
import { gapHref } from './gap-href.ts';
import type { HistoryLine } from './history.queries.ts';
import { alarmText, changeWords, placeWords } from './words.ts';

interface Fact {
  readonly what: string;
  readonly text: string;
  /** '' for none */
  readonly href: string;
}
interface Step {
  readonly when: string;
  readonly by: string;
  readonly changes: readonly string[];
  readonly note: string;
}
export interface ActionView {
  readonly caption: string;
  readonly what: string;
  readonly status: string;
  /** "Overdue"; '' for none */
  readonly alarm: string;
  /** who sees it, where not everybody does; '' else */
  readonly early: string;
  readonly facts: readonly Fact[];
  readonly criteria: readonly string[];
  /** '' for those who read it only */
  readonly editHref: string;
  readonly editText: string;
  readonly history: readonly Step[];
}
export const actionPage = template<ActionView>('actions/action');

export interface ActionPageFacts {
  readonly action: SeenAction;
  readonly history: readonly HistoryLine[];
  /** of the grid it was raised from; null where there is none */
  readonly words: LevelWords | null;
  readonly hand: 'whole' | 'progress' | null;
  readonly today: Today;
}

export function toActionView(facts: ActionPageFacts): ActionView {
  const { action, history, words, hand, today } = facts;
  return {
    caption: `Action, ${placeWords(action)}`,
    what: action.what,
    status: actionStatusWords[action.status],
    alarm: alarmText(action, today),
    early: earlyWords(action),
    facts: toFacts(facts),
    criteria: action.criteria.map(({ text }) => text),
    editHref: hand === null ? '' : paths.editAction(action.id),
    editText: hand === 'progress' ? 'Say how it stands' : 'Change',
    history: history.map((line) => toStep(line, action, words)),
  };
}

function earlyWords({ sight, roundStatus }: SeenAction): string {
  if (sight === 'without-source') {
    return 'It was raised from results that are not published yet: where it comes from, and the level it aims at, show with them.';
  }
  if (roundStatus === null || roundStatus === 'published' || roundStatus === 'archived') return '';
  return 'Raised from results that are not published yet: until then only the coordinator and the Place’s reviewers see it, and its owners without where it comes from.';
}

function toFacts({ action, words }: ActionPageFacts): Fact[] {
  const { aimedLevel, dueOn, raisedAt, raisedBy } = action;
  const level = aimedLevel === null ? '' : (words?.word(aimedLevel) ?? `Level ${aimedLevel}`);
  const all: readonly Fact[] = [
    { what: 'Owner', text: ownerWords(action) || 'Nobody yet', href: '' },
    { what: 'Due', text: dueOn === null ? 'No day set' : formatDay(dueOn), href: '' },
    { what: 'Raised from', text: sourceWords(action), href: sourceHref(action) },
    { what: 'Level aimed at', text: level, href: '' },
    { what: 'Raised', text: `${formatDateTime(raisedAt)} by ${raisedBy}`, href: '' },
  ];
  return all.filter(({ text }) => text !== '');
}

/** A domain and an element have a row of their own in the Place's report, and a gap its part; '' for all else. */
function sourceHref({ source, roundSlug, placeSlug, itemId }: SeenAction): string {
  if (source === 'none' || source === 'contradiction') return '';
  if (roundSlug === null || placeSlug === null) return '';
  if (source === 'gap') return gapHref({ round: roundSlug, place: placeSlug }, itemId ?? '');
  return `${paths.placeReport(roundSlug, placeSlug)}#${itemId ?? ''}`;
}

/** What tells of results is left out with them. */
function toStep(
  { revision, at, by, changes, note, reviewRound }: HistoryLine,
  { sight }: SeenAction,
  words: LevelWords | null,
): Step {
  const told = changes.filter(({ field }) => sight === 'whole' || !tellingFields.includes(field));
  const first = revision === 1 ? ['Raised'] : [];
  const reviewed = reviewRound === null ? [] : [`Gone through for ${reviewRound}`];
  const said = [...first, ...reviewed, ...told.map((change) => changeWords(change, words))];
  return {
    when: formatDateTime(at),
    by,
    changes: said.length === 0 && note === '' ? ['Changed'] : said,
    note,
  };
}
