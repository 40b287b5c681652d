/** One domain on the workshop screen, for a room to read: who is where, what divides them, and what the chair records. */
import type { Level } from '../../domain/scoring/score.ts';
import { opensOthers } from '../../domain/review/own-view.ts';
import { settledLevel } from '../../web/domain-words.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { conflictWords, toAgreementForm, type AgreementFormView } from './agree.view.ts';
import type { DomainFacts } from './domain.view.ts';
import { frozenWords } from './list.view.ts';
import type { Outcome } from './record.ts';
import { agreedOn, type ReviewFacts, type Stop } from './review.load.ts';
import { toSays, type AgencySaysView } from './says.view.ts';
import { toStanding, type StandingView } from './standing.view.ts';
import { toTicked } from './ticked.view.ts';
import { seenOf } from './workshop-news.view.ts';
import { stopsOf, whereIs } from './workshop.order.ts';

/** Who is at one level. */
export interface WorkshopRow {
  readonly level: string;
  readonly steps: Steps;
  readonly agencies: readonly { readonly name: string; readonly hasEvidence: boolean }[];
}
interface LinkView {
  readonly text: string;
  readonly href: string;
}
/** What the chair fills in here. */
export interface WorkshopFormView {
  readonly form: AgreementFormView;
  /** "Amina Rahman (chair), Bea Lund" */
  readonly present: string;
  /** who is present is asked for, since nobody is ticked or something is wrong with it */
  readonly asksPresent: boolean;
  /** "Record and go to the next split" */
  readonly button: string;
  /** typed before and not recorded */
  readonly unsaved: boolean;
  readonly csrf: string;
}
export interface WorkshopView {
  readonly place: string;
  readonly position: string;
  readonly progress: string;
  readonly name: string;
  readonly question: string;
  readonly rows: readonly WorkshopRow[];
  /** many agencies, or long names: set smaller, so that all of them are on one screen */
  readonly dense: boolean;
  /** how many gave a level without evidence: their names are outlined */
  readonly bare: number;
  /** "We can’t say: Kingfisher." */
  readonly without: string;
  /** "1 Foundations, 3 Early growth"; how to open them where they are not */
  readonly views: string;
  /** the views, and the form for one's own, which opens them */
  readonly viewsHref: string;
  /** '' where there is none to compare with */
  readonly lastRound: string;
  readonly divides: readonly { readonly text: string; readonly marks: string }[];
  readonly criteria: readonly {
    readonly text: string;
    readonly level: string;
    readonly marks: string;
  }[];
  readonly evidenceSummary: string;
  readonly evidence: readonly AgencySaysView[];
  /** every agency with its words, on the domain's own page */
  readonly saidHref: string;
  readonly tickedHref: string;
  readonly stands: StandingView | null;
  /** null for those who record nothing here, or not now */
  readonly record: WorkshopFormView | null;
  readonly frozen: string;
  readonly errors: ErrorSummary | null;
  /** '' where nobody was quicker */
  readonly conflict: string;
  readonly onward: LinkView;
  /** null on the first */
  readonly previous: LinkView | null;
  readonly decisionsHref: string;
  readonly leaveHref: string;
  /** asked now and then by the page's script */
  readonly newsHref: string;
}
export const workshopPage = template<WorkshopView>('review/workshop');

type WorkshopFacts = Omit<DomainFacts, 'history'>;
type Rejected = Exclude<Outcome, { kind: 'recorded' }>;

export function toWorkshopView(opened: WorkshopFacts, rejected?: Rejected): WorkshopView {
  const { facts, grid, domain } = opened;
  const { round, place, quorum } = facts;
  const stops = stopsOf(facts, grid);
  const { next, previous, ...where } = whereIs(stops, domain.id);
  const stands = agreedOn(facts, 'domain', domain.id);
  const ticked = toTicked(domain, facts, grid.words);
  const marked = ticked.map(({ bar, text, level, divides }) => ({
    level,
    divides,
    // its marks follow after a colon
    text: text.replace(/\.$/, ''),
    marks: bar.label,
  }));
  const to = ({ id, text }: Stop): LinkView => ({
    text,
    href: paths.workshopDomain(round.slug, place.slug, id),
  });
  const decisionsHref = paths.workshopDecisions(round.slug, place.slug);
  return {
    ...where,
    place: place.name,
    name: domain.text,
    question: `What level is the whole system in ${place.name} at?`,
    ...toRows(opened),
    ...toOwnViews(facts, domain.id, grid.words.short),
    lastRound: lastRoundOf(opened),
    divides: marked.filter(({ divides }) => divides),
    criteria: marked,
    ...toEvidence(facts, domain.id),
    saidHref: `${paths.reviewDomain(round.slug, place.slug, domain.id)}#said`,
    tickedHref: `${paths.reviewDomain(round.slug, place.slug, domain.id)}#ticked`,
    stands: stands ? toStanding(stands, grid.words, quorum) : null,
    record: toRecord(opened, rejected, next),
    frozen: frozenWords(facts),
    ...faultsOf(rejected, stands?.agreedBy),
    onward: next ? to(next) : { text: 'Read the decisions back', href: decisionsHref },
    previous: previous ? to(previous) : null,
    decisionsHref,
    leaveHref: paths.review(round.slug, place.slug),
    newsHref: paths.workshopNews(round.slug, place.slug, seenOf(grid.domains, facts.agreed)),
  };
}

