/** The pages that need no sign-in: help, glossary, accessibility, privacy, cookies. */
import type { Term } from '../../domain/instrument/definition.ts';
import { template } from '../../web/reply.ts';

export type StaticView = Record<string, never>;
export const helpPage = template<StaticView>('pages/help');
export const accessibilityPage = template<StaticView>('pages/accessibility');
export const privacyPage = template<StaticView>('pages/privacy');
export const cookiesPage = template<StaticView>('pages/cookies');

export interface GlossaryView {
  readonly terms: readonly Term[];
}
export const glossaryPage = template<GlossaryView>('pages/glossary');

/** Every term of every instrument once, in alphabetical order; the first instrument that has it wins. */
export function toGlossaryView(terms: readonly Term[]): GlossaryView {
  const byId = new Map<string, Term>();
  for (const term of terms) if (!byId.has(term.id)) byId.set(term.id, term);
  return {
    terms: [...byId.values()].sort((a, b) => a.term.localeCompare(b.term, 'en-GB')),
  };
}
