/** All sections of a response with how far each has come: beside a section's page. */
import { paths } from '../../web/paths.ts';
import type { Progress, SectionStatus } from './state.ts';

interface NavItem {
  readonly text: string;
  readonly href: string;
  readonly status: string;
  readonly current: boolean;
}
export interface SectionNav {
  /** "All 11 parts: 5 done" */
  readonly summary: string;
  readonly items: readonly NavItem[];
}

export const statusWords: Readonly<Record<SectionStatus, string>> = {
  'not-started': 'Not started',
  started: 'Started',
  done: 'Done',
};

export function toSectionNav(responseId: string, progress: Progress, here: string): SectionNav {
  const { sections, done } = progress;
  return {
    summary: `All ${sections.length} parts: ${done} done`,
    items: sections.map(({ section, status }) => ({
      text: section.title,
      href: paths.section(responseId, section.id),
      status: section.id === here ? 'You are here' : statusWords[status],
      current: section.id === here,
    })),
  };
}
