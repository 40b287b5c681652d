/** What a schema cannot say of the `score` command's input: who answers twice, and what is agreed for no Place. */
import { type Fault, pointer } from '../domain/shape/fault.ts';
import { isObject } from './input.gate.ts';

/** Looks at whatever is well-formed enough to be looked at, so that these faults are told with all others. */
export function scoreFaults(input: unknown): Fault[] {
  if (!isObject(input)) return [];
  const responses = rowsOf(input['responses']);
  const agreed = rowsOf(input['agreed']);
  const assigned = isObject(input['assigned']) ? Object.keys(input['assigned']) : [];
  const places = new Set<unknown>([...assigned, ...responses.map((row) => row.value['place'])]);
  return [
    ...repeated(responses, ['agency', 'place']).map((row) => ({
      path: pointer('/responses', row.index),
      text: 'is a second response of this agency for this Place: keep one',
    })),
    ...agreed.flatMap((row) => unknownPlace(row, places)),
    ...repeated(agreed, ['place', 'domain']).map((row) => ({
      path: pointer('/agreed', row.index),
      text: 'is a second agreed level for this Place and domain: keep one',
    })),
  ];
}

interface Row {
  readonly index: number;
  readonly value: Readonly<Record<string, unknown>>;
}

function rowsOf(list: unknown): readonly Row[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index) => (isObject(value) ? [{ index, value }] : []));
}

/** The rows whose fields, all of them text, were there before. */
function repeated(rows: readonly Row[], fields: readonly string[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ value }) => {
    const parts = fields.map((field) => value[field]);
    if (!parts.every((part) => typeof part === 'string')) return false;
    const key = JSON.stringify(parts);
    return seen.has(key) || !seen.add(key);
  });
}

function unknownPlace({ index, value }: Row, places: ReadonlySet<unknown>): Fault[] {
  const place = value['place'];
  if (typeof place !== 'string' || places.has(place)) return [];
  const path = pointer(pointer('/agreed', index), 'place');
  return [{ path, text: 'is no Place of "assigned" or "responses": check its spelling' }];
}
