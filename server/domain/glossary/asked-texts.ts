/** What a form says, question by question: where its terms are looked for. */
import type { Criterion, Item, LevelItem } from '../instrument/definition.ts';
import type { UsingText } from './first-uses.ts';

/** The id under which a statement's text goes; other items go under their own. */
export function statementKey(item: LevelItem, criterion: Criterion): string {
  return `${item.id} ${criterion.id}`;
}

/** Every question and statement with its help, in the page's order. Entries are asked on pages of their own. */
export function askedTexts(items: readonly Item[]): UsingText[] {
  return items.flatMap((item) => {
    if (item.type === 'level') return statementTexts(item);
    const columns = item.type === 'table' ? item.columns : [];
    return [item, ...columns].map((asked) => ({ id: item.id, text: withHelp(asked) }));
  });
}

function statementTexts(item: LevelItem): UsingText[] {
  return item.descriptors
    .flatMap(({ criteria }) => criteria)
    .map((criterion) => ({ id: statementKey(item, criterion), text: withHelp(criterion) }));
}

function withHelp({ text, help = '' }: { readonly text: string; readonly help?: string }): string {
  return `${text} ${help}`;
}
