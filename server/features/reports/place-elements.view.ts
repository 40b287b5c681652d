/** A Place's support elements: the colour of each, why, and every entry with the conditions it meets (Design 5). */
import { elementContext, elementsAt, type PlaceElement } from '../../results/elements.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { AgreedElement } from '../../results/map.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { agreedColourWords } from '../../web/agreed-colour.ts';
import { toElementEntry, type ElementEntryView } from '../../web/element-entries.ts';
import { elementWords, ruleText } from '../../web/element-words.ts';
import { formatDate } from '../../web/time.ts';
import type { ActionFlagView } from './action-flag.view.ts';
import { toRag, type RagView } from './words.ts';

/** What the reviewers agreed of it. */
export interface AgreedElementView {
  /** "Agreed: Green (derived: Amber), on 4 March 2026" */
  readonly text: string;
  /** beneath the colour's word: "Agreed (derived: Amber)" */
  readonly brief: string;
  readonly rationale: string;
  /** '' for those who may not see names */
  readonly present: string;
  readonly dissent: string;
}
export interface PlaceElementView {
  readonly id: string;
  readonly title: string;
  readonly thrive: string;
  /** the agreed colour, else the derived one */
  readonly rag: RagView;
  /** null where nothing is agreed; what follows is as the map has it, whatever is */
  readonly agreed: AgreedElementView | null;
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

export function placeElements(map: ServiceMap, place: VisiblePlace): PlaceElementView[] {
  return elementsAt(map, place.id).map((element) => toElement(element, map, place));
}

function toElement(
  { rule, cell, rag, agreed }: PlaceElement,
  map: ServiceMap,
  { names }: VisiblePlace,
): PlaceElementView {
  const context = elementContext(map, rule, names);
  const { count, sentences } = elementWords(cell, context);
  return {
    id: rule.id,
    title: rule.title,
    thrive: rule.thrive,
    rag: toRag(rag),
    agreed: agreed ? toAgreed(agreed, cell.rag, names) : null,
    // Below a colour that was agreed "Not known" would speak against it.
    count: agreed && cell.rag === 'white' ? '' : count,
    developing: cell.moreInDevelopment,
    action: null,
    raiseHref: '',
    why: sentences,
    rule: ruleText(context),
    entries: cell.entries.map((entry) => toElementEntry(entry, context)),
  };
}

function toAgreed(
  { colour, rationale, present, dissent, agreedAt }: AgreedElement,
  derived: PlaceElement['rag'],
  names: boolean,
): AgreedElementView {
  const { text, brief } = agreedColourWords(derived, colour);
  return {
    text: `${text}, on ${formatDate(agreedAt)}`,
    brief,
    rationale,
    present: names ? present : '',
    dissent: names ? (dissent ?? '') : '',
  };
}
