/** Where a Place's map and grid disagree (Design 6.8): by written rules, for whoever may read its results. */
import { entriesOfPlace } from '../../domain/elements/element-entry.ts';
import {
  contradictionRules,
  contradictions,
  type Contradiction,
} from '../../domain/review/contradictions.ts';
import type { DomainScore } from '../../domain/scoring/score.ts';
import type { ActionMarks } from '../../results/action-marks.ts';
import type { Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { contradictionWords } from '../../web/contradiction-words.ts';
import { capital, counted, inWords } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { actionFlag, raiseHref, type ActionFlagView } from './action-flag.view.ts';
import type { LinkView } from './report.view.ts';

export interface ContradictionView {
  readonly domain: string;
  /** of its working */
  readonly domainHref: string;
  readonly text: string;
  /** "Running" or "Left open by": what the services are */
  readonly servicesAre: string;
  readonly services: readonly LinkView[];
  /** actions that are open; null for none */
  readonly action: ActionFlagView | null;
  /** where an action is raised from it; '' for those who raise none */
  readonly raiseHref: string;
}
export interface ContradictionsView {
  /** how many there are, of how many rules */
  readonly summary: string;
  readonly found: readonly ContradictionView[];
}

interface Facts {
  readonly round: { readonly slug: string };
  readonly place: VisiblePlace;
  readonly actions: ActionMarks;
  readonly raises: boolean;
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
}

/** Null where the round does not ask both, or nobody has answered one of them. */
export function placeContradictions(facts: Facts): ContradictionsView | null {
  const { grid, map, place } = facts;
  const scores = grid?.scores.get(place.id);
  if (!grid || !map || !scores) return null;
  const { running } = entriesOfPlace(map.rules, map.entries, place.id);
  const seen = contradictions(scores, running).flatMap((one) => {
    const text = textOf(one, { grid, place, score: scores.get(one.domain) });
    return text === '' ? [] : [toView(one, text, { ...facts, grid })];
  });
  return { summary: summaryOf(seen.length, place), found: seen };
}

/** Those who see no names are not told of a split: its words would say how the levels are spread. */
function summaryOf(found: number, { names }: VisiblePlace): string {
  const levels = names ? 'the levels' : 'the levels that are not to be discussed first';
  const rules = `${capital(inWords(contradictionRules.length))} written rules hold ${levels} against the services that run`;
  return found === 0
    ? `${rules}: no contradiction is found.`
    : `${rules}. ${counted(found, 'contradiction is', 'contradictions are')} found; ${found === 1 ? 'it changes' : 'they change'} no level and no colour.`;
}

interface Said {
  readonly grid: Grid;
  readonly place: VisiblePlace;
  readonly score: DomainScore | undefined;
}

/** '' where only the spread of the agencies' levels would tell it, and the reader sees no names. */
function textOf(one: Contradiction, { grid, place, score }: Said): string {
  const { word } = grid.words;
  if (one.agencies === 0 || place.names) {
    return contradictionWords(one, one.levels.map(word).join(' or '));
  }
  const median = score?.split === false ? score.median : null;
  return median === null ? '' : `The median level is ${word(median)}, yet ${one.words}.`;
}

function toView(
  { id, domain, words, entries, open }: Contradiction,
  text: string,
  { round, place, actions, raises, grid }: Facts & { readonly grid: Grid },
): ContradictionView {
  const services = [...entries, ...open];
  const named = grid.domains.find((one) => one.id === domain)?.text ?? domain;
  const from = { round: round.slug, place: place.slug, item: id };
  return {
    domain: named,
    domainHref: `${paths.placeMethod(round.slug, place.slug)}#${domain}`,
    text,
    servicesAre: entries.length > 0 ? 'Running' : 'Left open by',
    services: services.map((entry) => ({
      text: entry.name,
      href: paths.service(round.slug, entry.id),
    })),
    action: actionFlag(actions, place, { id, name: capital(words) }),
    raiseHref: raises ? raiseHref('contradiction', from) : '',
  };
}

/** On paper: "Services and interventions. The agreed level is …" */
export function contradictionText({ text, servicesAre, services, action }: ContradictionView) {
  const names = services.map((one) => one.text).join(', ');
  return [
    text,
    ...(names === '' ? [] : [`${servicesAre}: ${names}.`]),
    ...(action ? [`${action.text}.`] : []),
  ].join(' ');
}
