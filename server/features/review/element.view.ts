/** One support element of a Place in review: the derived colour with its reasons, and what is agreed of it. */
import { elementContext, elementsAt, type PlaceElement } from '../../results/elements.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { toElementEntry, type ElementWorking } from '../../web/element-entries.ts';
import { elementWords, ruleText, settlingQuestions } from '../../web/element-words.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { toRag, type RagView } from '../../web/glyphs/rag.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toActions, type ActionsView } from './actions.view.ts';
import {
  conflictWords,
  toAgreementForm,
  type AgreementFormView,
  type TypedAgreement,
} from './agree.view.ts';
import type { AgreedBefore } from './agreed.queries.ts';
import {
  correctionMovedWords,
  toCorrectionPart,
  type CorrectionPart,
} from './corrections/correction.view.ts';
import { toContradictions, type ContradictionView } from './contradictions.view.ts';
import { frozenWords } from './list.view.ts';
import { agreedOn, type ReviewFacts } from './review.load.ts';
import { toElementBefore, toElementStanding, type StandingView } from './standing.view.ts';

/** An entry that would count, or not, once its open questions were answered. */
export interface SettlingView {
  readonly name: string;
  readonly agency: string;
  /** '' where the reader has no way to it */
  readonly href: string;
  /** gives the map back with a question; '' for those who return nothing */
  readonly returnHref: string;
  readonly questions: readonly string[];
}
interface LinkView {
  readonly text: string;
  readonly href: string;
}
export interface ElementReviewView {
  readonly caption: string;
  readonly name: string;
  /** "E4, Getting more help" */
  readonly about: string;
  /** as the map has it */
  readonly derived: RagView;
  /** "2 services" */
  readonly count: string;
  readonly developing: boolean;
  readonly why: readonly string[];
  /** "Last round: Amber."; '' where there is none to compare with */
  readonly lastRound: string;
  /** of a colour that is not known: which answers would make it known */
  readonly settling: readonly SettlingView[];
  readonly working: ElementWorking;
  readonly methodHref: string;
  readonly contradictions: readonly ContradictionView[];
  readonly question: string;
  /** what is agreed now; null where nothing is */
  readonly stands: StandingView | null;
  readonly before: readonly StandingView[];
  /** null for those who record nothing here, or not now */
  readonly form: AgreementFormView | null;
  /** of what is published; null where there is nothing to show */
  readonly correction: CorrectionPart | null;
  /** why nothing can be changed now; '' where it can */
  readonly frozen: string;
  readonly errors: ErrorSummary | null;
  /** '' where nobody was quicker */
  readonly conflict: string;
  readonly actions: ActionsView;
  /** null on the last */
  readonly next: LinkView | null;
  readonly listHref: string;
  readonly place: string;
  readonly csrf: string;
}
export const elementReviewPage = template<ElementReviewView>('review/element');

export interface ElementFacts {
  readonly facts: ReviewFacts;
  readonly map: ServiceMap;
  readonly element: PlaceElement;
  /** of the round before, where it asked the same map of the Place; null else */
  readonly lastRound: PlaceElement | null;
  /** the last first */
  readonly history: readonly AgreedBefore[];
  readonly csrf: string;
}
export interface RejectedElement {
  readonly typed: TypedAgreement;
  /** another one was recorded meanwhile */
  readonly conflict: boolean;
  /** it was the correction of what is published */
  readonly corrects?: boolean;
}

export function toElementView(opened: ElementFacts, rejected?: RejectedElement): ElementReviewView {
  const { facts, element, history, csrf } = opened;
  const { rule, cell } = element;
  const { round, place, quorum } = facts;
  const topic = { subject: 'element' as const, itemId: rule.id };
  const stands = agreedOn(facts, topic.subject, topic.itemId);
  const question = `What colour is it in ${place.name}?`;
  const typed = rejected?.corrects ? rejected.typed : undefined;
  return {
    caption: `Review · ${round.name} · ${place.name}`,
    name: rule.title,
    about: `${rule.id}, ${rule.thrive}`,
    ...derivedOf(opened),
    methodHref: `${paths.placeMethod(round.slug, place.slug)}#${rule.id}`,
    contradictions: touching(opened),
    question,
    stands: stands ? toElementStanding(stands, cell.rag, quorum) : null,
    before: history.slice(1).map(toElementBefore),
    form: toAgreementForm(facts, topic, rejected?.typed),
    correction: toCorrectionPart(facts, topic, { question, csrf, typed }),
    frozen: frozenWords(facts),
    ...faultsOf(rejected, stands?.agreedBy ?? ''),
    actions: toActions(facts, 'element', rule.id),
    next: nextOf(opened),
    listHref: `${paths.review(round.slug, place.slug)}#elements`,
    place: place.name,
    csrf,
  };
}

/** The same words and working as the Place's page has. */
function derivedOf({ facts, map, element, lastRound }: ElementFacts) {
  const { rule, cell } = element;
  const context = elementContext(map, rule, facts.place.names);
  const { count, sentences } = elementWords(cell, context);
  const settling = cell.reason.kind === 'questions' ? cell.entries : [];
  return {
    derived: toRag(cell.rag),
    count,
    developing: cell.moreInDevelopment,
    why: sentences,
    lastRound: lastRound ? `Last round: ${toRag(lastRound.rag).word}.` : '',
    settling: settling.map((entry) => ({
      name: entry.name,
      agency: context.agencies?.get(entry.agency) ?? '',
      ...waysTo(facts, entry),
      questions: settlingQuestions(entry, context),
    })),
    working: {
      element: {
        rule: ruleText(context),
        entries: cell.entries.map((entry) =>
          toElementEntry(entry, context, paths.service(facts.round.slug, entry.id)),
        ),
      },
      deep: false,
    },
  };
}

function waysTo(
  { agencies, reader }: ReviewFacts,
  { id, agency }: { readonly id: string; readonly agency: string },
): Pick<SettlingView, 'href' | 'returnHref'> {
  const mapId = agencies.find((one) => one.id === agency)?.mapId ?? null;
  if (mapId === null) return { href: '', returnHref: '' };
  return {
    href: paths.entry(mapId, id),
    returnHref: reader.agrees ? paths.returnResponse(mapId) : '',
  };
}

/** Contradictions that rest on a service of this element. */
function touching({ facts, element }: ElementFacts): ContradictionView[] {
  const counted = new Set(element.cell.entries.map(({ id }) => id));
  return toContradictions(facts).filter(({ entryIds }) => entryIds.some((id) => counted.has(id)));
}

function faultsOf(
  rejected: RejectedElement | undefined,
  by: string,
): Pick<ElementReviewView, 'errors' | 'conflict'> {
  const errors = [...(rejected?.typed.errors ?? [])].map(([field, text]) => ({ field, text }));
  return {
    errors: errors.length === 0 ? null : toErrorSummary(errors),
    conflict: rejected?.conflict ? quickerWords(rejected, by) : '',
  };
}

function quickerWords({ corrects = false }: RejectedElement, by: string): string {
  if (corrects) return correctionMovedWords;
  return by === '' ? '' : conflictWords('element', by);
}

function nextOf({ facts, map, element }: ElementFacts): LinkView | null {
  const { round, place } = facts;
  const all = elementsAt(map, place.id);
  const next = all[all.findIndex(({ rule }) => rule.id === element.rule.id) + 1]?.rule;
  if (!next) return null;
  return { text: next.title, href: paths.reviewElement(round.slug, place.slug, next.id) };
}
