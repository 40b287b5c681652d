/** A Place's support elements: the colour of each, why, and every entry with the conditions it meets (Design 5). */
import type { ElementCell, ElementEntry } from '../../domain/elements/element.ts';
import { elementContext, elementsAt, type PlaceElement } from '../../results/elements.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { AgreedElement } from '../../results/map.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { agreedColourWords } from '../../web/agreed-colour.ts';
import { toElementEntry, type ElementEntryView } from '../../web/element-entries.ts';
import { elementWords, namedFirst, ruleText } from '../../web/element-words.ts';
import { paths } from '../../web/paths.ts';
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
/** A sentence that names a service. */
export interface NamedSentence {
  readonly before: string;
  readonly name: string;
  readonly href: string;
  readonly after: string;
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
  /** of a colour that is not known: where agencies are asked; '' for those who ask nobody, and where no answer would settle it */
  readonly askHref: string;
  readonly why: readonly string[];
  /** the first of them in parts, where it names a service: its name leads to its page; null else */
  readonly named: NamedSentence | null;
  /** what an entry must be to count, and what green also needs */
  readonly rule: string;
  readonly entries: readonly ElementEntryView[];
}

export function placeElements(
  map: ServiceMap,
  place: VisiblePlace,
  read: ReadIn,
): PlaceElementView[] {
  return elementsAt(map, place.id).map((element) => toElement(element, { map, place, ...read }));
}

interface ReadIn {
  /** its slug: services lead to their pages there */
  readonly round: string;
  /** the reader sends questions to agencies, and the round lets them answer */
  readonly asks: boolean;
}
interface Around extends ReadIn {
  readonly map: ServiceMap;
  readonly place: VisiblePlace;
}

function toElement(
  { rule, cell, rag, agreed }: PlaceElement,
  { map, place: { slug, names }, round, asks }: Around,
): PlaceElementView {
  const context = elementContext(map, rule, names);
  const hrefOf = ({ id }: ElementEntry): string => paths.service(round, id);
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
    askHref: asks && isAskable(cell, rag) ? paths.questions(round, slug, { element: rule.id }) : '',
    why: sentences,
    named: namedSentence(cell, sentences[0] ?? '', hrefOf),
    rule: ruleText(context),
    entries: cell.entries.map((entry) => toElementEntry(entry, context, hrefOf(entry))),
  };
}

/** Answers of agencies would settle it, and no colour was agreed. */
export function isAskable({ reason }: ElementCell, rag: ElementCell['rag']): boolean {
  return reason.kind === 'questions' && rag === 'white';
}

function namedSentence(
  cell: ElementCell,
  sentence: string,
  hrefOf: (entry: ElementEntry) => string,
): NamedSentence | null {
  const found = namedFirst(cell);
  if (!found) return null;
  const { entry, before } = found;
  const after = sentence.slice(before.length + entry.name.length);
  return { before, name: entry.name, href: hrefOf(entry), after };
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
