/** Reads a sent entry: its answers, what is wrong with them, and what was asked for. */
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import { isShown } from '../../domain/answers/completeness.ts';
import { AppError } from '../../domain/errors.ts';
import type { EntriesItem, SimpleItem } from '../../domain/instrument/definition.ts';
import { parseAnswers } from '../../web/fields/answers.parse.ts';
import { CLEAR, clearedChoices, clearNames, formWithout } from '../../web/fields/clear.ts';
import type { FieldContext, FieldFault } from '../../web/fields/field.ts';
import { strangeNames } from '../../web/fields/names.ts';
import type { Form } from '../../web/form.ts';
import { pageFields, readPageMark, type PageMark } from '../../web/page-mark.ts';

export interface SentEntry {
  /** of the questions that apply; others are not kept */
  readonly answers: SimpleAnswers;
  readonly faults: readonly FieldFault[];
  /** the entry's revision that the page was made from; 0 for a new one */
  readonly revision: number;
  /** a new entry's id, made with its page: sending the page twice makes one entry */
  readonly newId: string;
  /** null where the page does not save by itself */
  readonly mark: PageMark | null;
  /** what comes after saving: the list or the checking, a copy, more rows in the table of this item, or a cleared question */
  readonly next: {
    readonly copy: boolean;
    readonly rows: string;
    readonly from: string;
    readonly cleared: string;
  };
}

const controls = [
  '_csrf',
  '_revision',
  '_entry',
  '_copy',
  '_rows',
  '_from',
  '_then',
  ...pageFields,
];

export function parseEntry(
  item: EntriesItem,
  items: readonly SimpleItem[],
  sent: Form,
  context: FieldContext,
): SentEntry {
  const strange = strangeNames(items, sent, [...controls, ...clearNames(items)]);
  if (strange.length > 0) {
    throw new AppError('bad-request', 'The form holds a field that this page does not have.');
  }
  const form = withoutCleared(items, sent);
  const parsed = parseAnswers(items, form, context);
  const answers = keepShown(items, parsed.answers);
  const shown = items.filter((inner) => isShown(inner, answers)).map(({ id }) => id);
  return {
    answers,
    faults: [
      ...parsed.faults.filter(({ itemId }) => shown.includes(itemId)),
      ...nameFaults(item, items, parsed.answers, parsed.faults),
    ],
    revision: readRevision(form),
    newId: form.text('_entry'),
    mark: readPageMark(form),
    next: {
      copy: form.has('_copy'),
      rows: form.text('_rows'),
      from: fromOf(form.text('_from')),
      cleared: clearedIn(items, form)[0] ?? '',
    },
  };
}

/** The form as it would be, had nobody chosen what its button clears. */
export function withoutCleared(items: readonly SimpleItem[], form: Form): Form {
  return formWithout(form, clearedIn(items, form));
}

const clearedIn = (items: readonly SimpleItem[], form: Form): readonly string[] =>
  form.text('_then') === CLEAR ? clearedChoices(items, form) : [];

/** Leaves out the answers to questions that do not apply, and to those that therefore do not apply either. */
export function keepShown(items: readonly SimpleItem[], answers: SimpleAnswers): SimpleAnswers {
  const hidden = items.filter((item) => Object.hasOwn(answers, item.id) && !isShown(item, answers));
  if (hidden.length === 0) return answers;
  const ids = hidden.map(({ id }) => id);
  const kept = Object.entries(answers).filter(([id]) => !ids.includes(id));
  return keepShown(items, Object.fromEntries(kept));
}

/** The one thing without which nothing is saved: a list needs something to call it. */
function nameFaults(
  { titleItem, noun }: EntriesItem,
  items: readonly SimpleItem[],
  answers: SimpleAnswers,
  faults: readonly FieldFault[],
): FieldFault[] {
  if (Object.hasOwn(answers, titleItem)) return [];
  if (faults.some(({ itemId }) => itemId === titleItem)) return [];
  const title = items.find(({ id }) => id === titleItem);
  const label = title?.label ?? title?.text ?? 'Name';
  return [
    { itemId: titleItem, field: titleItem, text: `${label}: say what the ${noun.one} is called` },
  ];
}

export const fromOf = (text: string | undefined): string => (text === 'check' ? 'check' : '');

function readRevision(form: Form): number {
  const text = form.text('_revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
