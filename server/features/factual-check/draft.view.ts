/** The draft results of a Place in short: every domain and element with what it stands at, and why. */
import { scoreAt, type Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { domainWhy, levelText, showsDistribution } from '../../web/domain-words.ts';
import { toRag, type RagView } from '../../web/glyphs/rag.ts';

export interface DraftRow {
  readonly name: string;
  readonly rag: RagView;
  /** the level's word; '' of an element */
  readonly level: string;
  /** the chair's rationale, else what the answers say; '' of an element */
  readonly why: string;
}

/** In the grid's order. */
export function draftDomains(grid: Grid, place: VisiblePlace): DraftRow[] {
  return grid.domains.map(({ id, text }) => {
    const score = scoreAt(grid.scores, place.id, id);
    const context = { words: grid.words, shown: showsDistribution(score, place.names) };
    const agreed = grid.agreed.find((row) => row.placeId === place.id && row.itemId === id);
    return {
      name: text,
      rag: toRag(score.rag),
      level: levelText(score, context),
      why: agreed ? agreed.rationale : domainWhy(score, context).join(' '),
    };
  });
}

export function draftElements({ rules, places }: ServiceMap, place: VisiblePlace): DraftRow[] {
  const cells = places.get(place.id)?.elements ?? [];
  return rules.elements.flatMap(({ id, title }) => {
    const cell = cells.find(({ element }) => element === id);
    return cell ? [{ name: title, rag: toRag(cell.rag), level: '', why: '' }] : [];
  });
}

/** `factual-check/draft` */
export interface DraftPart {
  readonly caption: string;
  readonly rows: readonly DraftRow[];
  /** with a column for why */
  readonly words: boolean;
}
