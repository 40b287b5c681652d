/** Reads what a request asks of a list: how many rows, from where on, and which. Every fault is told at once. */
import { ParameterError, type ParameterFault } from '../../web/api/problem.ts';
import { readCursor, type Key } from './cursor.ts';
import type { Filter, KnownIds, RowList } from './tables.ts';

export const usualLimit = 100;
export const highestLimit = 500;

export interface Asked {
  readonly limit: number;
  /** of the last row of the page before; null: from the beginning */
  readonly after: Key | null;
  readonly where: Partial<Readonly<Record<Filter, string>>>;
  readonly changedSince: Date | null;
  /** as they were sent, for the address of the next page */
  readonly sent: Readonly<Record<string, string>>;
}

type Takes = Pick<RowList, 'filters' | 'changed' | 'key'>;

/**
 * @param known which ids each filter may name
 * @throws ParameterError for what the list does not take, or can't follow
 */
export function readAsked(query: URLSearchParams, takes: Takes, known: KnownIds): Asked {
  const faults: ParameterFault[] = strangers(query, takes);
  const read = <T>(name: string, readOne: (text: string) => T | string, usual: T): T => {
    const text = query.get(name);
    const value = text === null ? usual : readOne(text);
    if (typeof value !== 'string') return value;
    faults.push({ path: `query.${name}`, detail: value });
    return usual;
  };
  const where = takes.filters.flatMap((filter): [Filter, string][] => {
    const id = read(filter, (text) => readId(text, known[filter]), null)?.id;
    return id === undefined ? [] : [[filter, id]];
  });
  const asked: Asked = {
    limit: read('limit', readLimit, usualLimit),
    after: read<Key | null>('cursor', (text) => readCursor(text, takes.key.length), null),
    where: Object.fromEntries(where),
    changedSince: read<Date | null>('changedSince', readMoment, null),
    sent: Object.fromEntries(query),
  };
  if (faults.length > 0) throw new ParameterError(faults);
  return asked;
}

/** What the list does not know, and what was sent twice. */
function strangers(query: URLSearchParams, { filters, changed }: Takes): ParameterFault[] {
  const names = ['limit', 'cursor', ...filters, ...(changed === null ? [] : ['changedSince'])];
  return [...new Set(query.keys())].flatMap((name) => {
    const path = `query.${name}`;
    if (!names.includes(name)) {
      return [{ path, detail: `There is no such parameter here. There are: ${names.join(', ')}.` }];
    }
    return query.getAll(name).length > 1 ? [{ path, detail: 'Send it once.' }] : [];
  });
}

function readLimit(text: string): number | string {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= highestLimit
    ? limit
    : `Send a whole number from 1 to ${String(highestLimit)}.`;
}

function readId(text: string, ids: readonly string[]): { readonly id: string } | string {
  return ids.includes(text) ? { id: text } : 'The round has none of this id.';
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

function readMoment(text: string): Date | string {
  const at = new Date(moment.test(text) ? text : Number.NaN);
  return Number.isNaN(at.getTime())
    ? 'Send a moment with its time zone, such as 2026-03-20T10:00:00Z.'
    : at;
}
