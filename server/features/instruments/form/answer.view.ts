/** The room that an answer takes on paper, by the type of its question. */
import type {
  AgeRangeItem,
  ColumnItem,
  Definition,
  MultipleItem,
  NumberItem,
  SimpleItem,
  TableItem,
  TextItem,
} from '../../../domain/instrument/definition.ts';
import { optionsOf } from '../../../domain/instrument/items.ts';

export interface ChoiceView {
  readonly label: string;
  readonly help: string;
}
export interface BlankView {
  readonly before: string;
  readonly after: string;
  /** in points; 0 for what is left of the line */
  readonly width: number;
}
export type AnswerView =
  | { readonly kind: 'ticks'; readonly many: boolean; readonly choices: readonly ChoiceView[] }
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'blanks'; readonly blanks: readonly BlankView[]; readonly note: string }
  | { readonly kind: 'places'; readonly unknown: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly string[];
      /** labels of fixed rows, or numbers of free ones */
      readonly rows: readonly string[];
      readonly free: boolean;
      /** what may be written in a column of choices */
      readonly notes: readonly string[];
    };

/** @param brief without what the choices mean */
export function toAnswer(item: SimpleItem, definition: Definition, brief: boolean): AnswerView {
  switch (item.type) {
    case 'single':
    case 'multiple':
    case 'yes-partly-no':
      return toTicks(item, definition, brief);
    case 'places':
      return { kind: 'places', unknown: item.unknown };
    case 'text':
      return { kind: 'lines', count: linesFor(item, brief ? 4 : 6) };
    case 'number':
      return blanks([{ before: '', after: item.unit, width: 110 }]);
    case 'money':
      return blanks([{ before: '£', after: 'whole pounds', width: 110 }]);
    case 'date':
      return blanks(['Day', 'Month', 'Year'].map((before) => ({ before, after: '', width: 52 })));
    case 'age-range':
      return toAges(item);
    case 'table':
      return toTable(item, definition);
  }
}

const blanks = (all: readonly BlankView[], note = ''): AnswerView => ({
  kind: 'blanks',
  blanks: all,
  note,
});

type TickItem = Extract<SimpleItem, { type: 'single' | 'multiple' | 'yes-partly-no' }>;

function toTicks(item: TickItem, definition: Definition, brief: boolean): AnswerView {
  const choices = optionsOf(definition, item).map(({ label, help }) => ({
    label,
    help: brief ? '' : (help ?? ''),
  }));
  const many = item.type === 'multiple';
  return { kind: 'ticks', many, choices: many ? [...choices, ...alone(item)] : choices };
}

/** "None of them" and "Not known" are answers too. */
function alone({ none, unknown }: MultipleItem): ChoiceView[] {
  return [none, unknown].flatMap((label) => (label === undefined ? [] : [{ label, help: '' }]));
}

/** characters that a line of handwriting holds, about */
const LINE_HOLDS = 70;

/** A line or two for a name, a paragraph's room for what may be long; more goes on a sheet of one's own. */
function linesFor({ maxLength, multiline }: TextItem, most: number): number {
  if (multiline !== true) return maxLength > 4 * LINE_HOLDS ? 2 : 1;
  return Math.min(most, Math.max(3, Math.ceil(maxLength / LINE_HOLDS / 4)));
}

function toAges({ minimum }: AgeRangeItem): AnswerView {
  const early = minimum < 0 ? ' “Conception” is an age too.' : '';
  const ends = ['From', 'up to, not including,'].map((before) => ({
    before,
    after: '',
    width: 90,
  }));
  return blanks(ends, `Say months or years, such as “18 months”.${early}`);
}

/** rows with room for handwriting; a table may take more than paper has room for */
const MOST_ROWS = 6;

function toTable(item: TableItem, definition: Definition): AnswerView {
  const { rows, columns, maximumRows = MOST_ROWS } = item;
  const free = Array.from({ length: Math.min(maximumRows, MOST_ROWS) }, (_, row) =>
    String(row + 1),
  );
  return {
    kind: 'table',
    title: item.label ?? item.text,
    columns: columns.map(columnWords),
    rows: rows ? rows.map(({ label }) => label) : free,
    free: rows === undefined,
    notes: columns.flatMap((column) => {
      const labels = optionsOf(definition, column).map(({ label }) => label);
      const name = column.label ?? column.text;
      return labels.length > 0 ? [`${name}: write ${or.format(labels)}.`] : [];
    }),
  };
}

const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function columnWords(column: ColumnItem): string {
  const name = column.label ?? column.text;
  if (column.type === 'money') return `${name} (£)`;
  return column.type === 'number' ? withUnit(column, name) : name;
}

function withUnit({ unit }: NumberItem, name: string): string {
  return name.toLowerCase().includes(unit.toLowerCase()) ? name : `${name} (${unit})`;
}
