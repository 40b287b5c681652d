/** The words that a coordinator gives to things: one line for a name, several for a note. */
import { textFault } from '../shape/text.ts';

/** What was typed, as it will be stored, or why it can't be. */
export interface ReadText {
  readonly value: string;
  /** a sentence without its full stop; '' where nothing is wrong */
  readonly fault: string;
}

export const longestName = 120;
export const longestNote = 1000;

/** Line breaks, controls, and marks that turn the direction of what follows. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** The same, but for the line breaks and tabs of a note. */
const unprintableInNote = /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** "a  b " becomes "a b": spaces of any kind count as one. */
function tidy(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[ \t\u00a0\u2007\u202f]+/g, ' ')
    .trim();
}

export function readName(text: string): ReadText {
  const value = tidy(text);
  return { value, fault: nameFault(value) };
}

function nameFault(value: string): string {
  if (value === '') return 'Give a name';
  if (textFault(value) !== undefined) return 'The name holds half a character: type it again';
  if (/[\r\n]/.test(value)) return 'The name must stand on one line';
  if (unprintable.test(value)) return unseen('name');
  if (value.length <= longestName) return '';
  return `The name is longer than ${longestName} characters: shorten it`;
}

function unseen(what: string): string {
  return `The ${what} holds a character that can’t be seen: type it again`;
}

/** May be empty; one line. */
export function readLine(text: string, longest: number): ReadText {
  const value = tidy(text);
  const isUnseen = textFault(value) !== undefined || unprintable.test(value);
  return { value, fault: isUnseen ? unseen('line') : tooLong('line', value, longest) };
}

/** May be empty; pages of text in any script, as they are pasted: marks that turn its direction stay. */
export function readText(text: string, longest: number): ReadText {
  const value = tidyLines(text.replace(/[\v\f\u2028\u2029]/g, '\n'));
  const isUnseen = textFault(value) !== undefined;
  return { value, fault: isUnseen ? unseen('text') : tooLong('text', value, longest) };
}

const figures = new Intl.NumberFormat('en-GB');

function tooLong(what: string, { length }: string, longest: number): string {
  if (length <= longest) return '';
  return `The ${what} has ${figures.format(length)} characters, ${figures.format(longest)} are kept: shorten it`;
}

/** May be empty, and may have several lines. */
export function readNote(text: string): ReadText {
  const value = tidyLines(text);
  return { value, fault: noteFault(value) };
}

function tidyLines(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

/** Why something is taken away from an agency, or given back to it. */
export function readReason(text: string): ReadText {
  const { value, fault } = readNote(text);
  if (value === '') return { value, fault: 'Say why: the agency reads it' };
  return { value, fault: fault.replace('The note', 'The reason') };
}

function noteFault(value: string): string {
  if (textFault(value) !== undefined || unprintableInNote.test(value)) return unseen('note');
  if (value.length <= longestNote) return '';
  return `The note is longer than ${longestNote} characters: shorten it`;
}

/** Two names with the same key would be taken for one another: case, spaces and kinds of apostrophe aside. */
export function nameKey(name: string): string {
  return tidy(name)
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .toLowerCase();
}
