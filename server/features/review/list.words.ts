/** What a Place's list says of itself: how far it is, each figure leading to where it comes from. */
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import type { ReviewFacts } from './review.load.ts';

/** Words with a figure, and where it comes from; href '' where there is nothing to show. */
export interface TracedWords {
  readonly text: string;
  readonly href: string;
}

export const filters = ['all', 'mine', 'splits'] as const;
export type Filter = (typeof filters)[number];

export function headingOf(all: number, open: number): string {
  if (open > 0) return 'what is left to agree';
  return all === 0 ? 'review' : 'reviewed';
}

interface Counts {
  readonly all: number;
  readonly decided: number;
  readonly splits: number;
  readonly mine: number;
}

export function ledeOf(
  { all, decided, splits, mine }: Counts,
  { round, place }: ReviewFacts,
): TracedWords[] {
  if (all === 0) return [{ text: 'This round does not ask the maturity grid.', href: '' }];
  if (decided === all) return [{ text: `All ${all} are agreed or set aside.`, href: '#agreed' }];
  const shown = (show: Filter): string => paths.review(round.slug, place.slug, { show });
  const lede = [{ text: `${decided} of ${all} agreed.`, href: decided === 0 ? '' : '#agreed' }];
  lede.push(
    splits === 0
      ? { text: 'Nothing that is left divides the agencies.', href: '' }
      : {
          text: `${counted(splits, 'domain divides', 'domains divide')} the agencies.`,
          href: shown('splits'),
        },
  );
  if (mine > 0) {
    const missing = `Your own view is missing on ${counted(mine, 'domain', 'domains')}.`;
    lede.push({ text: missing, href: shown('mine') });
  }
  return lede;
}

export function emptyWords({
  all,
  open,
  wanted,
}: Readonly<Record<'all' | 'open' | 'wanted', number>>): string {
  if (all === 0 || open === 0 || wanted > 0) return '';
  return 'Nothing of what is left is like this. Choose another list above.';
}
