/** The instruments as pages: what is asked, word for word, with its source. */
import type {
  Definition,
  EntrySection,
  Item,
  LevelItem,
  Section,
} from '../../domain/instrument/definition.ts';
import { isSimple } from '../../domain/instrument/items.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';

export interface InstrumentListView {
  readonly instruments: readonly {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly href: string;
    readonly answered: string;
  }[];
}
export const instrumentListPage = template<InstrumentListView>('instruments/list');

interface CriterionView {
  readonly text: string;
  readonly help: string;
  readonly optional: boolean;
}
interface DescriptorView {
  readonly word: string;
  readonly summary: string;
  readonly note: string;
  readonly criteria: readonly CriterionView[];
}
interface QuestionView {
  readonly text: string;
  readonly help: string;
  readonly required: boolean;
  readonly ours: boolean;
  readonly options: readonly { readonly label: string; readonly help: string }[];
}
interface BlockView {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly descriptors: readonly DescriptorView[];
  readonly questions: readonly QuestionView[];
}
interface RuleView {
  readonly id: string;
  readonly title: string;
  readonly thrive: string;
  readonly match: string;
  readonly green: readonly { readonly label: string; readonly ours: boolean }[];
}
interface CatalogueView {
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    readonly format: string;
    readonly designedFor: string;
    readonly contributesTo: string;
  }[];
}
export interface InstrumentView {
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  readonly source: string;
  readonly formHref: string;
  readonly blocks: readonly BlockView[];
  readonly rules: readonly RuleView[];
  readonly rulesSource: string;
  readonly catalogues: readonly CatalogueView[];
}
export const instrumentPage = template<InstrumentView>('instruments/instrument');

const answeredWords: Readonly<Record<Definition['answered'], string>> = {
  'agency-and-place': 'Answered by each agency, for each of its Places',
  agency: 'Answered once by each agency; entries name their Places',
  place: 'Answered once for each Place',
};

export function toInstrumentListView(definitions: readonly Definition[]): InstrumentListView {
  return {
    instruments: definitions.map(({ id, version, title, summary, answered }) => ({
      title,
      version,
      summary,
      href: paths.instrument(id, version),
      answered: answeredWords[answered],
    })),
  };
}

function levelDescriptors(item: LevelItem, definition: Definition): DescriptorView[] {
  return item.descriptors.map(({ level, summary, note, criteria }) => ({
    word: definition.levels?.find((word) => word.level === level)?.word ?? String(level),
    summary,
    note: note ?? '',
    criteria: criteria.map(({ text, help, required }) => ({
      text,
      help: help ?? '',
      optional: !required,
    })),
  }));
}

function toQuestion(item: EntrySection['items'][number]): QuestionView {
  const options = 'options' in item ? item.options : [];
  return {
    text: item.text,
    help: item.help ?? '',
    required: item.required ?? false,
    ours: item.ours ?? false,
    options: options.map(({ label, help }) => ({ label, help: help ?? '' })),
  };
}

/** Plain questions stand together under their section; a level, or what is asked of an entry, is a block of its own. */
function sectionBlocks(section: Section, definition: Definition): BlockView[] {
  const { id, title, help = '', items } = section;
  if (!items.every(isSimple)) return items.flatMap((item) => toBlocks(item, definition));
  return [{ id, title, help, descriptors: [], questions: items.map(toQuestion) }];
}

function toBlocks(item: Item, definition: Definition): BlockView[] {
  const block = { id: item.id, title: item.text, help: item.help ?? '' };
  if (item.type === 'level') {
    return [{ ...block, descriptors: levelDescriptors(item, definition), questions: [] }];
  }
  if (item.type === 'entries') {
    return item.sections.map(({ id, title, help, items }) => ({
      id,
      title,
      help: help ?? '',
      descriptors: [],
      questions: items.map(toQuestion),
    }));
  }
  return [{ ...block, descriptors: [], questions: [toQuestion(item)] }];
}

function toCatalogues(definition: Definition): CatalogueView[] {
  return (definition.catalogues ?? []).map(({ title, entries }) => ({
    title,
    rows: entries.map(({ label, format, levels }) => ({
      label,
      format,
      designedFor: levels ? levels.designedFor.join(', ') : 'Not known',
      contributesTo: levels ? levels.contributesTo.join(', ') || '–' : 'Not known',
    })),
  }));
}

export function toInstrumentView(definition: Definition): InstrumentView {
  const { source, support } = definition;
  return {
    title: definition.title,
    version: definition.version,
    summary: definition.summary,
    source: `${source.publisher}, ${source.title} (${String(source.year)}), ${source.section}`,
    formHref: paths.instrumentForm(definition.id, definition.version),
    blocks: definition.sections.flatMap((section) => sectionBlocks(section, definition)),
    rules: (support?.elements ?? []).map(({ id, title, thrive, matchText, green }) => ({
      id,
      title,
      thrive,
      match: matchText,
      green: green.map(({ label, ours }) => ({ label, ours: ours ?? false })),
    })),
    rulesSource: support
      ? `${support.source.title} (${String(support.source.year)}), ${support.source.section}`
      : '',
    catalogues: toCatalogues(definition),
  };
}
