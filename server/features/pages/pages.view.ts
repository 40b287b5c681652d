/** The pages that need no sign-in: help, glossary, accessibility, privacy, cookies. */
import type { GlossaryGroup } from '../../domain/glossary/glossary.ts';
import { template } from '../../web/reply.ts';

export type StaticView = Record<string, never>;
export const helpPage = template<StaticView>('pages/help');
export const accessibilityPage = template<StaticView>('pages/accessibility');
export const privacyPage = template<StaticView>('pages/privacy');
export const cookiesPage = template<StaticView>('pages/cookies');

export interface GlossaryView {
  readonly groups: readonly GlossaryGroup[];
}
export const glossaryPage = template<GlossaryView>('pages/glossary');
