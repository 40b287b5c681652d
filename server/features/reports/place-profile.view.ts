/** A Place's profile: how many domains stand at each level, and all of them on one radar (Design 4.7, 10). */
import { profile, stagedLevel } from '../../domain/scoring/place.ts';
import { scoreAt, type Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { Drawing } from './charts/drawing.ts';
import { radar, type RadarAxis } from './charts/radar.ts';
import type { PlaceDomainView } from './place-domains.view.ts';
import { lower } from './words.ts';

export interface ProfileView {
  /** how many domains stand at each level, 0 to 4: "Foundations 3" */
  readonly profile: readonly { readonly word: string; readonly count: number }[];
  /** '' unless every domain has a level */
  readonly staged: string;
  /** on what the counts rest where some domain is not settled; '' else */
  readonly profileNote: string;
  /** null where there are too few domains, or no level in any */
  readonly radar: RadarView | null;
}

/** The drawing, and what of its key it needs. */
export interface RadarView {
  readonly drawing: Drawing;
  readonly axes: readonly RadarAxis[];
  readonly hasOpen: boolean;
  readonly hasSpread: boolean;
  readonly hasUnknown: boolean;
  readonly hasBefore: boolean;
}

export const noProfile: ProfileView = { profile: [], staged: '', profileNote: '', radar: null };

export function profileOf(
  grid: Grid,
  place: VisiblePlace,
  domains: readonly PlaceDomainView[],
): ProfileView {
  const scores = grid.domains.map(({ id }) => scoreAt(grid.scores, place.id, id));
  const counts = profile(scores);
  const staged = stagedLevel(scores);
  return {
    profile: ([0, 1, 2, 3, 4] as const).map((level) => ({
      word: grid.words.word(level),
      count: counts[level],
    })),
    staged:
      staged === null || staged === 0 ? '' : `Every domain has reached ${grid.words.word(staged)}.`,
    profileNote: scores.some(({ rag }) => rag === 'discuss')
      ? 'Domains to discuss count at their median.'
      : '',
    radar: toRadar(domains, grid.previousName),
  };
}

function toRadar(domains: readonly PlaceDomainView[], previous: string): RadarView | null {
  const axes = domains.map(toAxis);
  const drawing = radar(axes, labelOf(domains, previous));
  if (drawing === null) return null;
  return {
    drawing,
    axes,
    hasOpen: axes.some(({ open }) => open),
    hasSpread: axes.some(({ spread }) => spread !== null),
    hasUnknown: axes.some(({ level }) => level === null),
    hasBefore: axes.some(({ before }) => before !== null),
  };
}

/** Of a split that is not agreed: its median and its range, where the distribution may be seen. */
function toAxis({ name, level, before, rag, distribution }: PlaceDomainView): RadarAxis {
  const axis = { name, level, open: false, spread: null, before: before?.level ?? null };
  if (rag.code !== 'discuss' || distribution === null) return axis;
  const { median, counts } = distribution;
  const isGiven = (count: number): boolean => count > 0;
  return {
    ...axis,
    level: median,
    open: median !== null,
    spread: [counts.findIndex(isGiven), counts.findLastIndex(isGiven)],
  };
}

/** All that the table beside it holds, in one text. */
function labelOf(domains: readonly PlaceDomainView[], previous: string): string {
  const said = domains.map((domain) => {
    const before = domain.before ? `; ${previous} ${domain.before.text}` : '';
    return `${domain.name}: ${nowText(domain)}${before}.`;
  });
  return `Radar of the ${domains.length} domains. ${said.join(' ')}`;
}

function nowText({ rag, text, median }: PlaceDomainView): string {
  if (rag.code !== 'discuss') return text;
  return `to discuss, ${median === '' ? lower(text) : `${text}, median ${median}`}`;
}
