/** A response's content as the domain's functions read it, and how far each of its sections has come. */
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import {
  missingInResponse,
  type MissingInResponse,
  type ResponseState,
} from '../../domain/answers/response.completeness.ts';
import type { Definition, Section } from '../../domain/instrument/definition.ts';
import { isSimple, itemsOf, levelItems } from '../../domain/instrument/items.ts';
import type { Content } from './content.queries.ts';

/** A simple item that was answered once and then emptied: no answer, but its history goes on. */
export const CLEARED = '';

export function toState(definition: Definition, content: Content): ResponseState {
  const valueOf = (itemId: string): unknown => content.answers.get(itemId)?.value;
  const levels = levelItems(definition).flatMap(({ id }) => {
    const value = valueOf(id);
    return value === undefined ? [] : [[id, value as LevelAnswer] as const];
  });
  const simple = itemsOf(definition).flatMap(({ item }) => {
    const value = isSimple(item) ? valueOf(item.id) : undefined;
    return value === undefined || value === CLEARED
      ? []
      : [[item.id, value as SimpleAnswer] as const];
  });
  return {
    levels: Object.fromEntries(levels),
    answers: Object.fromEntries(simple),
    entries: content.entries,
    absences: content.noService.map(({ groupId, placeId }) => ({ group: groupId, place: placeId })),
    groups: content.groups,
    undecided: content.undecided,
    places: content.roundPlaces.filter(({ id }) => content.servedIds.includes(id)),
  };
}

export type SectionStatus = 'not-started' | 'started' | 'done';
export interface SectionProgress {
  readonly section: Section;
  readonly status: SectionStatus;
  readonly missing: readonly MissingInResponse[];
}
export interface Progress {
  readonly sections: readonly SectionProgress[];
  readonly done: number;
  readonly missing: readonly MissingInResponse[];
  /** is there any answer at all? */
  readonly started: boolean;
}

export function progressOf(definition: Definition, state: ResponseState): Progress {
  const missing = missingInResponse(definition, state);
  const sections = definition.sections.map((section): SectionProgress => {
    const lacks = missing.filter(({ sectionId }) => sectionId === section.id);
    const begun = section.items.some((item) => hasAnswer(item.id, state, item.type === 'entries'));
    const status = begun ? (lacks.length === 0 ? 'done' : 'started') : 'not-started';
    return { section, status, missing: lacks };
  });
  return {
    sections,
    missing,
    done: sections.filter(({ status }) => status === 'done').length,
    started: sections.some(({ status }) => status !== 'not-started'),
  };
}

function hasAnswer(itemId: string, state: ResponseState, isEntries: boolean): boolean {
  if (isEntries) return state.entries.length > 0 || state.absences.length > 0;
  if (Object.hasOwn(state.answers, itemId)) return true;
  const level = Object.hasOwn(state.levels, itemId) ? state.levels[itemId] : undefined;
  if (level === undefined) return false;
  const { criteria, ...rest } = level;
  return Object.keys(criteria).length > 0 || Object.keys(rest).length > 0;
}
