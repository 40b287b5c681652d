/** Ages in words, from months before and after birth. */
import type { AgeRange } from './answers.ts';

const conception = -9;

/** "Conception to 2 years": `to` is exclusive, so up to that birthday. */
export function ageRangeWords({ from, to }: AgeRange): string {
  const words = `${ageWords(from)} to ${ageWords(to)}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whole years from the first birthday on, months otherwise; months from birth, conception -9. */
export function ageWords(months: number): string {
  if (months === conception) return 'conception';
  if (months === 0) return 'birth';
  if (months < 0) return `${counted(-months, 'month')} before birth`;
  return months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
