/** The definition language: an instrument (a questionnaire) as data. Shapes only; `lint.ts` says what they must mean. */

/** A truth test over one set of answers, three-valued: what is left out is unknown, never no. */
export type Expression =
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  /** single choice: the answer is one of these options */
  | { readonly item: string; readonly is: readonly string[] }
  /** multiple choice: at least one of these options is chosen */
  | { readonly item: string; readonly includes: readonly string[] }
  /** multiple choice: none of these options is chosen */
  | { readonly item: string; readonly excludes: readonly string[] }
  /** multiple choice: anything is chosen at all */
  | { readonly item: string; readonly chosen: true }
  /** age range in months from birth, end exclusive: shares a month with */
  | { readonly item: string; readonly overlaps: readonly [number, number] }
  /** age range in months from birth, end exclusive: holds the whole of */
  | { readonly item: string; readonly covers: readonly [number, number] }
  /** rules only: some running entry that serves the same Place meets this; failed where none does or none runs */
  | { readonly someRunningEntry: Expression };

export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly year: number;
  readonly section: string;
  /** the credit line that the source asks for, shown wherever the instrument is */
  readonly credit: string;
}

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  /**
   * the words by which a question is known to use it, and explains it on the spot; the term itself
   * where left out, and none for a word too common to be explained wherever it stands
   */
  readonly usedAs?: readonly string[];
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** true where the option is our addition to the source */
  readonly ours?: boolean;
}

interface ItemBase {
  readonly id: string;
  /** the question, or the name of what is asked */
  readonly text: string;
  /** a column head, a few words; the text where it is left out */
  readonly label?: string;
  readonly help?: string;
  /** must be answered before the response (or the entry) can be submitted */
  readonly required?: boolean;
  /** shown, and asked for, only while this holds */
  readonly when?: Expression;
  /** where in the source it comes from */
  readonly source?: string;
  /** true where the item is our addition to the source */
  readonly ours?: boolean;
}

export interface SingleItem extends ItemBase {
  readonly type: 'single';
  readonly options: readonly Option[];
}
/** Answer: option ids; `[]` where "none" was chosen; null where "unknown" was chosen. */
export interface MultipleItem extends ItemBase {
  readonly type: 'multiple';
  readonly options?: readonly Option[];
  /** takes its options from this catalogue instead */
  readonly catalogue?: string;
  /** label of an exclusive "none of them" choice */
  readonly none?: string;
  /** label of an exclusive "not known" choice */
  readonly unknown?: string;
}
/** Which of the round's Places; null where "not stated" was chosen. */
export interface PlacesItem extends ItemBase {
  readonly type: 'places';
  readonly unknown: string;
}
export interface YesPartlyNoItem extends ItemBase {
  readonly type: 'yes-partly-no';
}
export interface TextItem extends ItemBase {
  readonly type: 'text';
  readonly maxLength: number;
  readonly multiline?: boolean;
  /** a whole https address, and nothing else */
  readonly link?: boolean;
}
export interface NumberItem extends ItemBase {
  readonly type: 'number';
  readonly unit: string;
  readonly minimum: number;
  readonly maximum: number;
  /** decimal places allowed; 0 where left out */
  readonly decimals?: number;
  /** written without a comma: a year */
  readonly plain?: boolean;
}
/** Pounds sterling, whole. */
export interface MoneyItem extends ItemBase {
  readonly type: 'money';
  readonly minimum: number;
  readonly maximum: number;
}
/** Answer: ISO 8601 calendar date. */
export interface DateItem extends ItemBase {
  readonly type: 'date';
}
/** Answer: {from, to} in months from birth, conception -9, `to` exclusive. */
export interface AgeRangeItem extends ItemBase {
  readonly type: 'age-range';
  readonly minimum: number;
  readonly maximum: number;
}
export type ColumnItem = SingleItem | PlaceItem | TextItem | NumberItem | MoneyItem | DateItem;
/** One of the round's Places. */
export interface PlaceItem extends ItemBase {
  readonly type: 'place';
}
/** Answer: one object per row, keyed by column id. Fixed rows carry their id under "row". */
export interface TableItem extends ItemBase {
  readonly type: 'table';
  readonly columns: readonly ColumnItem[];
  readonly rows?: readonly { readonly id: string; readonly label: string }[];
  /** free rows: how many at most */
  readonly maximumRows?: number;
}

