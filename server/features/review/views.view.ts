/** Reviewers' views of a domain: the form for one's own, and those that are open. */
import type { Reviewer } from '../../domain/review/agreement.ts';
import { opensOthers, type OwnView } from '../../domain/review/own-view.ts';
import type { TextArea } from '../../web/components.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { formatDate } from '../../web/time.ts';
import { levelChoices, levelValue, type Choice } from './level-choice.ts';
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
  readonly choices: readonly Choice[];
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
      : closedWords(others),
    open: views.map((view) => toOpen(view, facts)),
    form: toForm({ facts, domainId, own, others }, typed),
    hasOwn: own !== undefined,
  };
}

function closedWords(others: number): string {
  if (others === 0) return 'You are the only reviewer of this Place.';
  const whose = others === 1 ? 'reviewer’s view opens' : `${others} reviewers’ views open`;
  return `The other ${whose} when you have saved yours. You may change it later; both stay in the history.`;
}

function toOpen(view: OwnView, { reviewers, reader, grid }: ReviewFacts): OpenViewView {
  const { level, personId, name, comment, givenAt, revision } = view;
  const reviewer = reviewers.find((one) => one.personId === personId);
  return {
    name,
    notes: [...(personId === reader.personId ? ['you'] : []), ...notesOn(reviewer)],
    level: level === null ? 'Can’t say' : (grid?.words.word(level) ?? ''),
    steps: toSteps(level),
    comment,
    given: `${formatDate(givenAt)}${revision > 1 ? ', changed since it was first given' : ''}`,
  };
}

/** What one should know of whoever holds a view: an interest in an agency of the Place above all. */
function notesOn(reviewer: Reviewer | undefined): string[] {
  if (!reviewer) return ['no longer reviews this Place'];
  const interests = reviewer.agencies.map((agency) => `also answers for ${agency}`);
  return reviewer.isChair ? ['chair', ...interests] : interests;
}

interface FormFacts {
  readonly facts: ReviewFacts;
  readonly domainId: string;
  readonly own: OwnView | undefined;
  /** how many other reviewers the Place has */
  readonly others: number;
}

function toForm(
  { facts, domainId, own, others }: FormFacts,
  typed: TypedView = storedView(own),
): OwnViewForm | null {
  const { round, place, grid, reader } = facts;
  if (!grid || !reader.gives) return null;
  const first = others > 0 ? 'Save and see the others' : 'Save my view';
  return {
    action: paths.giveView(round.slug, place.slug, domainId),
    choices: levelChoices(viewNames.level, typed.level, { words: grid.words, none: 'I can’t say' }),
    why: {
      id: viewNames.comment,
      name: viewNames.comment,
      label: 'Why',
      value: typed.comment,
      error: typed.errors.get(viewNames.comment) ?? '',
      rows: 2,
    },
    button: own ? 'Change my view' : first,
    error: typed.errors.get(`${viewNames.level}-0`) ?? '',
  };
}

function storedView(own: OwnView | undefined): TypedView {
  if (!own) return { level: '', comment: '', errors: new Map() };
  return { level: levelValue(own.level), comment: own.comment, errors: new Map() };
}
