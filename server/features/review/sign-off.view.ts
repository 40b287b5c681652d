/** The sign-off of a Place: what it waits for, who signed when, and the questions before it and before reopening. */
import { signOffConditions } from '../../domain/review/sign-off.ts';
import { roundAllows } from '../../domain/round/workflow.ts';
import type { TextArea } from '../../web/components.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { formatDate, formatTime } from '../../web/time.ts';
import { toAgreedElements } from './elements.view.ts';
import type { SignOff } from './place.queries.ts';
import { agreedOn, standing, type ReviewFacts } from './review.load.ts';
import { signOffFacts, signOffMark } from './sign-off.facts.ts';

interface ConditionView {
  readonly text: string;
  readonly met: boolean;
  /** "Ready", "Needed" */
  readonly mark: string;
}
/** `review/parts/sign-off`: at the end of the Place's list. */
export interface SignOffSection {
  /** "Ines Okonjo signed this Place off on 4 March 2026 at 14:02."; '' where it is not */
  readonly stands: string;
  /** the round is in review: what is signed off can be reopened */
  readonly inReview: boolean;
  /** none once it is signed off, or can't be */
  readonly conditions: readonly ConditionView[];
  /** '' where the reader can't, or not now */
  readonly signHref: string;
  readonly reopenHref: string;
  /** who signs, where the reader doesn't; '' else */
  readonly waits: string;
  /** sign-offs that ended, the last first */
  readonly before: readonly string[];
}

/** Null before there is anything to sign. */
export function toSignOffSection(facts: ReviewFacts): SignOffSection | null {
  const { round, reader, signOffs } = facts;
  const open = roundAllows('review', round.status);
  if (!open && signOffs.length === 0) return null;
  const stands = standing(signOffs);
  const conditions = open && !stands ? conditionsOf(facts) : [];
  const ready = isReady(conditions);
  return {
    stands: stands ? `${signedWords(stands)}${open ? ' Nothing of it changes now.' : ''}` : '',
    inReview: open,
    conditions,
    ...acts(facts, { ready, reopens: open && stands !== undefined }),
    waits: waitsFor(ready, reader.isChair),
    before: signOffs.filter((one) => one !== stands).map(endedWords),
  };
}

/** For the head of the list; who and when stand in the section. */
export const signedInShort = (section: SignOffSection | null) =>
  section && section.stands !== '' ? [{ text: 'It is signed off.', href: '#sign-off' }] : [];

/** Why nothing can be changed, unless the section says it below: while the chair can reopen it. */
export const unlessSaid = (frozen: string, section: SignOffSection | null): string =>
  section && section.stands !== '' && section.inReview ? '' : frozen;

const isReady = (conditions: readonly ConditionView[]): boolean =>
  conditions.length > 0 && conditions.every(({ met }) => met);

const waitsFor = (ready: boolean, isChair: boolean): string =>
  ready && !isChair ? 'Everything is ready: the chair signs it off.' : '';

/** What the chair can do now. */
function acts(
  { round, place, reader }: ReviewFacts,
  { ready, reopens }: { readonly ready: boolean; readonly reopens: boolean },
): Pick<SignOffSection, 'signHref' | 'reopenHref'> {
  return {
    signHref: ready && reader.isChair ? paths.signOff(round.slug, place.slug) : '',
    reopenHref: reopens && reader.isChair ? paths.reopenReview(round.slug, place.slug) : '',
  };
}

function conditionsOf(facts: ReviewFacts): ConditionView[] {
  return signOffConditions(signOffFacts(facts)).map(({ text, met }) => ({
    text,
    met,
    mark: met ? 'Ready' : 'Needed',
  }));
}

const at = (moment: Date): string => `${formatDate(moment)} at ${formatTime(moment)}`;

function signedWords({ signedBy, signedAt }: SignOff): string {
  return `${signedBy} signed this Place off on ${at(signedAt)}.`;
}

function endedWords({ signedBy, signedAt, reopenedBy, reopenedAt, reason }: SignOff): string {
  const ended = reopenedAt === null ? '' : at(reopenedAt);
  return `${signedBy} signed it off on ${at(signedAt)}; ${reopenedBy ?? ''} reopened it on ${ended}: “${reason ?? ''}”`;
}

export interface SignOffView {
  readonly caption: string;
  readonly heading: string;
  readonly points: readonly string[];
  readonly decisions: readonly { readonly name: string; readonly level: string }[];
  readonly conditions: readonly ConditionView[];
  /** every condition is met: there is a button */
  readonly ready: boolean;
  /** what happened since the page was opened; '' for nothing */
  readonly changed: string;
  readonly seen: string;
  readonly action: string;
  readonly keepHref: string;
  readonly csrf: string;
}
export const signOffPage = template<SignOffView>('review/sign-off');

export function toSignOffView(facts: ReviewFacts, csrf: string, changed = ''): SignOffView {
  const { round, place, grid } = facts;
  const conditions = conditionsOf(facts);
  return {
    caption: `Review · ${round.name}`,
    heading: `Sign off ${place.name}?`,
    points: [
      'Nothing of the Place changes afterwards: no level, no own view, and no response about it can be returned.',
      'The round can be published once every Place is signed off.',
      'You can reopen it with a reason until then.',
    ],
    decisions: [
      ...(grid?.domains ?? []).map(({ id, text }) => {
        const level = agreedOn(facts, 'domain', id)?.level;
        return { name: text, level: levelWord(level, (one) => grid?.words.word(one) ?? '') };
      }),
      ...toAgreedElements(facts).map(({ name, stands }) => ({ name, level: stands.level })),
    ],
    conditions,
    ready: isReady(conditions),
    changed,
    seen: signOffMark(facts),
    action: paths.signOff(round.slug, place.slug),
    keepHref: paths.review(round.slug, place.slug),
    csrf,
  };
}

function levelWord<L>(level: L | null | undefined, word: (level: L) => string): string {
  if (level === undefined) return 'Not agreed';
  return level === null ? 'Set aside' : word(level);
}

export interface ReopenView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly errors: ErrorSummary | null;
  readonly reason: TextArea;
  readonly signOff: string;
  readonly action: string;
  readonly keepHref: string;
  readonly csrf: string;
}
export const reopenPage = template<ReopenView>('review/reopen');

/** @param fault of the reason that was typed; '' where nothing is wrong */
export function toReopenView(
  { round, place }: ReviewFacts,
  stands: SignOff,
  { typed, fault, csrf }: { readonly typed: string; readonly fault: string; readonly csrf: string },
): ReopenView {
  return {
    caption: `Review · ${round.name}`,
    heading: `Reopen ${place.name}?`,
    lede: `${signedWords(stands)} Reopened, it can be changed again, and must be signed off anew before the round is published.`,
    errors: fault === '' ? null : toErrorSummary([{ field: 'reason', text: fault }]),
    reason: {
      id: 'reason',
      name: 'reason',
      label: 'Why it is reopened',
      hint: 'It stays with the review and in the audit trail.',
      value: typed,
      error: fault,
      rows: 3,
    },
    signOff: stands.id,
    action: paths.reopenReview(round.slug, place.slug),
    keepHref: paths.review(round.slug, place.slug),
    csrf,
  };
}
