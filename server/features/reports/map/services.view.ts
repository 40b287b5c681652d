/** Figures of the service map that open to the services behind them: tables of counts, and lists of names. */
import type { MapEntry } from '../../../domain/elements/element.ts';
import { optionsOf } from '../../../domain/instrument/items.ts';
import type { Option } from '../../../domain/instrument/definition.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { paths } from '../../../web/paths.ts';
import { agencyOf, said } from '../age-service.view.ts';
import type { FindGap, MapGapView } from '../map-gap.view.ts';

/** What is known around the figures: of one Place, or of all that may be seen. */
export interface MapContext {
  readonly map: ServiceMap;
  /** the round's slug */
  readonly round: string;
  /** ids of the Places asked about */
  readonly places: readonly string[];
  /** running services that serve any of them */
  readonly running: readonly MapEntry[];
  /** agencies' names and words */
  readonly names: boolean;
  /** "2026-11-21" */
  readonly today: string;
  readonly findGap: FindGap;
}

export interface ServiceItem {
  readonly name: string;
  /** its own page */
  readonly href: string;
  /** its agency, or its sector for those who may not see names */
  readonly from: string;
  /** in the agency's own words; '' for those who may not see names */
  readonly said: string;
}
/** Services behind one figure. */
export interface ServiceGroup {
  readonly heading: string;
  readonly services: readonly ServiceItem[];
}
export interface CountRow {
  readonly label: string;
  /** what the label means; '' where it is plain */
  readonly note: string;
  /** in the order of the columns */
  readonly cells: readonly string[];
  /** none where there is nothing to open */
  readonly groups: readonly ServiceGroup[];
  /** null where it is none */
  readonly gap: MapGapView | null;
}
export interface CountTable {
  readonly caption: string;
  readonly first: string;
  readonly columns: readonly string[];
  readonly rows: readonly CountRow[];
}

export function toItem(entry: MapEntry, context: MapContext, words = ''): ServiceItem {
  const sector = said(entry, context.map.entriesItem.groupItem, context.map);
  return {
    name: entry.name,
    href: paths.service(context.round, entry.id),
    from: agencyOf(entry, context) || sector,
    said: context.names ? words : '',
  };
}

/** Nothing to open where there is no service. */
export function groupOf(
  heading: string,
  entries: readonly MapEntry[],
  context: MapContext,
): ServiceGroup[] {
  if (entries.length === 0) return [];
  return [{ heading, services: entries.map((entry) => toItem(entry, context)) }];
}

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

/** "7 of 22 that say (32%)"; "Nobody says" where there is nobody to count. */
export function shareWords(part: number, whole: number): string {
  return whole === 0
    ? 'Nobody says'
    : `${part} of ${whole} that say (${percent.format(part / whole)})`;
}

/** The options of an item, in the map's own words and order. */
export function optionsAsked({ items, definition }: ServiceMap, itemId: string) {
  const item = items.get(itemId);
  return item ? optionsOf(definition, item) : [];
}

/** What an option means, where the map explains it; '' else. */
export function optionHelp({ items }: ServiceMap, itemId: string, id: string): string {
  const item = items.get(itemId);
  const options: readonly Option[] = item && 'options' in item ? (item.options ?? []) : [];
  return options.find((option) => option.id === id)?.help ?? '';
}

/** The word of an option; its id where the map has no such option. */
export function optionWord(map: ServiceMap, itemId: string, id: string): string {
  return optionsAsked(map, itemId).find((option) => option.id === id)?.label ?? id;
}
