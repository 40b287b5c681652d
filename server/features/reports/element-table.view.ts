/** The matrix of support elements by Places, in tables of six columns (Design 5, 10). */
import { elementContext, elementsAt, type PlaceElement } from '../../results/elements.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { agreedColourWords } from '../../web/agreed-colour.ts';
import { elementWords, ruleText, type ElementContext } from '../../web/element-words.ts';
import { paths } from '../../web/paths.ts';
import type { ActionFlagView } from './action-flag.view.ts';
import { howWorkedOut, inColumns, type PlaceHeadView } from './matrix.view.ts';
import { isAskable } from './place-elements.view.ts';
import { toRag, type RagView } from './words.ts';

export interface ElementCellView {
  readonly place: string;
  /** the agreed colour, else the derived one */
  readonly rag: RagView;
  /** "Agreed (derived: Amber)"; '' where nothing is agreed */
  readonly agreed: string;
  /** "2 services"; this and what follows are as the map has it, whatever is agreed */
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
  /** of a colour that is not known: where agencies are asked; '' else */
  readonly askHref: string;
}
export interface ElementRowView {
  readonly id: string;
  readonly title: string;
  readonly thrive: string;
  /** what a service must be to count, and what green also needs */
  readonly rule: string;
  readonly cells: readonly ElementCellView[];
}
/** Where the rows lead. */
interface RowsIn {
  readonly slug: string;
  /** the reader sends questions to agencies, and the round lets them answer */
  readonly asks: boolean;
}
export interface ElementTable {
  readonly caption: string;
  readonly places: readonly PlaceHeadView[];
  readonly rows: readonly ElementRowView[];
}

export function elementRows(
  map: ServiceMap,
  places: readonly VisiblePlace[],
  round: RowsIn,
): ElementRowView[] {
  return map.rules.elements.map((rule) => {
    const context = elementContext(map, rule, false);
    return {
      id: rule.id,
      title: rule.title,
      thrive: rule.thrive,
      rule: ruleText(context),
      cells: places.flatMap((place) =>
        elementsAt(map, place.id)
          .filter((element) => element.rule.id === rule.id)
          .map((element) => toCell(element, context, { place, round })),
      ),
    };
  });
}

function toCell(
  { cell, agreed, ...element }: PlaceElement,
  context: ElementContext,
  { place, round }: { readonly place: VisiblePlace; readonly round: RowsIn },
): ElementCellView {
  const { count, brief } = elementWords(cell, context);
  const rag = toRag(element.rag);
  return {
    place: place.name,
    rag,
    agreed: agreed ? agreedColourWords(cell.rag, agreed.colour).brief : '',
    count: cell.rag === 'white' ? '' : count,
    brief,
    developing: cell.moreInDevelopment,
    action: null,
    label: `${rag.word}: ${howWorkedOut(place.name, `element ${cell.element}`)}`,
    href: `${paths.placeMethod(round.slug, place.slug)}#${cell.element}`,
    askHref:
      round.asks && isAskable(cell, element.rag)
        ? paths.questions(round.slug, place.slug, { element: cell.element })
        : '',
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
