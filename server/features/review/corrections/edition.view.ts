/** The corrections that wait in a round, and the question before they are published. */
import { hasQuorum, type Correction } from '../../../domain/review/correction.ts';
import type { TextArea } from '../../../web/components.ts';
import { changeWords } from '../../../web/decision-words.ts';
import { counted } from '../../../web/english.ts';
import { toErrorSummary, type ErrorSummary } from '../../../web/error-summary.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { proposedWords } from './correction.view.ts';
import { pendingMark, type OpenedRound } from './pending.load.ts';

/** `review/parts/waiting` */
export interface WaitingRow {
  readonly place: string;
  readonly topic: string;
  /** where it is read in the review */
  readonly href: string;
  /** "From Foundations to Early growth" */
  readonly words: string;
  readonly rationale: string;
  readonly dissent: string;
  readonly present: string;
  readonly proposed: string;
  /** what stops it; '' for nothing */
  readonly stops: string;
}
export interface CorrectionsView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** what was just published; '' else */
  readonly done: string;
  readonly waiting: readonly WaitingRow[];
  /** '' where nothing can be published */
  readonly publishHref: string;
  /** "Publish edition 2" */
  readonly button: string;
  readonly reportHref: string;
}
export const correctionsPage = template<CorrectionsView>('review/corrections');

export function toCorrectionsView(opened: OpenedRound, done: string): CorrectionsView {
  const { round, pending } = opened;
  const { number, waiting, ready } = pending;
  return {
    caption: round.name,
    heading:
      waiting.length === 0 ? 'No corrections wait' : `Corrections waiting (${waiting.length})`,
    lede: ledeOf(waiting.length, ready.length),
    done:
      done === String(number - 1) && number > 2
        ? `Edition ${done} is published, and ${peopleAre(opened.readers)} e-mailed.`
        : '',
    waiting: waiting.map((correction) => toRow(opened, correction)),
    publishHref: ready.length === 0 ? '' : paths.publishEdition(round.slug),
    button: `Publish edition ${number}`,
    reportHref: paths.systemReport(round.slug),
  };
}

function ledeOf(waiting: number, ready: number): string {
  if (waiting === 0) {
    return 'The chair of a Place proposes one from the review of a domain or a support element. It changes nothing until you publish it.';
  }
  const start = 'What is published stays as it is until you publish a new edition.';
  if (ready === waiting) return start;
  return `${start} ${counted(waiting - ready, 'correction waits', 'corrections wait')} for the quorum.`;
}

const peopleAre = (count: number): string => counted(count, 'person is', 'people are');

function toRow(
  { round, places, topics, pending }: OpenedRound,
  correction: Correction,
): WaitingRow {
  const { subject, itemId, from, placeId, presentIds, rationale, present, dissent } = correction;
  const place = places.find(({ id }) => id === placeId);
  const to = subject === 'domain' ? paths.reviewDomain : paths.reviewElement;
  return {
    place: place?.name ?? '',
    topic: topics.titleOf(correction),
    href: place ? to(round.slug, place.slug, itemId) : '',
    words: changeWords(subject, { from, to: correction }, topics.words),
    ...{ rationale, present, dissent: dissent ?? '' },
    proposed: proposedWords(correction),
    stops: hasQuorum(correction, pending.quorum)
      ? ''
      : `${counted(presentIds.length, 'reviewer was', 'reviewers were')} present and the quorum is ${pending.quorum}: it waits until it is recorded with more.`,
  };
}

export interface PublishView {
  readonly caption: string;
  readonly heading: string;
  readonly errors: ErrorSummary | null;
  /** what happened since the page was opened; '' for nothing */
  readonly changed: string;
  readonly corrected: readonly WaitingRow[];
  readonly effects: readonly string[];
  readonly note: TextArea;
  /** the note as it was typed, where nothing is left to publish it with */
  readonly typed: string;
  readonly number: number;
  readonly seen: string;
  readonly button: string;
  readonly action: string;
  readonly keepHref: string;
  readonly csrf: string;
}
export const publishPage = template<PublishView>('review/publish-edition');

interface Shown {
  readonly csrf: string;
  readonly note: string;
  /** of the note; '' where nothing is wrong */
  readonly fault: string;
  readonly changed: string;
}

export function toPublishView(opened: OpenedRound, shown: Shown): PublishView {
  const { round, pending, readers } = opened;
  const { number, waiting, ready } = pending;
  const left = waiting.length - ready.length;
  return {
    caption: round.name,
    heading: ready.length === 0 ? 'No correction is ready' : `Publish edition ${number}?`,
    errors: shown.fault === '' ? null : toErrorSummary([{ field: 'note', text: shown.fault }]),
    changed: shown.changed,
    corrected: ready.map((correction) => toRow(opened, correction)),
    effects: [
      `${peopleAre(readers)} e-mailed: everybody with a role in the system. The e-mail names the Places and what is corrected in them.`,
      'The results take the corrected values, on pages and in PDFs, and say since when, what stood there before and why.',
      ...(left === 0
        ? []
        : [
            `${counted(left, 'correction', 'corrections')} without the quorum ${left === 1 ? 'waits' : 'wait'} on.`,
          ]),
      'This can’t be taken back. Another correction can follow.',
    ],
    note: {
      id: 'note',
      name: 'note',
      label: 'A note to readers (optional)',
      hint: 'It stands with the edition in the results.',
      value: shown.note,
      error: shown.fault,
      rows: 3,
    },
    typed: shown.note,
    number,
    seen: pendingMark(pending),
    button: `Publish edition ${number}`,
    action: paths.publishEdition(round.slug),
    keepHref: paths.corrections(round.slug),
    csrf: shown.csrf,
  };
}
