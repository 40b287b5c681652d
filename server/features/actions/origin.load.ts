/** What an action is raised from: a domain, an element, a gap or a contradiction of results that the person may see. */
import type { Scope } from '../../domain/access/scope.ts';
import {
  actionSources,
  type ActionSource,
  type TakenCriterion,
} from '../../domain/actions/action.ts';
import { unmetCriteria } from '../../domain/actions/unmet.ts';
import { notFound } from '../../domain/errors.ts';
import { isPublished } from '../../domain/round/round.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { DomainScore, Level } from '../../domain/scoring/score.ts';
import { scoreAt } from '../../results/grid.ts';
import {
  loadGrid,
  loadMap,
  loadMarks,
  loadRound,
  type OnePlace,
  type ResultsDeps,
} from '../../results/load.ts';

export interface RaisedFrom {
  readonly source: Exclude<ActionSource, 'none'>;
  readonly itemId: string;
  /** of a domain or an element its name; of the others what the address says, to be put right */
  readonly about: string;
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
  readonly about: string;
}

const itemPattern = /^[A-Za-z0-9][A-Za-z0-9:._-]{0,119}$/;

const isSource = (text: string): text is RaisedFrom['source'] =>
  text !== 'none' && actionSources.some((source) => source === text);

/** Null: raised from nothing. @throws not found where these results are not there, or not for this person */
export async function loadOrigin(
  deps: ResultsDeps,
  scope: Scope,
  asked: OriginAsked,
): Promise<RaisedFrom | null> {
  const { source, item, about } = asked;
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
  if (source === 'domain') {
    return { ...common, ...(await domainOf(deps, scope, { round, place }, item)) };
  }
  const words =
    source === 'element' ? await elementName(deps, scope, { round, place }, item) : about;
  return { ...common, about: words, levels: [], unmet: [] };
}

async function elementName(
  deps: ResultsDeps,
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