export interface Criterion {
  readonly id: string;
  readonly text: string;
  /** false where the source says "may" */
  readonly required: boolean;
  readonly help?: string;
}
export interface LevelDescriptor {
  /** 1 to 4; level 0 is "not yet" and has no criteria */
  readonly level: number;
  /** a few words that tell this level from its neighbours */
  readonly summary: string;
  /** the level's shortfall as the source describes it: description, never a criterion */
  readonly note?: string;
  readonly criteria: readonly Criterion[];
}
/** A domain of a maturity grid. */
export interface LevelItem extends ItemBase {
  readonly type: 'level';
  readonly descriptors: readonly LevelDescriptor[];
}
export interface EntrySection {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  /** closed until opened, marked optional */
  readonly optional?: boolean;
  readonly items: readonly SimpleItem[];
}
/** Repeated entries, each a small questionnaire of its own. */
export interface EntriesItem extends ItemBase {
  readonly type: 'entries';
  readonly noun: { readonly one: string; readonly many: string };
  /** the text item that names an entry */
  readonly titleItem: string;
  /** the single-choice item that entries are grouped by */
  readonly groupItem: string;
  readonly placesItem: string;
  readonly statusItem: string;
  /** the answer that says a group has nothing to enter in a Place */
  readonly absence: { readonly label: string; readonly help: string };
  readonly sections: readonly EntrySection[];
}
/** Every item that is answered by one value in a form. */
export type SimpleItem =
  | SingleItem
  | MultipleItem
  | PlacesItem
  | YesPartlyNoItem
  | TextItem
  | NumberItem
  | MoneyItem
  | DateItem
  | AgeRangeItem
  | TableItem;
export type Item = SimpleItem | LevelItem | EntriesItem;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly source?: string;
  readonly items: readonly Item[];
}

export interface LevelWord {
  readonly level: number;
  readonly word: string;
  readonly short: string;
  /** true for level 0, our addition to the grid */
  readonly ours?: boolean;
}
/** Inclusive levels of one colour. */
export interface Band {
  readonly rag: 'green' | 'amber' | 'red';
  readonly from: number;
  readonly to: number;
}

export interface CatalogueEntry {
  readonly id: string;
  readonly label: string;
  readonly format: string;
  /** null where the source lost its colours: not known, never guessed */
  readonly levels: {
    readonly designedFor: readonly string[];
    readonly contributesTo: readonly string[];
  } | null;
}
export interface Catalogue {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly CatalogueEntry[];
}

/** One thing that green also needs. */
export interface GreenCondition {
  readonly code: string;
  /** what is needed, in words: "recurrent funding" */
  readonly label: string;
  /** the item whose answer would settle it */
  readonly item: string;
  readonly when: Expression;
  /** true where the condition goes beyond the strategy's own table */
  readonly ours?: boolean;
}
/** How one support element gets its colour from the entries that serve a Place. */
export interface ElementRule {
  readonly id: string;
  readonly title: string;
  readonly thrive: string;
  /** option ids of the entries' group item: who could provide it */
  readonly providers: readonly string[];
  readonly match: Expression;
  /** the match in words */
  readonly matchText: string;
  readonly green: readonly GreenCondition[];
}
export interface SupportRules {
  readonly source: Source;
  readonly running: Expression;
  readonly developing: Expression;
  readonly elements: readonly ElementRule[];
}

export interface Definition {
  readonly id: string;
  readonly version: string;
  readonly kind: 'maturity' | 'service-map' | 'questionnaire';
  readonly title: string;
  /** one sentence: what it finds out */
  readonly summary: string;
  readonly source: Source;
  readonly answered: 'agency-and-place' | 'agency' | 'place';
  /** the scope sentence of every page; may hold {place} and {agency} */
  readonly scope: string;
  readonly terms?: readonly Term[];
  /** needed where an item is a level */
  readonly levels?: readonly LevelWord[];
  /** default colours of levels; needed where an item is a level */
  readonly bands?: readonly Band[];
  readonly catalogues?: readonly Catalogue[];
  readonly sections: readonly Section[];
  readonly support?: SupportRules;
}
