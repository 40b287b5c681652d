/** The draft results of a Place in short: every domain and element with what it stands at, and why. */
import { elementsAt } from '../../results/elements.ts';
import { scoreAt, type Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { agreedColourWords } from '../../web/agreed-colour.ts';
import { domainWhy, levelText, showsDistribution } from '../../web/domain-words.ts';
import { toRag, type RagView } from '../../web/glyphs/rag.ts';

export interface DraftRow {
  readonly name: string;
  readonly rag: RagView;
  /** the level's word; '' of an element */
  readonly level: string;
  /** the chair's rationale, else what the answers say; '' of an element that is not agreed */
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

/** The colour that holds; where the reviewers agreed one, with the derived one and their reason. */
export function draftElements(map: ServiceMap, place: VisiblePlace): DraftRow[] {
  return elementsAt(map, place.id).map(({ rule, cell, rag, agreed }) => ({
    name: rule.title,
    rag: toRag(rag),
    level: '',
    why: agreed ? `${agreedColourWords(cell.rag, agreed.colour).brief}. ${agreed.rationale}` : '',
  }));
}

/** `factual-check/draft` */
export interface DraftPart {
  readonly caption: string;
  readonly rows: readonly DraftRow[];
  /** with a column for why */
  readonly words: boolean;
}
