/** What was recorded since a workshop screen was drawn: told there, and never put over what is being typed. */
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import { template } from '../../web/reply.ts';
import type { Agreed } from './agreed.queries.ts';

export interface NewsView {
  readonly items: readonly {
    /** "Financial investment: Early growth, recorded by Ines Okonjo" */
    readonly text: string;
    readonly href: string;
  }[];
}
export const newsFragment = template<NewsView>('review/parts/news');

type Recorded = Pick<Agreed, 'subject' | 'itemId' | 'revision' | 'level' | 'agreedBy'>;

/** How often each domain has been recorded, in the grid's order: "1-0-2". */
export function seenOf(
  domains: readonly Pick<LevelItem, 'id'>[],
  agreed: readonly Recorded[],
): string {
  return domains.map(({ id }) => recordedOf(agreed, id)?.revision ?? 0).join('-');
}

const recordedOf = (agreed: readonly Recorded[], id: string): Recorded | undefined =>
  agreed.find(({ subject, itemId }) => subject === 'domain' && itemId === id);

interface NewsFacts {
  readonly domains: readonly LevelItem[];
  readonly words: LevelWords;
  readonly agreed: readonly Recorded[];
  /** what the screen knew; anything else tells all */
  readonly seen: string;
  readonly hrefOf: (domainId: string) => string;
}

export function toNewsView({ domains, words, agreed, seen, hrefOf }: NewsFacts): NewsView {
  const known = seen.split('-').map(Number);
  return {
    items: domains.flatMap(({ id, text }, n) => {
      const now = recordedOf(agreed, id);
      if (!now || now.revision <= (known[n] ?? 0)) return [];
      const level = now.level === null ? 'set aside' : words.word(now.level);
      return [{ text: `${text}: ${level}, recorded by ${now.agreedBy}`, href: hrefOf(id) }];
    }),
  };
}
