/** A section that can't be changed: what stands in it, and what came too late. */
import type { Section } from '../../domain/instrument/definition.ts';
import { template } from '../../web/reply.ts';
import type { BlocksView } from './blocks.view.ts';
import type { Opened } from './opened.ts';
import { frozenWords, toHeader, type HeaderView } from './response.words.ts';
import { toSectionNav, type SectionNav } from './section-nav.view.ts';
import type { Progress } from './state.ts';

export interface SectionReadView {
  readonly header: HeaderView;
  readonly heading: string;
  readonly frozen: string;
  readonly stored: BlocksView;
  /** what was sent after the answers were frozen; null where nothing was */
  readonly late: BlocksView | null;
  readonly nav: SectionNav;
}
export const sectionReadPage = template<SectionReadView>('responses/section-read');

export interface SectionReadInput {
  readonly opened: Opened;
  readonly section: Section;
  readonly which: string;
  readonly stored: BlocksView;
  readonly late: BlocksView | null;
  readonly progress: Progress;
}

export function toSectionReadView(input: SectionReadInput): SectionReadView {
  const { opened, section, which, stored, late, progress } = input;
  return {
    header: toHeader(opened, which),
    heading: section.title,
    frozen: frozenWords(opened),
    stored,
    late,
    nav: toSectionNav(opened.response.id, progress, section.id),
  };
}
