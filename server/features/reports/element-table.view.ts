/** The matrix of support elements by Places, in tables of six columns (Design 5, 10). */
import type { ElementCell } from '../../domain/elements/element.ts';
import type { ElementRule } from '../../domain/instrument/definition.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { paths } from '../../web/paths.ts';
import type { ActionFlagView } from './action-flag.view.ts';
import { elementWords, ruleText, type ElementContext } from './element-words.ts';
import { howWorkedOut, inColumns, type PlaceHeadView } from './matrix.view.ts';
import { toRag, type RagView } from './words.ts';

export interface ElementCellView {
  readonly place: string;
  readonly rag: RagView;
  /** "2 services" */
  readonly count: string;
  /** "lacks recurrent funding" */
  readonly brief: string;
  readonly developing: boolean;
  /** an action that is funded or under way; null for none */
  readonly action: ActionFlagView | null;
  /** the cell's link, for those who hear it: begins with the colour's word, and says where it leads */
  readonly label: string;
  /** how it was worked out */
  readonly href: string;
}
export interface ElementRowView {
  readonly id: string;
  readonly title: string;
  readonly thrive: string;
  /** what a service must be to count, and what green also needs */
  readonly rule: string;
  readonly cells: readonly ElementCellView[];
}
export interface ElementTable {
  readonly caption: string;
  readonly places: readonly PlaceHeadView[];
  readonly rows: readonly ElementRowView[];
}

/** What the words of an element need to know; names of agencies for those who may see them. */
export function elementContext(map: ServiceMap, rule: ElementRule, names: boolean): ElementContext {
  return {
    definition: map.definition,
    rule,
    items: map.items,
    sectors: map.sectors,
    entries: new Map(map.entries.map((entry) => [entry.id, entry])),
    agencies: names ? new Map(map.agencies.map(({ agency, name }) => [agency, name])) : null,
  };
}

/** The Place's cells, in the rules' order. */
export function placeCells(map: ServiceMap, placeId: string): readonly ElementCell[] {
  return map.places.get(placeId)?.elements ?? [];
}

export function elementRows(
  map: ServiceMap,
  places: readonly VisiblePlace[],
  roundSlug: string,
): ElementRowView[] {
  return map.rules.elements.map((rule) => {
    const context = elementContext(map, rule, false);
    return {
      id: rule.id,
      title: rule.title,
      thrive: rule.thrive,
      rule: ruleText(context),
      cells: places.flatMap((place) =>
        placeCells(map, place.id)
          .filter(({ element }) => element === rule.id)
          .map((cell) => toCell(cell, context, { place, roundSlug })),
      ),
    };
  });
}

function toCell(
  cell: ElementCell,
  context: ElementContext,
  { place, roundSlug }: { readonly place: VisiblePlace; readonly roundSlug: string },
): ElementCellView {
  const { count, brief } = elementWords(cell, context);
  const rag = toRag(cell.rag);
  return {
    place: place.name,
    rag,
    count: cell.rag === 'white' ? '' : count,
    brief,
    developing: cell.moreInDevelopment,
    action: null,
    label: `${rag.word}: ${howWorkedOut(place.name, `element ${cell.element}`)}`,
    href: `${paths.placeMethod(roundSlug, place.slug)}#${cell.element}`,
  };
}

/** Six Places to a table. */
export function elementTables(
  rows: readonly ElementRowView[],
  heads: readonly PlaceHeadView[],
): ElementTable[] {
  return inColumns(heads).map((places, n) => ({
    caption: `${rows.length} elements of support in ${places.map(({ name }) => name).join(', ')}, derived from the service map`,
    places,
    rows: rows.map((row) => ({ ...row, cells: inColumns(row.cells)[n] ?? [] })),
  }));
}
