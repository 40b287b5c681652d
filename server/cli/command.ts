/** What every command of the command line shares: options in, JSON read within limits, an answer or the faults out. */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Fault } from '../domain/shape/fault.ts';
import { sizeFault } from '../domain/shape/size.ts';

/** What a command came to: something to print, or every reason why not. */
export type CommandResult = { readonly output: unknown } | { readonly faults: readonly Fault[] };

type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly faults: Fault[] };

interface OptionToken {
  readonly kind: 'option';
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}
type Token =
  | OptionToken
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

const fileLimit = { bytes: 64 * 1024 * 1024, depth: 64, values: 4_000_000 };
const exitCodeOfFaults = 2;

/** Runs a command on the process's own arguments and ends with its result. */
export async function runCommand(
  main: (args: string[]) => Promise<CommandResult> | CommandResult,
): Promise<void> {
  finish(await main(process.argv.slice(2)));
}

/** Prints the output as JSON, or one line per fault on standard error and exit code 2. */
export function finish(result: CommandResult): void {
  if ('output' in result) {
    process.stdout.write(`${JSON.stringify(result.output, null, 2)}\n`);
    return;
  }
  process.stderr.write(result.faults.map((fault) => `${faultLine(fault)}\n`).join(''));
  process.exitCode = exitCodeOfFaults;
}

/** "path: text" on one line; control characters are spelt out, so that a file cannot forge lines or drive a terminal. */
export function faultLine(fault: Fault): string {
  return `${fault.path === '' ? '/' : fault.path}: ${fault.text}`.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/**
 * Reads `--name value` and `--name=value`, the required ones and the optional ones, whose values are text; and
 * `--flag`, which is there or not. A negative number may follow as a separate word.
 */
export function parseOptions<R extends string, O extends string = never, F extends string = never>(
  args: readonly string[],
  spec: {
    readonly required: readonly R[];
    readonly optional?: readonly O[];
    readonly flags?: readonly F[];
  },
): Outcome<{ readonly values: Values<R, O, F> }> {
  const named: readonly string[] = [...spec.required, ...(spec.optional ?? [])];
  const flags: readonly string[] = spec.flags ?? [];
  const { values, tokens } = parseArgs({
    args: joinNegatives(args, named),
    options: { ...ofType('string', named), ...ofType('boolean', flags) },
    strict: false,
    tokens: true,
  });
  const faults = [
    ...tokens.flatMap((token) => tokenFault(token, { named, flags })),
    ...repeated(tokens),
  ];
  for (const name of spec.required) if (!(name in values)) faults.push(missingOption(name));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, values: values as Values<R, O, F> };
}

type Values<R extends string, O extends string, F extends string> = Readonly<
  Record<R, string> & Partial<Record<O, string>> & Partial<Record<F, true>>
>;

/** Reads a JSON file (UTF-8, with or without a byte order mark); a fault's path is the file's name. */
export function readJson(file: string): Outcome<{ readonly value: unknown }> {
  const refuse = (text: string) => ({ ok: false as const, faults: [{ path: file, text }] });
  try {
    if (statSync(file).size > fileLimit.bytes) {
      return refuse(`is larger than ${fileLimit.bytes / 1024 / 1024} MB: split it`);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    const value: unknown = JSON.parse(text);
    const fault = sizeFault(value, fileLimit);
    return fault === undefined ? { ok: true, value } : refuse(fault.text);
  } catch (error) {
    return refuse(readingFault(error));
  }
}

function ofType<T extends 'string' | 'boolean'>(type: T, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, { type }]));
}

// node:util takes "-0.05" after an option for another option; written as one word it is a value.
function joinNegatives(args: readonly string[], names: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of args) {
    const previous = joined.at(-1) ?? '';
    const follows = previous.startsWith('--') && names.includes(previous.slice(2));
    if (follows && /^-[\d.]/.test(word)) joined[joined.length - 1] = `${previous}=${word}`;
    else joined.push(word);
  }
  return joined;
}

interface KnownNames {
  readonly named: readonly string[];
  readonly flags: readonly string[];
}

function tokenFault(token: Token, { named, flags }: KnownNames): Fault[] {
  if (token.kind === 'option-terminator') return [];
  const known = [...named, ...flags].map((name) => `--${name}`).join(', ');
  if (token.kind === 'positional') {
    return [{ path: token.value, text: `belongs to no option: use ${known}` }];
  }
  const { name, rawName, value = '' } = token;
  if (flags.includes(name)) return flagFault(token);
  if (!named.includes(name)) {
    return [{ path: rawName, text: `is not an option here: use ${known}` }];
  }
  const isEmpty = value === '' || value.startsWith('--');
  return isEmpty ? [{ path: rawName, text: 'has no value: add one' }] : [];
}

function flagFault({ rawName, value }: OptionToken): Fault[] {
  return value === undefined ? [] : [{ path: rawName, text: 'takes no value: leave it out' }];
}

/** Of two values nobody could say which one counts. */
function repeated(tokens: readonly Token[]): Fault[] {
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : []));
  const again = new Set(given.filter((name, index) => given.indexOf(name) < index));
  return [...again].map((path) => ({ path, text: 'is given more than once: keep one' }));
}

function missingOption(name: string): Fault {
  return { path: `--${name}`, text: `is missing: add --${name} and its value` };
}

function readingFault(error: unknown): string {
  if (error instanceof SyntaxError) return `is not JSON: ${error.message}`;
  if (codeOf(error) === 'ENOENT') return 'is not there: check the name and the folder';
  if (codeOf(error) === 'EISDIR') return 'is a folder: name the file in it';
  if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8 text: save it so';
  return `cannot be read: ${messageOf(error)}`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
