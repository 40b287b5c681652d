/** What the `score` command puts out: every Place with its domains, and every domain over all Places. */
import { suggestLevel } from '../domain/answers/suggest.ts';
import type { Band, Definition, LevelItem } from '../domain/instrument/definition.ts';
import { levelItems } from '../domain/instrument/items.ts';
import { countLevels } from '../domain/scoring/distribution.ts';
import { scoreDomain } from '../domain/scoring/domain-score.ts';
import { profile, stagedLevel } from '../domain/scoring/place.ts';
import type { DomainCounts, DomainScore } from '../domain/scoring/score.ts';
import { scoreSystem } from '../domain/scoring/system.ts';
import type { AgreedLevel, ScoreAnswer, ScoreInput, ScoreResponse } from './score.schema.ts';

/** What the file says of one Place. */
interface PlaceInput {
  readonly place: string;
  readonly assigned: number;
  readonly responses: readonly ScoreResponse[];
  readonly agreed: readonly AgreedLevel[];
}
/** One domain in one Place. */
interface Cell {
  readonly domain: LevelItem;
  /** by agency, of those who answered the domain */
  readonly answers: readonly (readonly [agency: string, answer: ScoreAnswer])[];
  readonly score: DomainScore;
}

/** Takes input that has passed the gate for this definition. */
export function scoreOutput(definition: Definition, input: ScoreInput) {
  const domains = levelItems(definition);
  const places = placesOf(input).map((one) => ({
    place: one.place,
    cells: domains.map((domain) => cellOf(one, domain, definition.bands ?? [])),
  }));
  return {
    places: places.map(({ place, cells }) => placeOutput(place, cells)),
    system: {
      domains: domains.map((domain, at) => {
        const scores = places.flatMap(({ cells }) => cells[at]?.score ?? []);
        const { lowest, median, highest, gap } = scoreSystem(scores);
        return { domain: domain.id, lowest, median, highest, gap };
      }),
    },
  };
}

/** Places in the order in which they appear, the assigned ones first. */
function placesOf({ assigned, responses, agreed }: ScoreInput): readonly PlaceInput[] {
  const assignedByPlace = new Map(Object.entries(assigned ?? {}));
  const names = new Set([...assignedByPlace.keys(), ...responses.map(({ place }) => place)]);
  return [...names].map((place) => ({
    place,
    assigned: assignedByPlace.get(place) ?? 0,
    responses: responses.filter((response) => response.place === place),
    agreed: (agreed ?? []).filter((level) => level.place === place),
  }));
}

function cellOf(place: PlaceInput, domain: LevelItem, bands: readonly Band[]): Cell {
  const answers = place.responses.flatMap((response) => {
    const answer = Object.hasOwn(response.answers, domain.id) && response.answers[domain.id];
    return answer ? [[response.agency, answer] as const] : [];
  });
  const agreed = place.agreed.find((one) => one.domain === domain.id)?.level ?? null;
  const counts = countsOf(
    answers.map(([, answer]) => answer),
    place.assigned,
  );
  return { domain, answers, score: scoreDomain({ ...counts, agreed }, bands) };
}

function countsOf(answers: readonly ScoreAnswer[], assigned: number): DomainCounts {
  return {
    counts: countLevels(answers.map(({ level }) => level)),
    responded: answers.length,
    assigned,
    withEvidence: answers.filter(({ evidence }) => (evidence ?? '').trim() !== '').length,
  };
}

function placeOutput(place: string, cells: readonly Cell[]) {
  const scores = cells.map(({ score }) => score);
  return {
    place,
    profile: profile(scores),
    staged: stagedLevel(scores),
    domains: cells.map(domainOutput),
  };
}

function domainOutput({ domain, answers, score }: Cell) {
  return {
    domain: domain.id,
    n: score.n,
    responded: score.responded,
    assigned: score.assigned,
    counts: score.counts,
    median: score.median,
    range: score.range,
    agreement: score.agreement,
    split: score.split,
    reasons: score.reasons,
    suggested: Object.fromEntries(
      answers.map(([agency, { criteria }]) => [agency, suggestLevel(domain, criteria ?? {}).level]),
    ),
    agreed: score.agreed,
    rag: score.rag,
  };
}
