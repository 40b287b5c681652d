/** What a section's work amounts to: its status in words, what changed since it was marked, and what a form gives to whom. */
import type { Section } from '../../domain/instrument/definition.ts';
import { counted } from '../../web/english.ts';
import type { Content } from './content.queries.ts';
import type { Gift, LastChange, SectionWork } from './section-work.queries.ts';
import type { SectionProgress } from './state.ts';

export function workOf(
  works: readonly SectionWork[],
  responseId: string,
  sectionId: string,
): SectionWork | undefined {
  return works.find((one) => one.responseId === responseId && one.sectionId === sectionId);
}

/** The mark is somebody's word, completeness is counted: each is said, and neither hides the other. */
export function statusOf(
  { status, missing }: Pick<SectionProgress, 'status' | 'missing'>,
  work: Pick<SectionWork, 'doneAt'> | undefined,
): string {
  if (work?.doneAt) {
    if (missing.length === 0) return 'Done';
    return `Marked as done, ${counted(missing.length, 'thing', 'things')} missing`;
  }
  if (status === 'not-started') return 'Not started';
  return status === 'done' ? 'Nothing missing' : 'In progress';
}

/** The last change of a section; undefined where nothing was ever saved. @param entries of its entries, if it has any */
export function lastChangeOf(
  section: Section,
  { answers }: Pick<Content, 'answers'>,
  entries: LastChange | undefined,
): LastChange | undefined {
  const own = section.items.flatMap(({ id, type }): LastChange[] => {
    if (type === 'entries') return entries ? [entries] : [];
    const answer = answers.get(id);
    if (!answer) return [];
    return [{ at: answer.updatedAt, by: answer.updatedBy, byId: answer.updatedById }];
  });
  return own.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1);
}

export function isChangedSince(
  work: Pick<SectionWork, 'doneAt'> | undefined,
  last: LastChange | undefined,
): boolean {
  return Boolean(work?.doneAt && last && last.at > work.doneAt);
}

/** One section of a form that gives them out. */
export interface Choice {
  readonly sectionId: string;
  /** '' for nobody */
  readonly chosen: string;
  /** what the page showed: what a colleague gave out meanwhile stays, unless it is chosen otherwise here */
  readonly shown: string;
}

/** What the form changes, and that is not so already. */
export function decideGifts(
  choices: readonly Choice[],
  works: readonly Pick<SectionWork, 'sectionId' | 'givenToId'>[],
): Gift[] {
  return choices.flatMap(({ sectionId, chosen, shown }): Gift[] => {
    const now = works.find((work) => work.sectionId === sectionId)?.givenToId ?? '';
    if (chosen === shown || chosen === now) return [];
    return [{ sectionId, personId: chosen === '' ? null : chosen }];
  });
}