/** So many letters of agencies' names in 24 px fill the screen. */
const DENSE = 160;

function toRows({ facts, grid, domain }: WorkshopFacts) {
  const answers = facts.answers.filter(({ itemId }) => itemId === domain.id);
  const said = toSays(facts, domain.id);
  const all = said.flatMap(({ agencies }) => agencies);
  const evidenced = new Set(withEvidence(all).map(({ name }) => name));
  const names = ({ agencies }: (typeof said)[number]) => agencies.map(({ name }) => name);
  const rows = ([0, 1, 2, 3, 4] as const).map((level) => ({
    level: grid.words.short(level),
    steps: toSteps(level, 1.2),
    agencies: answers
      .filter((answer) => answer.level === level)
      .map(({ agency }) => ({ name: agency, hasEvidence: evidenced.has(agency) })),
  }));
  return {
    rows,
    bare: rows.flatMap(({ agencies }) => agencies).filter(({ hasEvidence }) => !hasEvidence).length,
    dense: rows.flatMap(({ agencies }) => agencies.map(({ name }) => name)).join('').length > DENSE,
    without: said
      .filter(({ steps }) => steps === null)
      .map((group) => `${group.level}: ${names(group).join(', ')}.`)
      .join(' '),
  };
}

const withEvidence = (agencies: readonly AgencySaysView[]): AgencySaysView[] =>
  agencies.filter(
    ({ evidence, links }) =>
      links.length > 0 || (evidence !== '' && !evidence.startsWith('No evidence:')),
  );

function toEvidence(facts: ReviewFacts, domainId: string) {
  const said = toSays(facts, domainId).filter(({ level }) => level !== 'Not answered');
  const agencies = said.flatMap((group) => group.agencies);
  return {
    evidenceSummary: `Evidence: ${withEvidence(agencies).length} of ${agencies.length} gave some`,
    evidence: agencies.filter(
      ({ evidence, reason, links }) => evidence !== '' || reason !== '' || links.length > 0,
    ),
  };
}

/** How many said which level; of what is not open to the reader, not even the number. */
function toOwnViews(facts: ReviewFacts, domainId: string, word: (level: Level) => string) {
  const { round, place, reader } = facts;
  const given = facts.views.filter(({ itemId }) => itemId === domainId);
  const hasOwn = given.some(({ personId }) => personId === reader.personId);
  const agreed = agreedOn(facts, 'domain', domainId) !== undefined;
  const viewsHref = `${paths.reviewDomain(round.slug, place.slug, domainId)}#views`;
  if (!opensOthers(reader, { hasOwn, agreed })) {
    return { views: 'Your own view opens them', viewsHref };
  }
  const counts = ([0, 1, 2, 3, 4, null] as const).flatMap((level) => {
    const count = given.filter((view) => view.level === level).length;
    return count === 0 ? [] : [`${count} ${level === null ? 'can’t say' : word(level)}`];
  });
  return { views: counts.join(', ') || 'None given', viewsHref };
}

function lastRoundOf({ facts, grid, domain }: WorkshopFacts): string {
  const before = grid.before?.get(facts.place.id)?.get(domain.id);
  const level = before ? settledLevel(before) : null;
  return level === null ? '' : grid.words.word(level);
}

function toRecord(
  { facts, domain, csrf }: WorkshopFacts,
  rejected: Rejected | undefined,
  next: Stop | undefined,
): WorkshopFormView | null {
  const form = toAgreementForm(facts, { subject: 'domain', itemId: domain.id }, rejected?.typed);
  if (!form) return null;
  const { round, place } = facts;
  const present = form.present.filter(({ chosen }) => chosen).map(({ name }) => name);
  const following = next?.split ? 'go to the next split' : 'go to the next domain';
  return {
    form: {
      ...form,
      because: { ...form.because, rows: 2 },
      dissent: { ...form.dissent, rows: 2 },
      action: paths.workshopDomain(round.slug, place.slug, domain.id),
    },
    present: present.join(', '),
    asksPresent: present.length === 0 || form.presentError !== '' || form.others.error !== '',
    button: `Record and ${next ? following : 'read the decisions back'}`,
    unsaved: rejected !== undefined,
    csrf,
  };
}

function faultsOf(
  rejected: Rejected | undefined,
  by = '',
): Pick<WorkshopView, 'errors' | 'conflict'> {
  const errors = [...(rejected?.typed.errors ?? [])].map(([field, text]) => ({ field, text }));
  return {
    errors: errors.length === 0 ? null : toErrorSummary(errors),
    conflict: rejected?.kind === 'conflict' && by !== '' ? conflictWords('domain', by) : '',
  };
}
