/** The question before a reminder: exactly who is e-mailed and what they read, who is not, and why. */
import { longestWord } from '../../domain/mail/own-word.ts';
import { reminder } from '../../domain/mail/reminder.ts';
import type { NotReminded } from '../../domain/round/remind.ts';
import { andList, counted } from '../../web/english.ts';
import type { ErrorSummary } from '../../web/error-summary.ts';
import type { Input } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import { recentWords } from '../../web/recent.ts';
import { template } from '../../web/reply.ts';
import { formatDateTime } from '../../web/time.ts';
import { toQuery, type Filter } from './filter.ts';
import type { Progress } from './progress.load.ts';
import { missingOf, type LeftAlone, type Reach, type Reminded } from './reminded.ts';

export interface RemindView {
  readonly errors: ErrorSummary | null;
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly reminded: readonly {
    readonly agency: string;
    readonly people: readonly string[];
    readonly missing: readonly string[];
  }[];
  readonly left: readonly { readonly agency: string; readonly why: string }[];
  /** null where nobody is e-mailed */
  readonly form: RemindForm | null;
  readonly backHref: string;
}
interface RemindForm {
  readonly action: string;
  readonly csrf: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly word: Input;
  readonly letter: LetterView;
  readonly button: string;
}
/** What the first of them reads, without a line of the coordinator's own. */
interface LetterView {
  readonly subject: string;
  readonly lines: readonly string[];
}
export const remindPage = template<RemindView>('progress/remind');

export interface Question {
  readonly progress: Progress;
  readonly filter: Filter;
  readonly reach: Reach;
  readonly key: string;
  /** the coordinator's own line as it was typed, and what is wrong with it */
  readonly typed: string;
  readonly fault: string;
  /** what happened instead of sending; '' where nothing was sent yet */
  readonly refused: string;
}

export function toRemindView(
  question: Question,
  { now, csrf }: { readonly now: Date; readonly csrf: string },
): RemindView {
  const { progress, filter, reach, fault, refused } = question;
  const { round, definitions } = progress;
  const agencies = counted(reach.reminded.length, 'agency', 'agencies');
  return {
    errors: errorsOf(fault, refused),
    caption: `${round.name} · closes ${round.closesAt ? formatDateTime(round.closesAt) : ''}`,
    heading: reach.reminded.length === 0 ? 'Nobody would be e-mailed' : `Remind ${agencies}?`,
    lede: ledeOf(reach),
    reminded: reach.reminded.map((one) => ({
      agency: one.agency.name,
      people: one.readers.map(({ name }) => name),
      missing: missingOf(one, round, definitions),
    })),
    left: [
      ...reach.left.map((one) => ({ agency: one.agency.name, why: whyWords(one, now) })),
      ...reach.reminded.flatMap(closedAccounts),
    ],
    form: toForm(question, csrf),
    backHref: paths.progress(round.slug, toQuery(filter)),
  };
}

function errorsOf(fault: string, refused: string): ErrorSummary | null {
  if (fault !== '') {
    return { title: 'Nothing was sent yet', links: [{ text: fault, href: '#word' }] };
  }
  if (refused === '') return null;
  return { title: 'Nothing was sent', links: [{ text: refused, href: '' }] };
}

export const lettersTo = (reminded: readonly Reminded[]): number =>
  reminded.reduce((sum, { readers }) => sum + readers.length, 0);

function ledeOf({ reminded, left }: Reach): string {
  const letters = lettersTo(reminded);
  if (letters === 0) {
    return left.length === 0
      ? 'No agency is chosen.'
      : 'Each agency that you chose is left alone, for the reason beside it.';
  }
  const people = counted(letters, 'person is', 'people are');
  return `${people} e-mailed at once: everybody who answers for ${reminded.length === 1 ? 'it' : 'them'} and can sign in. Whoever submits before a message goes out gets none.`;
}

const why: Readonly<Record<NotReminded, string>> = {
  submitted: 'Everything is submitted',
  'on-paper': 'Answers on paper',
  nobody: 'Nobody who answers for it can sign in',
  reminded: 'Reminded already',
};

function whyWords({ why: reason, remindedAt }: LeftAlone, now: Date): string {
  if (reason !== 'reminded' || !remindedAt) return why[reason];
  return `Reminded ${recentWords(remindedAt, now)}: wait a day`;
}

/** Of an agency that is reminded: those of it who get nothing. */
function closedAccounts({ agency, people }: Reminded): RemindView['left'] {
  const names = people.filter(({ active }) => !active).map(({ name }) => name);
  return names.length === 0
    ? []
    : [{ agency: agency.name, why: `Not ${andList(names)}: the account is closed` }];
}

function toForm(question: Question, csrf: string): RemindForm | null {
  const { progress, filter, reach, key, typed, fault } = question;
  const [first] = reach.reminded;
  const letter = first && toLetter(first, progress);
  if (!letter) return null;
  const { round } = progress;
  const chosen = [...reach.reminded, ...reach.left].map(({ agency }) => ['agencies', agency.slug]);
  const fields = [['key', key], ...Object.entries(toQuery(filter)), ...chosen];
  return {
    action: paths.reminders(round.slug),
    csrf,
    fields: fields.map(([name = '', value = '']) => ({ name, value })),
    word: {
      id: 'word',
      name: 'word',
      label: 'A line of your own (optional)',
      hint: `It stands at the top of the message, after your name. At most ${longestWord} characters; no answers, and nothing about a family.`,
      value: typed,
      error: fault,
      autocomplete: 'off',
    },
    letter,
    button: `Send to ${counted(lettersTo(reach.reminded), 'person', 'people')}`,
  };
}

function toLetter(one: Reminded, { round, definitions }: Progress): LetterView | undefined {
  const [reader] = one.readers;
  const { closesAt, roundId: id, name } = round;
  if (!reader || !closesAt) return undefined;
  const {
    subject,
    greeting,
    paragraphs,
    moment,
    action,
    why: reason,
  } = reminder({
    name: reader.name,
    agencyName: one.agency.name,
    round: { id, name, closesAt },
    missing: missingOf(one, round, definitions),
    path: paths.home(),
  });
  const closing = moment ? `${moment.what}: ${formatDateTime(moment.at)} (UK time)` : '';
  return { subject, lines: [greeting, ...paragraphs, closing, `Link: ${action.label}`, reason] };
}
