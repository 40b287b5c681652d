/** The support elements of a Place in review: derived colour, agreed colour, who agreed. */
import { elementsAt } from '../../results/elements.ts';
import { counted } from '../../web/english.ts';
import { toRag, type RagView } from '../../web/glyphs/rag.ts';
import { paths } from '../../web/paths.ts';
import { formatDate } from '../../web/time.ts';
import type { Agreed } from './agreed.queries.ts';
import { agreedOn, type ReviewFacts } from './review.load.ts';
import { toElementStanding, type StandingView } from './standing.view.ts';

export interface ReviewedElementView {
  readonly name: string;
  readonly href: string;
  readonly derived: RagView;
  /** the colour that was agreed; null where nothing is */
  readonly agreed: RagView | null;
  /** "as derived"; '' where another colour is agreed, or nothing */
  readonly same: string;
  /** "3 reviewers present, no dissent, 4 March 2026"; '' where nothing is agreed */
  readonly who: string;
}

/** `review/parts/elements`; none where the round does not ask the map. */
export interface ReviewedElements {
  readonly elements: readonly ReviewedElementView[];
}

export function toReviewedElements(facts: ReviewFacts): ReviewedElementView[] {
  const { map, round, place } = facts;
  if (!map) return [];
  return elementsAt(map, place.id).map(({ rule, cell }) => {
    const stands = agreedOn(facts, 'element', rule.id);
    return {
      name: rule.title,
      href: paths.reviewElement(round.slug, place.slug, rule.id),
      derived: toRag(cell.rag),
      agreed: stands ? toRag(stands.colour ?? cell.rag) : null,
      same: stands && (stands.colour ?? cell.rag) === cell.rag ? 'as derived' : '',
      who: stands ? whoAgreed(stands) : '',
    };
  });
}

function whoAgreed({ presentIds, dissent, agreedAt }: Agreed): string {
  const there = counted(presentIds.length, 'reviewer', 'reviewers');
  const said = dissent === null ? 'no dissent' : 'dissent recorded';
  return `${there} present, ${said}, ${formatDate(agreedAt)}`;
}

/** Those that something is agreed of, with the words of it. */
export function toAgreedElements(
  facts: ReviewFacts,
): { readonly name: string; readonly href: string; readonly stands: StandingView }[] {
  const { map, round, place, quorum } = facts;
  if (!map) return [];
  return elementsAt(map, place.id).flatMap(({ rule, cell }) => {
    const stands = agreedOn(facts, 'element', rule.id);
    if (!stands) return [];
    return [
      {
        name: rule.title,
        href: paths.reviewElement(round.slug, place.slug, rule.id),
        stands: toElementStanding(stands, cell.rag, quorum),
      },
    ];
  });
}
