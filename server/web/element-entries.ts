/** The services held against a support element's rule: what each meets, lacks, and leaves open (Design 5). */
import type { ElementEntry } from '../domain/elements/element.ts';
import { conditionWords, settlingQuestions, type ElementContext } from './element-words.ts';

export interface ElementEntryView {
  readonly name: string;
  /** its own page */
  readonly href: string;
  /** '' for those who may not see names */
  readonly agency: string;
  readonly status: string;
  /** "Yes", or which answers would make it count */
  readonly match: string;
  /** labels of conditions; each list may be empty */
  readonly met: readonly string[];
  readonly failed: readonly string[];
  readonly unknown: readonly string[];
}

/** `element-working`: the rule, and every service held against it. */
export interface ElementWorking {
  readonly element: {
    /** what an entry must be to count, and what green also needs */
    readonly rule: string;
    readonly entries: readonly ElementEntryView[];
  };
  /** below a heading of its own */
  readonly deep: boolean;
}

const statusWords: Readonly<Record<ElementEntry['status'], string>> = {
  running: 'Running',
  'in-development': 'In development',
};

/** @param href of the service's own page */
export function toElementEntry(
  entry: ElementEntry,
  context: ElementContext,
  href: string,
): ElementEntryView {
  const questions = settlingQuestions(entry, context).map((text) => `“${text}”`);
  return {
    name: entry.name,
    href,
    agency: context.agencies?.get(entry.agency) ?? '',
    status: statusWords[entry.status],
    match: entry.match === 'yes' ? 'Yes' : `Not known: ${questions.join(', ')}`,
    met: conditionWords(entry.met, context),
    failed: conditionWords(entry.failed, context, entry),
    unknown: conditionWords(entry.unknown, context),
  };
}
