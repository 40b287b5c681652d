/** What single cells say: yes or no, and lists of names. */
import { nameKey } from '../text.ts';

export interface ReadCell<T> {
  readonly value: T;
  /** sentences without their full stop */
  readonly faults: readonly string[];
}

const yes: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'x', 'on paper', 'paper']);
const no: ReadonlySet<string> = new Set(['', 'no', 'n', 'false', '0', 'online']);

export function readYesNo(cell: string): ReadCell<boolean> {
  const word = cell.trim().toLowerCase();
  if (yes.has(word)) return { value: true, faults: [] };
  return { value: false, faults: no.has(word) ? [] : [`“${cell.trim()}” is neither yes nor no`] };
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly otherName?: string;
  /** why it can't be chosen; '' where it can */
  readonly refusal?: string;
}

/**
 * Ids in the order of `named`. Names stand between semicolons, bars or line breaks; between commas where
 * that makes them known, since a name may hold a comma itself. "all" is every one that can be chosen.
 * @param noun "a Place"
 */
export function readNames(
  cell: string,
  named: readonly Named[],
  noun: string,
): ReadCell<readonly string[]> {
  if (nameKey(cell) === 'all') {
    return {
      value: named.flatMap(({ id, refusal = '' }) => (refusal === '' ? [id] : [])),
      faults: [],
    };
  }
  const found: Named[] = [];
  const faults: string[] = [];
  for (const name of split(cell, named)) {
    const one = findNamed(named, name);
    if (one) found.push(one);
    faults.push(...(one ? [one.refusal ?? ''] : [`“${name}” is not ${noun} here`]));
  }
  return {
    value: named.filter((one) => found.includes(one)).map(({ id }) => id),
    faults: faults.filter((fault) => fault !== ''),
  };
}

export function findNamed(named: readonly Named[], name: string): Named | undefined {
  const key = nameKey(name);
  return named.find(
    (one) =>
      nameKey(one.name) === key || (one.otherName !== undefined && nameKey(one.otherName) === key),
  );
}

function split(cell: string, named: readonly Named[]): string[] {
  const parts = trimmed(cell.split(/[;|\n]/));
  return parts.flatMap((part) => {
    if (findNamed(named, part)) return [part];
    const pieces = trimmed(part.split(','));
    return pieces.some((piece) => findNamed(named, piece)) ? pieces : [part];
  });
}

function trimmed(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
