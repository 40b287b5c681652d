/** What set-up's lists have in common: what has just been done, search, and what is retired. */

import { counted } from '../../web/english.ts';

export type Query = Readonly<Record<string, string>>;

export interface RetiredRow {
  readonly name: string;
  /** '' where there is no page of it */
  readonly href: string;
  /** where it is brought back */
  readonly action: string;
}
export interface RetiredView {
  readonly retired: readonly RetiredRow[];
  readonly csrf: string;
}
/** The list of it, folded. */
export interface RetiredPart extends RetiredView {
  readonly heading: string;
}
/** What has just been done; '' where nothing was. */
export interface DoneView {
  readonly done: string;
}
/** What can be done with the list as a whole. */
export interface ActsView {
  readonly addHref: string;
  readonly addText: string;
  readonly importHref: string;
  /** '' for an empty list */
  readonly fileHref: string;
}
export interface SelectTool {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly chosen: boolean;
  }[];
}
export interface ToolsView {
  readonly action: string;
  readonly search: string;
  readonly searchLabel: string;
  readonly select: SelectTool;
  /** "3 of 30 agencies"; '' where all are shown */
  readonly found: string;
}

/** Search appears where a list is longer than a screen. */
export const longList = 10;

export function toSelect(
  name: string,
  label: string,
  choices: readonly { readonly value: string; readonly label: string }[],
  chosen: string,
): SelectTool {
  return {
    name,
    label,
    choices: choices.map((choice) => ({ ...choice, chosen: choice.value === chosen })),
  };
}

/** Every word searched for is somewhere in the texts. */
export function isFound(texts: readonly string[], search: string): boolean {
  const text = texts.join('\n').toLocaleLowerCase('en-GB');
  const words = search.toLocaleLowerCase('en-GB').split(/\s+/);
  return words.every((word) => text.includes(word));
}

const deeds: Readonly<Record<string, (name: string) => string>> = {
  added: (name) => `${name} is added.`,
  saved: (name) => `${name} is saved.`,
  retired: (name) => `${name} is retired: it stays in old results, and is left out of new rounds.`,
  restored: (name) => `${name} is in use again.`,
};

function storedWords(rows: number): string {
  return `${counted(rows, 'row is', 'rows are')} stored.`;
}

/** What the address says was done, as far as it names something of the list; '' where nothing was. */
export function doneWords(query: Query, nameOf: (key: string) => string | undefined): string {
  const stored = query['stored'] ?? '';
  if (/^\d{1,4}$/.test(stored)) return storedWords(Number(stored));
  for (const [deed, words] of Object.entries(deeds)) {
    const name = nameOf(query[deed] ?? '');
    if (name !== undefined) return words(name);
  }
  return '';
}
