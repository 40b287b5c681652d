/** Loads what could be asked of the agencies about a Place: which questions, of whom, and what was asked before. */
import { openQuestions, type OpenQuestion } from '../../domain/elements/questions.ts';
import { isUnknown } from '../../domain/elements/leaf.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import { isAskedLately, takesQuestions } from '../../domain/round/ask.ts';
import { elementsAt } from '../../results/elements.ts';
import { loadMap, loadRound, type ResultsDeps, type VisiblePlace } from '../../results/load.ts';
import type { ReportRound } from '../../results/round.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import {
  listAnswering,
  listAsked,
  listMapResponses,
  type AgencyPerson,
  type AskedQuestion,
  type MapResponse,
} from './questions.queries.ts';

export interface AgencyQuestions extends MapResponse {
  /** who is e-mailed */
  readonly people: readonly AgencyPerson[];
  readonly questions: readonly QuestionState[];
}
export interface QuestionState extends OpenQuestion {
  /** in the instrument's words */
  readonly text: string;
  readonly saidUnknown: boolean;
  /** the last time, within a week; null: it may be asked */
  readonly lately: AskedQuestion | null;
}
export interface QuestionFacts {
  readonly round: ReportRound;
  readonly place: VisiblePlace;
  /** null where the round asks no map */
  readonly map: ServiceMap | null;
  /** the one element that is asked about; '' for all */
  readonly element: string;
  /** the state of the round lets agencies change what they submitted */
  readonly open: boolean;
  readonly agencies: readonly AgencyQuestions[];
  /** of the Place, the last first */
  readonly asked: readonly AskedQuestion[];
}

interface Asked {
  readonly roundSlug: string;
  readonly placeSlug: string;
  /** id of one, or '' */
  readonly element: string;
  readonly now: Date;
}

/** @throws not found, see `loadRound`, also for a Place that is not in it */
export async function loadQuestions(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, placeSlug, element, now }: Asked,
): Promise<QuestionFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const place = places.find(({ slug }) => slug === placeSlug);
  if (!place) throw notFound();
  const versionId = round.mapVersionId ?? '';
  // One after the other: a sending asks in its transaction.
  const map = await loadMap(deps, scope, { round, places: [place] });
  const asked = await listAsked(deps.db, scope, round.id);
  const known = map?.rules.elements.some(({ id }) => id === element) ? element : '';
  const open = map ? statesOf(map, { place, element: known, asked, now }) : [];
  const responses =
    open.length === 0
      ? []
      : await listMapResponses(deps.db, scope, { versionId, roundId: round.id });
  const people = responses.length === 0 ? [] : await listAnswering(deps.db, scope);
  return {
    round,
    place,
    map,
    element: known,
    open: takesQuestions(round.status),
    agencies: responses
      .map((response) => ({
        ...response,
        people: people.filter(({ agencyId }) => agencyId === response.agencyId),
        questions: open.filter(({ agency }) => agency === response.agencyId),
      }))
      .filter(({ questions }) => questions.length > 0),
    asked: asked.filter(({ placeId }) => placeId === place.id),
  };
}

interface Around {
  readonly place: VisiblePlace;
  readonly element: string;
  readonly asked: readonly AskedQuestion[];
  readonly now: Date;
}

/** Of cells that are not known and of which no colour was agreed. */
function statesOf(map: ServiceMap, { place, element, asked, now }: Around): QuestionState[] {
  const cells = elementsAt(map, place.id)
    .filter(({ rag, rule }) => rag === 'white' && (element === '' || rule.id === element))
    .map(({ cell }) => cell);
  return openQuestions(cells).map((question) => {
    const { entryId, itemId } = question;
    const entry = map.entries.find(({ id }) => id === entryId);
    return {
      ...question,
      text: map.items.get(itemId)?.text ?? itemId,
      saidUnknown: entry?.answers[itemId] !== undefined && isUnknown(entry.answers[itemId]),
      lately:
        asked.find(
          (one) =>
            one.entryId === entryId && one.itemId === itemId && isAskedLately(one.askedAt, now),
        ) ?? null,
    };
  });
}

/** Why nobody of an agency can be asked; null where they can. */
export function whyNotAsked({
  people,
  signedOff,
}: AgencyQuestions): 'signed-off' | 'nobody' | null {
  if (signedOff.length > 0) return 'signed-off';
  return people.length === 0 ? 'nobody' : null;
}

/** What can be asked now. */
export function askable({ open, agencies }: QuestionFacts): AgencyQuestions[] {
  if (!open) return [];
  return agencies
    .filter((agency) => whyNotAsked(agency) === null)
    .map((agency) => ({
      ...agency,
      questions: agency.questions.filter(({ lately }) => lately === null),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** As a form sends it. */
export const valueOf = ({ entryId, itemId }: OpenQuestion): string => `${entryId} ${itemId}`;
