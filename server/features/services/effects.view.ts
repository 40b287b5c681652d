/** What an entry does on the map, in words: a colour for each element and Place, and what green still needs. */
import type { Effect } from './entry.effects.ts';
import { listWords } from './words.ts';

export interface EffectView {
  /** "E3 in Ferrow Vale" */
  readonly where: string;
  readonly element: string;
  readonly rag: Effect['rag'];
  readonly word: string;
  readonly note: string;
  /** the question that would settle it; '' where there is no such single one */
  readonly href: string;
}

const words: Readonly<Record<Effect['rag'], string>> = {
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  purple: 'In development',
  white: 'Unknown',
};

export function toEffectViews(effects: readonly Effect[]): readonly EffectView[] {
  return effects.map((effect) => ({
    where: `${effect.rule.id} in ${effect.place.name}`,
    element: effect.rule.title,
    rag: effect.rag,
    word: words[effect.rag],
    ...noteOf(effect),
  }));
}

function noteOf({ rule, rag, entry }: Effect): Pick<EffectView, 'note' | 'href'> {
  if (entry.match === 'unknown') {
    const [first] = entry.wouldSettle;
    const count = entry.wouldSettle.length;
    if (first === undefined) return { note: 'Other entries decide.', href: '' };
    return { note: count === 1 ? 'One answer' : `${count} answers`, href: `#${first}` };
  }
  const lacking = rule.green
    .filter(({ code }) => entry.failed.includes(code) || entry.unknown.includes(code))
    .map(({ label }) => label);
  if (lacking.length > 0) return { note: `Green needs ${listWords(lacking)}.`, href: '' };
  return { note: rag === 'green' ? 'It meets everything green needs.' : '', href: '' };
}
