/** What the round asked, as rows: every id that the other tables use, with its words and its source. */
import type {
  ColumnItem,
  Definition,
  Item,
  LevelItem,
  SimpleItem,
  TableItem,
} from '../../domain/instrument/definition.ts';
import { entryItemsOf, isSimple, itemsOf, optionsOf } from '../../domain/instrument/items.ts';
import { figure, shortTable, text, type Column, type DataTable, type Field } from './table.ts';

interface Line {
  readonly kind: 'item' | 'criterion' | 'option' | 'column' | 'row' | 'element' | 'condition';
  /** id of what it belongs to; '' for none */
  readonly of: string;
  readonly id: string;
  readonly label: string;
  readonly type?: string;
  readonly level?: number;
  readonly required?: boolean;
  readonly source?: string;
  readonly ours?: boolean;
}
interface InstrumentRow extends Line {
  readonly definition: Definition;
}

export function instrumentTable(definitions: readonly Definition[]): DataTable {
  const head = {
    name: 'instrument',
    about: 'One row for each question, criterion, option and support element, by its id',
    columns,
  } as const;
  return shortTable(head, () =>
    Promise.resolve(
      definitions.flatMap((definition) =>
        linesOf(definition).map((line) => ({ ...line, definition })),
      ),
    ),
  );
}

const columns: readonly Column<InstrumentRow>[] = [
  text('instrument', 'Id of the instrument', ({ definition }) => definition.id),
  text('version', 'Its version', ({ definition }) => definition.version),
  text('kind', 'What the row is', ({ kind }) => kind),
  text('of', 'Id of what it belongs to', ({ of }) => of),
  text('id', 'Its id', ({ id }) => id),
  text('label', 'Its words', ({ label }) => label),
  text('type', 'How a question is answered', ({ type }) => type ?? null),
  figure('level', 'The level that a criterion belongs to', ({ level }) => level ?? null),
  text('required', 'Does the level, or submitting, need it?', ({ required }) => required ?? null),
  text('source', 'Where in the source it comes from', ({ source }) => source ?? null),
  text('ours', 'Is it an addition to the source?', ({ ours }) => ours ?? false),
  text('credit', 'The credit line of the source', ({ definition }) => definition.source.credit),
];

export const instrumentFields: readonly Field[] = columns;

function linesOf(definition: Definition): Line[] {
  return [
    ...itemsOf(definition).flatMap(({ item, section }) => [
      itemLine(item, '', section.source),
      ...partsOf(definition, item),
    ]),
    ...entryItemsOf(definition).flatMap(({ item, section }) => [
      itemLine(item, section.id),
      ...partsOf(definition, item),
    ]),
    ...supportLines(definition),
  ];
}

function itemLine(item: Item | ColumnItem, of: string, fallback?: string): Line {
  const { id, text: label, type, required = false, ours = false } = item;
  const source = item.source ?? fallback;
  return { kind: 'item', of, id, label, type, required, ours, ...(source ? { source } : {}) };
}

function partsOf(definition: Definition, item: Item): Line[] {
  if (item.type === 'level') return criterionLines(item);
  if (item.type === 'table') return tableLines(definition, item);
  return isSimple(item) ? optionLines(definition, item) : [];
}

function criterionLines({ id: of, descriptors }: LevelItem): Line[] {
  return descriptors.flatMap(({ level, criteria }) =>
    criteria.map(({ id, text: label, required }) => ({
      kind: 'criterion',
      ...{ of, id, label, level, required },
    })),
  );
}

function optionLines(definition: Definition, item: SimpleItem | ColumnItem) {
  return optionsOf(definition, item).map(({ id, label }): Line => ({
    kind: 'option',
    of: item.id,
    id,
    label,
  }));
}

function tableLines(
  definition: Definition,
  { id: of, columns: asked, rows = [] }: TableItem,
): Line[] {
  return [
    ...asked.flatMap((column): Line[] => [
      { ...itemLine(column, of), kind: 'column' },
      ...optionLines(definition, column),
    ]),
    ...rows.map(({ id, label }): Line => ({ kind: 'row', of, id, label })),
  ];
}

function supportLines({ support }: Definition): Line[] {
  if (!support) return [];
  const source = support.source.section;
  return support.elements.flatMap(({ id, title, green }): Line[] => [
    { kind: 'element', of: '', id, label: title, source },
    ...green.map(({ code, label, ours = false }): Line => ({
      kind: 'condition',
      ...{ of: id, id: code, label, ours },
    })),
  ]);
}
