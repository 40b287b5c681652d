/** Pages that need no sign-in and say the same to everybody: glossary, accessibility, privacy, cookies. */
import type { GlossaryGroup } from '../../domain/glossary/glossary.ts';
import { template } from '../../web/reply.ts';

export type StaticView = Record<string, never>;
export const accessibilityPage = template<StaticView>('pages/accessibility');
export const privacyPage = template<StaticView>('pages/privacy');
export const cookiesPage = template<StaticView>('pages/cookies');

export interface GlossaryView {
  readonly groups: readonly GlossaryGroup[];
}
export const glossaryPage = template<GlossaryView>('pages/glossary');
