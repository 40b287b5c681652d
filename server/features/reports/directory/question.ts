/** The question that the directory is asked, and its answer, as a sentence. */
import { ageWords } from '../../../domain/answers/age-words.ts';
import type { Asking } from '../../../domain/elements/doors.ts';
import { capital, inWords } from '../words.ts';

/** A month as it is chosen: "Pregnancy, month 5", "4 months", "2 years 1 month". */
export function monthWords(age: number): string {
  if (age < 0) return `Pregnancy, month ${monthOfPregnancy(age)}`;
  if (age === 0) return 'Under 1 month';
  return age < 24 ? counted(age, 'month') : yearsAndMonths(age);
}

/** Conception is -9: month 1. */
const monthOfPregnancy = (age: number): number => age + 10;

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

function yearsAndMonths(age: number): string {
  const rest = age % 12;
  return `${counted((age - rest) / 12, 'year')}${rest === 0 ? '' : ` ${counted(rest, 'month')}`}`;
}

export interface Answered {
  readonly asking: Pick<Asking, 'age' | 'who' | 'selfReferral' | 'pregnancy'>;
  /** "Ferrow Vale" */
  readonly where: string;
  /** "Specialist"; '' where none is asked */
  readonly level: string;
  /** part of a name; '' where none is asked */
  readonly name: string;
  readonly open: number;
  readonly unknown: number;
}

/** "Two services in Ferrow Vale are open to a father or co-parent of a four-month-old by self-referral; of three it is not known." */
export function answerSentence(answered: Answered): string {
  const { asking, where, level, name, open, unknown } = answered;
  const kind = level === '' ? '' : `${level.toLowerCase()} `;
  const called = name === '' ? '' : ` with “${name}” in the name`;
  const noun = open === 1 ? 'service' : 'services';
  const verb = open === 1 ? 'is' : 'are';
  const rest = unknown > 0 ? `; of ${inWords(unknown)} it is not known` : '';
  return `${capital(inWords(open))} ${kind}${noun}${called} in ${where} ${verb} open${doorWords(asking)}${rest}.`;
}

/** " before birth to a mother or birthing parent by self-referral"; '' where nothing is asked */
function doorWords({ age, who, selfReferral, pregnancy }: Answered['asking']): string {
  const subject = subjectWords(age, who);
  const born = age === null || age >= 0;
  return [
    pregnancy && born ? ' before birth' : '',
    subject === '' ? '' : ` to ${subject}`,
    selfReferral ? ' by self-referral' : '',
  ].join('');
}

const askerNouns = {
  mother: 'a mother or birthing parent',
  father: 'a father or co-parent',
  professional: 'a professional',
} as const;

function subjectWords(age: Asking['age'], who: Asking['who']): string {
  if (age === null) return who === null ? '' : askerNouns[who];
  if (age < 0) {
    const time = `in month ${monthOfPregnancy(age)} of pregnancy`;
    if (who === 'professional') return `a professional who asks for a family ${time}`;
    return `${who === null ? 'a family' : askerNouns[who]} ${time}`;
  }
  const child = childWords(age);
  if (who === 'professional') return `a professional who asks for ${child}`;
  return `${who === null ? 'the family' : askerNouns[who]} of ${child}`;
}

/** "a newborn", "a four-month-old", "a two-year-old", "a child of 2 years 1 month" */
function childWords(age: number): string {
  if (age === 0) return 'a newborn';
  if (age < 12) return withArticle(`${inWords(age)}-month-old`);
  if (age % 12 === 0) return withArticle(`${inWords(age / 12)}-year-old`);
  return `a child of ${age < 24 ? ageWords(age) : yearsAndMonths(age)}`;
}

/** "an eight-month-old" */
const withArticle = (words: string): string => `${words.startsWith('e') ? 'an' : 'a'} ${words}`;
