/** A submitted form: text by field name, never an object of the sender's making. */
import { AppError } from '../domain/errors.ts';

export interface Form {
  /** the last value of a field, line ends as \n; '' where it was not sent */
  readonly text: (name: string) => string;
  /** all values of a field, in the order sent */
  readonly all: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
  readonly names: () => readonly string[];
  /** undefined where none was chosen */
  readonly file: (name: string) => Upload | undefined;
}
export interface Upload {
  /** as the sender calls it: to show, never to open */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Reads an application/x-www-form-urlencoded body. */
export function parseForm(body: string): Form {
  return formOf(new URLSearchParams(body), new Map());
}

export function formOf(
  pairs: Iterable<readonly [string, string]>,
  files: ReadonlyMap<string, Upload>,
): Form {
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = fields.get(name) ?? [];
    values.push(value.replace(/\r\n?/g, '\n'));
    fields.set(name, values);
  }
  return {
    text: (name) => fields.get(name)?.at(-1) ?? '',
    all: (name) => fields.get(name) ?? [],
    has: (name) => fields.has(name),
    names: () => [...new Set([...fields.keys(), ...files.keys()])],
    file: (name) => files.get(name),
  };
}

/** A form holds what its page has, and nothing else: what was added by hand is refused, not dropped. */
export function refuseOthers(form: Form, names: readonly string[] = []): void {
  if (form.names().every((name) => name === '_csrf' || names.includes(name))) return;
  throw new AppError('bad-request', 'The form holds a field that this page does not have.');
}
