/** The need of a Place from what was entered for it: the answers to the population-need instrument (Design 3, 7). */
import type { SimpleAnswers } from '../answers/answers.ts';
import { usualUptake, type NeedInput } from './need.ts';

/** Births and need are asked by this instrument, in whatever version. */
export const needInstrument = 'population-need';

/** Its items that these figures are read from. */
const items = {
  year: 'year',
  births: 'births',
  birthsSource: 'births-source',
  adversity: 'adversity',
  uptake: 'uptake',
} as const;

export const yearItem = items.year;

/** 0 where it is not answered: a form without a year is not stored. */
export function yearOf(answers: SimpleAnswers): number {
  return figure(answers, items.year) ?? 0;
}

/** Births per year; null where they are not known. */
export function birthsOf(answers: SimpleAnswers): number | null {
  return figure(answers, items.births);
}

/** '' where it is not answered. */
export function birthsSourceOf(answers: SimpleAnswers): string {
  const source = answerOf(answers, items.birthsSource);
  return typeof source === 'string' ? source : '';
}

/** What is entered in percent becomes a share; left out, it is the national average, and a third. Null without births. */
export function needInput(answers: SimpleAnswers): NeedInput | null {
  const births = birthsOf(answers);
  if (births === null) return null;
  const uptake = figure(answers, items.uptake);
  return {
    births,
    adversity: (figure(answers, items.adversity) ?? 0) / 100,
    uptake: uptake === null ? usualUptake : uptake / 100,
  };
}

function figure(answers: SimpleAnswers, item: string): number | null {
  const answer = answerOf(answers, item);
  return typeof answer === 'number' && Number.isFinite(answer) ? answer : null;
}

function answerOf(answers: SimpleAnswers, item: string): unknown {
  return Object.hasOwn(answers, item) ? answers[item] : undefined;
}
