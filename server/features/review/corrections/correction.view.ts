/** The correction of a domain or a support element on its review page: the one that waits, the chair's form, those that were withdrawn. */
import { hasQuorum, waitingFor, type Correction } from '../../../domain/review/correction.ts';
import type { Decision, Topic } from '../../../domain/review/agreement.ts';
import { changeWords } from '../../../web/decision-words.ts';
import { counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { toSteps, type Steps } from '../../../web/steps.ts';
import { formatDate, formatTime } from '../../../web/time.ts';
import { agreementFields, type AgreementFormView, type TypedAgreement } from '../agree.view.ts';
import type { Agreed } from '../agreed.queries.ts';
import { colourValue, levelValue } from '../level-choice.ts';
import { agreedOn, type ReviewFacts } from '../review.load.ts';

export interface WaitingView {
  /** "From Foundations to Early growth" */
  readonly words: string;
  readonly steps: Steps | null;
  /** of an element; '' of a domain */
  readonly rag: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly present: string;
  readonly proposed: string;
  /** fewer were present than the quorum: what that means; '' else */
  readonly thin: string;
  /** null for those who can't */
  readonly withdraw: { readonly action: string; readonly id: string } | null;
}

/** `review/parts/correction` */
export interface CorrectionPart {
  readonly waiting: WaitingView | null;
  /** "Withdrawn: …", the last first */
  readonly withdrawn: readonly string[];
  /** null for those who can't */
  readonly form: AgreementFormView | null;
  /** opens the form: "Correct this" */
  readonly summary: string;
  readonly open: boolean;
  readonly question: string;
  readonly csrf: string;
}

interface Shown {
  readonly question: string;
  readonly csrf: string;
  /** typed and not taken */
  readonly typed: TypedAgreement | undefined;
}

/** Null where there is nothing to show: before publication, and for readers of what nobody corrects. */
export function toCorrectionPart(
  facts: ReviewFacts,
  topic: Topic,
  { question, csrf, typed }: Shown,
): CorrectionPart | null {
  const waiting = waitingFor(facts.corrections, topic);
  const withdrawn = withdrawnWords(facts, topic);
  if (!waiting && withdrawn.length === 0 && !facts.reader.corrects) return null;
  return {
    waiting: waiting ? toWaiting(facts, waiting) : null,
    withdrawn,
    form: toForm(facts, { topic, waiting, typed }),
    summary: waiting ? 'Change the correction' : 'Correct this',
    open: typed !== undefined,
    ...{ question, csrf },
  };
}

function toWaiting(facts: ReviewFacts, correction: Correction): WaitingView {
  const { quorum, reader, round, place } = facts;
  const { level, colour, rationale, dissent, present, presentIds, subject, itemId, id } =
    correction;
  return {
    words: changeOf(facts, correction),
    steps: level === null ? null : toSteps(level),
    rag: colour ?? '',
    ...{ rationale, present, dissent: dissent ?? '' },
    proposed: proposedWords(correction),
    thin: hasQuorum(correction, quorum)
      ? ''
      : `${counted(presentIds.length, 'reviewer was', 'reviewers were')} present and the quorum is ${quorum}: it is not published until it is recorded with more.`,
    withdraw: reader.corrects
      ? { action: paths.withdrawCorrection(round.slug, place.slug, subject, itemId), id }
      : null,
  };
}

function changeOf({ grid }: ReviewFacts, correction: Correction): string {
  const { subject, from } = correction;
  return changeWords(subject, { from, to: correction }, grid?.words ?? null);
}

export function proposedWords({ proposedBy, proposedAt }: Correction): string {
  return `${proposedBy} proposed it on ${formatDate(proposedAt)} at ${formatTime(proposedAt)}`;
}

function withdrawnWords(facts: ReviewFacts, { subject, itemId }: Topic): string[] {
  return facts.corrections
    .filter((one) => one.subject === subject && one.itemId === itemId)
    .flatMap((one) =>
      one.withdrawnAt
        ? [
            `${changeOf(facts, one)}: “${one.rationale}” ${proposedWords(one)}; ${one.withdrawnBy ?? ''} withdrew it on ${formatDate(one.withdrawnAt)}.`,
          ]
        : [],
    );
}

interface FormFacts {
  readonly topic: Topic;
  readonly waiting: Correction | undefined;
  readonly typed: TypedAgreement | undefined;
}

function toForm(
  facts: ReviewFacts,
  { topic, waiting, typed }: FormFacts,
): AgreementFormView | null {
  const { reader, round, place } = facts;
  const { subject, itemId } = topic;
  const stands = agreedOn(facts, subject, itemId);
  const values = typed ?? (waiting ? valuesOf(waiting) : startOf(stands));
  const fields = agreementFields(facts, topic, values);
  if (!fields || !reader.corrects) return null;
  return {
    action: paths.correct(round.slug, place.slug, subject, itemId),
    basedOn: revisionOf(stands),
    waiting: String(revisionOf(waiting)),
    button: waiting ? 'Change the correction' : 'Propose the correction',
    ...fields,
    because: {
      ...fields.because,
      label: 'Why it is corrected',
      hint: 'It takes the place of the reason before. Everybody who reads the results reads it, once it is published.',
    },
  };
}

const revisionOf = (one: { readonly revision: number } | undefined): number => one?.revision ?? 0;

/** The value of the radio. */
const chosenOf = ({ subject, level, colour }: Decision): string =>
  subject === 'domain' ? levelValue(level) : colourValue(colour);

/** The correction that waits, to be changed. */
function valuesOf(waiting: Correction): TypedAgreement {
  return {
    chosen: chosenOf(waiting),
    rationale: waiting.rationale,
    dissent: waiting.dissent ?? '',
    presentIds: waiting.presentIds,
    others: waiting.othersPresent,
    errors: new Map(),
  };
}

/** What stands, to be corrected: its reason, and who was present then, are not those of the correction. */
function startOf(stands: Agreed | undefined): TypedAgreement {
  return {
    chosen: stands ? chosenOf(stands) : '',
    rationale: '',
    dissent: stands?.dissent ?? '',
    presentIds: [],
    others: '',
    errors: new Map(),
  };
}

/** Somebody else was quicker, or an edition was published. */
export const correctionMovedWords =
  'What stands here, or the correction that waits, has changed since you opened the page. It is below as it is now; what you typed is in the form.';
