/** Reads one typed value from a form: text, a number, money, a date. An empty control is no answer. */
import type { Form } from '../form.ts';
import type { MoneyItem, NumberItem, TextItem } from '../../domain/instrument/definition.ts';
import { dateParts, partName } from './names.ts';

/** A value, or why there is none; both undefined where nothing was typed. */
export interface Read<T> {
  readonly value?: T;
  readonly fault?: string;
  /** which part is at fault, where a field has parts */
  readonly part?: string;
}

const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** PostgreSQL keeps no NUL; half a surrogate pair is no character. */
function isUnkeepable(text: string): boolean {
  return text.includes('\0') || /\p{Cs}/u.test(text);
}

export function readText(item: TextItem, typed: string): Read<string> {
  const text = typed.trim();
  if (text === '') return {};
  if (isUnkeepable(text)) return { fault: 'holds a character that can’t be kept: type it again' };
  const length = Array.from(text).length;
  if (length <= item.maxLength) return item.link === true ? readLink(text) : { value: text };
  return {
    fault: `must have at most ${figure.format(item.maxLength)} characters: it has ${figure.format(length)}`,
  };
}

/** The same rule as in domain/shape/text.ts. */
function readLink(text: string): Read<string> {
  const isWhole = /^https:\/\/[^\s/]/.test(text) && !/\s/.test(text) && URL.canParse(text);
  return isWhole ? { value: text } : { fault: 'must be a whole link that starts with https://' };
}

/** "1,200" and "£1,200" are read as people mean them. */
export function readNumber(item: NumberItem | MoneyItem, typed: string): Read<number> {
  const text = typed.trim().replace(/^£\s*/, '');
  if (text === '') return {};
  const isGrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
  const parts = /^(-?\d{1,15})(?:\.(\d{1,10}))?$/.exec(isGrouped ? text.replaceAll(',', '') : text);
  if (!parts) return { fault: 'must be a number, such as 12' };
  return readDigits(item, parts[1] ?? '', parts[2] ?? '');
}

function readDigits(item: NumberItem | MoneyItem, before: string, after: string): Read<number> {
  const decimals = item.type === 'number' ? (item.decimals ?? 0) : 0;
  if (after.replace(/0+$/, '').length > decimals) return { fault: decimalsFault(decimals) };
  // Adding 0 makes a typed "-0" a plain 0.
  const value = Number(`${before}.${after}0`) + 0;
  if (value >= item.minimum && value <= item.maximum) return { value };
  return { fault: rangeFault(item) };
}

function rangeFault(item: NumberItem | MoneyItem): string {
  const isPlain = item.type === 'number' && item.plain === true;
  const words = (end: number): string => (isPlain ? String(end) : figure.format(end));
  return `must be from ${words(item.minimum)} to ${words(item.maximum)}`;
}

function decimalsFault(decimals: number): string {
  if (decimals === 0) return 'must be a whole number';
  return `must have at most ${decimals} decimal place${decimals === 1 ? '' : 's'}`;
}

const lengths: Readonly<Record<(typeof dateParts)[number], RegExp>> = {
  day: /^\d{1,2}$/,
  month: /^\d{1,2}$/,
  year: /^\d{4}$/,
};

/** The ISO 8601 date of three typed numbers. */
export function readDate(form: Form, name: string): Read<string> {
  const typed = dateParts.map((part) => ({ part, text: form.text(partName(name, part)).trim() }));
  if (typed.every(({ text }) => text === '')) return {};
  const missing = typed.flatMap(({ part, text }) => (text === '' ? [part] : []));
  if (missing[0]) return { fault: `must have a ${missing.join(' and a ')}`, part: missing[0] };
  const wrong = typed.find(({ part, text }) => !lengths[part].test(text));
  if (wrong) return { fault: `must be a real date: mend the ${wrong.part}`, part: wrong.part };
  return dateOf(typed.map(({ text }) => text));
}

function dateOf([day = '', month = '', year = '']: readonly string[]): Read<string> {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? { value: iso } : { fault: 'must be a real date', part: 'day' };
}

function isDate(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}
