/** A blank paper form as data: everything that it asks, in the definition's order, numbered. Derived from the definition alone. */
import { evidenceFrom } from '../../../domain/answers/completeness.ts';
import type {
  Definition,
  EntriesItem,
  Item,
  LevelItem,
} from '../../../domain/instrument/definition.ts';
import { isSimple } from '../../../domain/instrument/items.ts';
import { instrumentWords } from '../../../domain/instrument/short-words.ts';
import { scopeSentence } from '../../../domain/instrument/scope-sentence.ts';
import { toQuestions, type QuestionsView } from './questions.view.ts';
import { numberItems, type Numbering } from './numbers.ts';

export interface StatementView {
  readonly text: string;
  readonly help: string;
  readonly optional: boolean;
}
/** A domain of a grid: its statements by level, then the choice of a level. */
export interface LevelBlockView {
  readonly kind: 'level';
  readonly name: string;
  /** '' where the section's title says the same */
  readonly title: string;
  readonly help: string;
  readonly needed: boolean;
  readonly levels: readonly {
    readonly word: string;
    readonly summary: string;
    readonly note: string;
    readonly statements: readonly StatementView[];
  }[];
  readonly picks: readonly string[];
  /** from this level up evidence is asked for, or why there is none */
  readonly evidenceFrom: string;
}
/** Entries: who has none, what the choices mean, and a form to copy for each. */
export interface EntriesBlockView {
  readonly kind: 'entries';
  readonly title: string;
  readonly help: string;
  readonly noun: EntriesItem['noun'];
  readonly absence: EntriesItem['absence'];
  readonly groupTitle: string;
  readonly groups: readonly string[];
  readonly meanings: readonly {
    readonly title: string;
    readonly choices: readonly { readonly label: string; readonly help: string }[];
  }[];
  readonly sections: readonly {
    readonly title: string;
    readonly help: string;
    readonly optional: boolean;
    readonly questions: QuestionsView;
  }[];
}
export interface SimpleBlockView {
  readonly kind: 'questions';
  readonly questions: QuestionsView;
}
export type BlockView = LevelBlockView | EntriesBlockView | SimpleBlockView;

export interface FormView {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** in two words, for running heads */
  readonly short: string;
  readonly summary: string;
  readonly scope: string;
  readonly source: string;
  readonly credit: string;
  readonly asks: { readonly agency: boolean; readonly place: boolean };
  readonly hasLevels: boolean;
  readonly sections: readonly {
    readonly title: string;
    readonly help: string;
    readonly blocks: readonly BlockView[];
  }[];
  readonly terms: readonly { readonly term: string; readonly definition: string }[];
  /** who takes it in: the coordinators of the reader's system */
  readonly sendTo: readonly string[];
  readonly system: string;
}

/** @param receiver who it goes back to, by name */
export function toFormView(
  definition: Definition,
  receiver: { readonly names: readonly string[]; readonly system: string },
): FormView {
  const { source, answered } = definition;
  const numbers = numberItems(definition);
  const names = { agency: 'your agency', place: 'your Place' };
  const scope = scopeSentence(definition, names).parts.map(({ text }) => text);
  return {
    id: definition.id,
    version: definition.version,
    title: definition.title,
    short: instrumentWords(definition),
    summary: definition.summary,
    scope: scope.join(''),
    source: `${source.publisher}, ${source.title} (${String(source.year)}), ${source.section}`,
    credit: source.credit,
    asks: { agency: answered !== 'place', place: answered !== 'agency' },
    hasLevels: definition.sections.some(({ items }) => items.some(({ type }) => type === 'level')),
    sections: definition.sections.map(({ title, help, items }) => ({
      title,
      help: help ?? '',
      blocks: toBlocks(items, title, definition, numbers),
    })),
    terms: (definition.terms ?? []).map(({ term, definition: meaning }) => ({
      term,
      definition: meaning,
    })),
    sendTo: receiver.names,
    system: receiver.system,
  };
}

/** Simple questions that follow one another are one block: those that can share a table find each other. */
function toBlocks(
  items: readonly Item[],
  sectionTitle: string,
  definition: Definition,
  numbers: Numbering,
): BlockView[] {
  const blocks: BlockView[] = [];
  let waiting: Item[] = [];
  const flush = (): void => {
    const simple = waiting.filter(isSimple);
    const questions = toQuestions(simple, definition, numbers, false);
    if (simple.length > 0) blocks.push({ kind: 'questions', questions });
    waiting = [];
  };
  for (const item of items) {
    if (isSimple(item)) {
      waiting.push(item);
      continue;
    }
    flush();
    blocks.push(
      item.type === 'level'
        ? toLevelBlock(item, sectionTitle, definition)
        : toEntriesBlock(item, definition, numbers),
    );
  }
  flush();
  return blocks;
}

function toLevelBlock(
  item: LevelItem,
  sectionTitle: string,
  { levels = [] }: Definition,
): LevelBlockView {
  const wordOf = (level: number): string =>
    levels.find((one) => one.level === level)?.word ?? String(level);
  return {
    kind: 'level',
    name: item.text,
    title: item.text === sectionTitle ? '' : item.text,
    help: item.help ?? '',
    needed: item.required ?? false,
    levels: item.descriptors.map(({ level, summary, note, criteria }) => ({
      word: wordOf(level),
      summary,
      note: note ?? '',
      statements: criteria.map(({ text, help, required }) => ({
        text,
        help: help ?? '',
        optional: !required,
      })),
    })),
    picks: [...levels.map(({ word }) => word), 'We can’t say'],
    evidenceFrom: wordOf(evidenceFrom),
  };
}

function toEntriesBlock(
  item: EntriesItem,
  definition: Definition,
  numbers: Numbering,
): EntriesBlockView {
  const items = item.sections.flatMap((section) => section.items);
  const group = items.find(({ id }) => id === item.groupItem);
  return {
    kind: 'entries',
    title: item.text,
    help: item.help ?? '',
    noun: item.noun,
    absence: item.absence,
    groupTitle: group?.label ?? group?.text ?? '',
    groups: group?.type === 'single' ? group.options.map(({ label }) => label) : [],
    meanings: items.flatMap((one) => {
      const options = 'options' in one ? (one.options ?? []) : [];
      const choices = options.flatMap(({ label, help }) => (help ? [{ label, help }] : []));
      const title = `${numbers.of(one.id)}. ${one.label ?? one.text}`;
      return choices.length > 0 ? [{ title, choices }] : [];
    }),
    sections: item.sections.map((section) => ({
      title: section.title,
      help: section.help ?? '',
      optional: section.optional ?? false,
      questions: toQuestions(section.items, definition, numbers, true),
    })),
  };
}
