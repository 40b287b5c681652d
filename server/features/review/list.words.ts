/** How far a Place's review is, in words. */
import { counted } from '../../web/english.ts';

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

export function ledeOf({ all, decided, splits, mine }: Counts): string {
  if (all === 0) return 'This round does not ask the maturity grid.';
  const divided =
    splits === 0
      ? 'Nothing that is left divides the agencies.'
      : `${counted(splits, 'domain divides', 'domains divide')} the agencies.`;
  const yours =
    mine === 0 ? '' : ` Your own view is missing on ${counted(mine, 'domain', 'domains')}.`;
  return decided === all
    ? `All ${all} are agreed or set aside.`
    : `${decided} of ${all} agreed. ${divided}${yours}`;
}

export function emptyWords({
  all,
  open,
  wanted,
}: Readonly<Record<'all' | 'open' | 'wanted', number>>): string {
  if (all === 0 || open === 0 || wanted > 0) return '';
  return 'Nothing of what is left is like this. Choose another list above.';
}
