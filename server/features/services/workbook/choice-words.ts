/** The answers of a choice as they stand in a cell: a word for each, and the answer that a typed word means. */
import type { ColumnItem, SimpleItem } from '../../../domain/instrument/definition.ts';
import type { FieldContext } from '../../../web/fields/field.ts';
import { exclusives } from '../../../web/fields/item.parse.ts';
import { nearest } from './nearest.ts';

export type AnyItem = SimpleItem | ColumnItem;

export interface ChoiceWord {
  readonly id: string;
  /** its label; its id where the label could not be told from another, or would come apart */
  readonly word: string;
  /** "none" and "not known": they stand alone */
  readonly alone: boolean;
}

/** Between the answers of a cell that takes several. */
export const separator = '; ';
const separators = /[;\n]/;

/** Of one page's choices: a workbook asks for the same words row after row. */
const known = new WeakMap<FieldContext, Map<AnyItem, readonly ChoiceWord[]>>();

export function choiceWords(item: AnyItem, fields: FieldContext): readonly ChoiceWord[] {
  const words = known.get(fields) ?? new Map<AnyItem, readonly ChoiceWord[]>();
  known.set(fields, words);
  const found = words.get(item) ?? wordsOf(item, fields);
  words.set(item, found);
  return found;
}

function wordsOf(item: AnyItem, { choicesOf }: FieldContext): readonly ChoiceWord[] {
  const alone = item.type === 'multiple' || item.type === 'places' ? exclusives(item) : [];
  const all = [
    ...choicesOf(item).map(({ id, label }) => ({ id, label, alone: false })),
    ...alone.map(({ id, label }) => ({ id, label, alone: true })),
  ];
  const taken = all.map(({ label }) => folded(label));
  const isClear = (label: string): boolean =>
    !separators.test(label) && taken.filter((other) => other === folded(label)).length === 1;
  return all.map(({ id, label, alone: isAlone }) => ({
    id,
    word: isClear(label) ? label.trim() : id,
    alone: isAlone,
  }));
}

/** Capitals, spaces and the kind of apostrophe or dash make no difference. */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘`]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('en-GB');
}

export function meant(words: readonly ChoiceWord[], typed: string): ChoiceWord | undefined {
  const wanted = folded(typed);
  return (
    words.find(({ word }) => folded(word) === wanted) ??
    words.find(({ id }) => id.toLowerCase() === wanted)
  );
}

/** The parts of a cell that takes several; with commas between where that is how they are known. */
export function partsOf(words: readonly ChoiceWord[], cell: string): readonly string[] {
  const parts = cell
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.flatMap((part) => {
    if (meant(words, part)) return [part];
    const smaller = part.split(',').map((piece) => piece.trim());
    return smaller.every((piece) => meant(words, piece)) ? smaller : [part];
  });
}

/** so many answers are read out; more stand on the sheet of allowed values */
const fewAnswers = 8;

/** Why a typed word is refused: what it may have meant, or what the column takes. */
export function unknownWord(words: readonly ChoiceWord[], typed: string): string {
  const all = words.map(({ word }) => word);
  const close = nearest(typed, all);
  const said = `“${shortened(typed)}” is none of its answers`;
  if (close !== undefined) return `${said}. Did you mean “${close}”?`;
  return all.length > fewAnswers ? `${said}: choose from the list` : `${said}: ${all.join(', ')}`;
}

const longestShown = 80;

export function shortened(text: string, longest = longestShown): string {
  const letters = Array.from(text.replace(/\s+/g, ' '));
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('');
}
