/** What an action is raised from: a domain, an element, a gap or a contradiction of results that the person may see. */
import type { Scope } from '../../domain/access/scope.ts';
import {
  actionSources,
  type ActionSource,
  type TakenCriterion,
} from '../../domain/actions/action.ts';
import { unmetCriteria } from '../../domain/actions/unmet.ts';
import { entriesOfPlace } from '../../domain/elements/element-entry.ts';
import { notFound } from '../../domain/errors.ts';
import { contradictions } from '../../domain/review/contradictions.ts';
import { isPublished } from '../../domain/round/round.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { DomainScore, Level } from '../../domain/scoring/score.ts';
import { scoreAt } from '../../results/grid.ts';
import {
  loadAbsences,
  loadGrid,
  loadMap,
  loadMarks,
  loadRound,
  type OnePlace,
  type ResultsDeps,
} from '../../results/load.ts';
import { mapGaps } from '../../results/map-gaps.ts';
import { loadNeed } from '../../results/needs.ts';
import { capital } from '../../web/english.ts';
import { dayOf } from '../../web/time.ts';
import type { ActionDeps } from './deps.ts';

export interface RaisedFrom {
  readonly source: Exclude<ActionSource, 'none'>;
  readonly itemId: string;
  /** of a domain or an element its name; of the others their own words, to be put right */
  readonly about: string;
  /** false where the results do not show this gap or this contradiction, or no longer */
  readonly shown: boolean;
  readonly round: { readonly id: string; readonly slug: string; readonly name: string };
  readonly place: { readonly id: string; readonly slug: string; readonly name: string };
  /** not published yet: only reviewers of the Place and the coordinator see where it comes from */
  readonly early: boolean;
  /** of a domain: the levels above the one that it has */
  readonly levels: readonly { readonly level: Level; readonly word: string }[];
  /** of a domain: what most agencies do not see met of the next level */
  readonly unmet: readonly TakenCriterion[];
}

/** As an address or a form names it; what is missing is ''. */
export interface OriginAsked {
  readonly place: string;
  readonly source: string;
  readonly item: string;
  readonly round: string;
}

/** Whose money ends soon depends on the day. */
type OriginDeps = ResultsDeps & Pick<ActionDeps, 'now'>;

const itemPattern = /^[A-Za-z0-9][A-Za-z0-9:._-]{0,119}$/;

const isSource = (text: string): text is RaisedFrom['source'] =>
  text !== 'none' && actionSources.some((source) => source === text);

/** Null: raised from nothing. @throws not found where these results are not there, or not for this person */
export async function loadOrigin(
  deps: OriginDeps,
  scope: Scope,
  asked: OriginAsked,
): Promise<RaisedFrom | null> {
  const { source, item } = asked;
  if (source === '' || source === 'none') return null;
  if (!isSource(source) || !itemPattern.test(item)) throw notFound();
  const { round, places } = await loadRound(deps, scope, asked.round);
  const place = places.find(({ slug }) => slug === asked.place);
  if (!place) throw notFound();
  const { id, slug, name } = round;
  const common = {
    source,
    itemId: item,
    round: { id, slug, name },
    place,
    early: !isPublished(round.status),
  };
  const at = { round, place };
  if (source === 'domain') {
    return { ...common, shown: true, ...(await domainOf(deps, scope, at, item)) };
  }
  const about = await words[source](deps, scope, at, item);
  return { ...common, about: about ?? '', shown: about !== undefined, levels: [], unmet: [] };
}

type Words = (
  deps: OriginDeps,
  scope: Scope,
  at: OnePlace,
  item: string,
) => Promise<string | undefined>;

/** Undefined where the results have nothing of that id. */
const words: Readonly<Record<Exclude<RaisedFrom['source'], 'domain'>, Words>> = {
  element: elementName,
  gap: gapWords,
  contradiction: contradictionWords,
};

async function gapWords(
  deps: OriginDeps,
  scope: Scope,
  { round, place }: OnePlace,
  item: string,
): Promise<string | undefined> {
  const [map, absences, need] = await Promise.all([
    loadMap(deps, scope, { round, places: [place] }),
    loadAbsences(deps, scope, { round, place }),
    loadNeed(deps, scope, { round, place }),
  ]);
  if (!map) return undefined;
  const gaps = mapGaps(map, { place: place.id, absences, need, today: dayOf(deps.now()) });
  return gaps.find(({ id }) => id === item)?.words;
}

async function contradictionWords(
  deps: OriginDeps,
  scope: Scope,
  { round, place }: OnePlace,
  item: string,
): Promise<string | undefined> {
  const places = [place];
  const [grid, map] = await Promise.all([
    loadGrid(deps, scope, { round, places }),
    loadMap(deps, scope, { round, places }),
  ]);
  const scores = grid?.scores.get(place.id);
  if (!map || !scores) return undefined;
  const { running } = entriesOfPlace(map.rules, map.entries, place.id);
  const found = contradictions(scores, running).find(({ id }) => id === item);
  return found && capital(found.words);
}

async function elementName(
  deps: OriginDeps,
  scope: Scope,
  { round, place }: OnePlace,
  item: string,
): Promise<string> {
  const map = await loadMap(deps, scope, { round, places: [place] });
  const rule = map?.rules.elements.find(({ id }) => id === item);
  if (!rule) throw notFound();
  return rule.title;
}

async function domainOf(
  deps: ResultsDeps,
  scope: Scope,
  { round, place }: OnePlace,
  item: string,
): Promise<Pick<RaisedFrom, 'about' | 'levels' | 'unmet'>> {
  const [grid, marks] = await Promise.all([
    loadGrid(deps, scope, { round, places: [place] }),
    loadMarks(deps, scope, { round, place }),
  ]);
  const domain = grid?.domains.find(({ id }) => id === item);
  if (!grid || !domain) throw notFound();
  const score = scoreAt(grid.scores, place.id, item);
  return {
    about: domain.text,
    levels: levelsAbove(domain, score).map((level) => ({ level, word: grid.words.word(level) })),
    unmet: unmetCriteria(
      domain,
      score,
      marks.filter(({ itemId }) => itemId === item),
    ),
  };
}

function levelsAbove({ descriptors }: LevelItem, { level }: Pick<DomainScore, 'level'>): Level[] {
  const above = descriptors.map((descriptor) => descriptor.level as Level);
  return above.filter((each) => each > (level ?? 0)).toSorted((one, other) => one - other);
}
