/** All sections of a response with how far each has come: beside a section's page. */
import { paths } from '../../web/paths.ts';
import { statusOf } from './section-work.ts';
import type { Progress } from './state.ts';

interface NavItem {
  readonly text: string;
  readonly href: string;
  readonly status: string;
  readonly current: boolean;
}
export interface SectionNav {
  /** "All 11 parts: nothing missing in 5" */
  readonly summary: string;
  readonly items: readonly NavItem[];
}

export function toSectionNav(responseId: string, progress: Progress, here: string): SectionNav {
  const { sections, done } = progress;
  return {
    summary: `All ${sections.length} parts: nothing missing in ${done}`,
    items: sections.map((one) => ({
      text: one.section.title,
      href: paths.section(responseId, one.section.id),
      status: one.section.id === here ? 'You are here' : statusOf(one, undefined),
      current: one.section.id === here,
    })),
  };
}
