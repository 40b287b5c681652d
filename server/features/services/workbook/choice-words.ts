/** The answers of a choice as they stand in a cell: a word for each, to be chosen or typed. */
import type { ColumnItem, SimpleItem } from '../../../domain/instrument/definition.ts';
import type { FieldContext } from '../../../web/fields/field.ts';
import { exclusives } from '../../../web/fields/item.parse.ts';

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

export function choiceWords(item: AnyItem, { choicesOf }: FieldContext): readonly ChoiceWord[] {
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
function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘`]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('en-GB');
}
