/** Reviewers' views of a domain: the form for one's own, and those that are open. */
import { opensOthers } from '../../domain/review/own-view.ts';
import type { TextArea } from '../../web/components.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { formatDate } from '../../web/time.ts';
import { levelChoices, levelValue, type LevelChoice } from './level-choice.ts';
import { viewNames } from './own-view.form.ts';
import { agreedOn, type ReviewFacts } from './review.load.ts';

export interface OpenViewView {
  readonly name: string;
  /** "You", "chair", "also answers for Kingfisher" */
  readonly notes: readonly string[];
  readonly level: string;
  readonly steps: Steps;
  readonly comment: string;
  /** "4 March 2026", and that it was another before */
  readonly given: string;
}
export interface OwnViewForm {
  readonly action: string;
  readonly choices: readonly LevelChoice[];
  readonly why: TextArea;
  readonly button: string;
  /** '' where no level is missing */
  readonly error: string;
}
export interface ViewsView {
  readonly heading: string;
  /** what one sees here, or why not yet */
  readonly lede: string;
  readonly open: readonly OpenViewView[];
  /** null for those who give none, or not now */
  readonly form: OwnViewForm | null;
  readonly hasOwn: boolean;
}

/** `review/parts/own-view` */
export interface OwnViewPart {
  readonly form: OwnViewForm;
  readonly csrf: string;
}

/** What was typed and not taken. */
export interface TypedView {
  readonly level: string;
  readonly comment: string;
  readonly errors: ReadonlyMap<string, string>;
}

export function toViews(facts: ReviewFacts, domainId: string, typed?: TypedView): ViewsView {
  const { reader, reviewers } = facts;
  const views = facts.views.filter(({ itemId }) => itemId === domainId);
  const own = views.find(({ personId }) => personId === reader.personId);
  const agreed = agreedOn(facts, 'domain', domainId) !== undefined;
  const opens = opensOthers(reader, { hasOwn: own !== undefined, agreed });
  const others = reviewers.filter(({ personId }) => personId !== reader.personId).length;
  return {
    heading: own || !reader.gives ? 'Reviewers’ own views' : 'Your view first',
    lede: opens
      ? `${views.length} of ${counted(reviewers.length, 'reviewer has', 'reviewers have')} given a view.`
      : others === 0
        ? 'You are the only reviewer of this Place.'
        : `The other ${others === 1 ? 'reviewer’s view opens' : `${others} reviewers’ views open`} when you have saved yours. You may change it later; both stay in the history.`,
    open: views.map((view) => toOpen(view, facts)),
    form: reader.gives ? toForm(facts, domainId, typed) : null,
    hasOwn: own !== undefined,
  };
}

function toOpen(view: ReviewFacts['views'][number], facts: ReviewFacts): OpenViewView {
  const { level, personId, name, comment, givenAt, revision } = view;
  const reviewer = facts.reviewers.find((one) => one.personId === personId);
  return {
    name,
    notes: [
      ...(personId === facts.reader.personId ? ['you'] : []),
      ...(reviewer?.isChair ? ['chair'] : []),
      ...(reviewer
        ? reviewer.agencies.map((agency) => `also answers for ${agency}`)
        : ['no longer reviews this Place']),
    ],
    level: level === null ? 'Can’t say' : (facts.grid?.words.word(level) ?? ''),
    steps: toSteps(level),
    comment,
    given: `${formatDate(givenAt)}${revision > 1 ? ', changed since it was first given' : ''}`,
  };
}

function toForm(facts: ReviewFacts, domainId: string, typed?: TypedView): OwnViewForm | null {
  const { round, place, grid, reader } = facts;
  if (!grid) return null;
  const own = facts.views.find(
    ({ itemId, personId }) => itemId === domainId && personId === reader.personId,
  );
  const others = facts.reviewers.some(({ personId }) => personId !== reader.personId);
  const chosen = typed?.level ?? (own ? levelValue(own.level) : '');
  return {
    action: paths.giveView(round.slug, place.slug, domainId),
    choices: levelChoices(viewNames.level, chosen, { words: grid.words, none: 'I can’t say' }),
    why: {
      id: viewNames.comment,
      name: viewNames.comment,
      label: 'Why',
      value: typed?.comment ?? own?.comment ?? '',
      error: typed?.errors.get(viewNames.comment) ?? '',
      rows: 2,
    },
    button: own ? 'Change my view' : others ? 'Save and see the others' : 'Save my view',
    error: typed?.errors.get(`${viewNames.level}-0`) ?? '',
  };
}
