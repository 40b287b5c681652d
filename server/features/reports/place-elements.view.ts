/** A Place's support elements: the colour of each, why, and every entry with the conditions it meets (Design 5). */
import type { ElementCell, ElementEntry } from '../../domain/elements/element.ts';
import type { ElementRule } from '../../domain/instrument/definition.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import type { ActionFlagView } from './action-flag.view.ts';
import { elementContext, placeCells } from './element-table.view.ts';
import {
  conditionWords,
  elementWords,
  ruleText,
  settlingQuestions,
  type ElementContext,
} from './element-words.ts';
import { toRag, type RagView } from './words.ts';

export interface ElementEntryView {
  readonly name: string;
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
export interface PlaceElementView {
  readonly id: string;
  readonly title: string;
  readonly thrive: string;
  readonly rag: RagView;
  readonly count: string;
  readonly developing: boolean;
  /** an action that is funded or under way; null for none */
  readonly action: ActionFlagView | null;
  /** where an action is raised from it; '' for those who raise none */
  readonly raiseHref: string;
  readonly why: readonly string[];
  /** what an entry must be to count, and what green also needs */
  readonly rule: string;
  readonly entries: readonly ElementEntryView[];
}

/** `parts/element-working`: the rule, and every service held against it. */
export interface ElementWorking {
  readonly element: Pick<PlaceElementView, 'rule' | 'entries'>;
  /** below a heading of its own */
  readonly deep: boolean;
}

export function placeElements(map: ServiceMap, place: VisiblePlace): PlaceElementView[] {
  const cells = placeCells(map, place.id);
  return map.rules.elements.flatMap((rule) => {
    const cell = cells.find(({ element }) => element === rule.id);
    return cell ? [toElement(cell, rule, elementContext(map, rule, place.names))] : [];
  });
}

function toElement(
  cell: ElementCell,
  rule: ElementRule,
  context: ElementContext,
): PlaceElementView {
  const { count, sentences } = elementWords(cell, context);
  return {
    id: rule.id,
    title: rule.title,
    thrive: rule.thrive,
    rag: toRag(cell.rag),
    count,
    developing: cell.moreInDevelopment,
    action: null,
    raiseHref: '',
    why: sentences,
    rule: ruleText(context),
    entries: cell.entries.map((entry) => toEntry(entry, context)),
  };
}

const statusWords: Readonly<Record<ElementEntry['status'], string>> = {
  running: 'Running',
  'in-development': 'In development',
};

function toEntry(entry: ElementEntry, context: ElementContext): ElementEntryView {
  const questions = settlingQuestions(entry, context).map((text) => `“${text}”`);
  return {
    name: entry.name,
    agency: context.agencies?.get(entry.agency) ?? '',
    status: statusWords[entry.status],
    match: entry.match === 'yes' ? 'Yes' : `Not known: ${questions.join(', ')}`,
    met: conditionWords(entry.met, context),
    failed: conditionWords(entry.failed, context, entry),
    unknown: conditionWords(entry.unknown, context),
  };
}
