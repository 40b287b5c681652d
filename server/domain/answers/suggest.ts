/** The level that the marks of a domain's criteria suggest, with its working (Design 4.1). */
import type { Criterion, LevelDescriptor, LevelItem } from '../instrument/definition.ts';
import type { Level, Mark } from '../scoring/score.ts';

/** Marks by criterion id; a criterion left out is not answered. */
export type Marks = Readonly<Record<string, Mark>>;

export interface MarkedCriterion {
  readonly id: string;
  /** undefined: not answered */
  readonly mark: Mark | undefined;
}

/** How far one level's criteria are met. */
export interface LevelProgress {
  readonly level: Level;
  /** required criteria met */
  readonly met: number;
  /** required criteria partly met, which does not count as met */
  readonly partly: number;
  /** required criteria */
  readonly required: number;
  /** criteria with any mark, "don't know" and optional ones included */
  readonly answered: number;
  /** all criteria, optional ones included */
  readonly total: number;
}

export interface Suggestion {
  /** null: a criterion that decides is not answered, or not known */
  readonly level: Level | null;
  /** the lowest level that is not whole, and which of its required criteria are not met; null at level 4 */
  readonly holdsBack: {
    readonly level: Level;
    readonly criteria: readonly MarkedCriterion[];
  } | null;
  /** towards that same level: (met + half of partly) / required, 0 to 1; null at level 4 */
  readonly progress: {
    readonly towards: Level;
    readonly met: number;
    readonly partly: number;
    readonly required: number;
    readonly share: number;
  } | null;
  /** every level that the item describes, in its order */
  readonly perLevel: readonly LevelProgress[];
}

/**
 * The highest level up to which every required criterion is met; 0 where level 1 is not whole.
 * "Not" and "partly" settle that a level is not whole, whatever else is unanswered in it. Total.
 */
export function suggestLevel(item: LevelItem, criteria: Marks): Suggestion {
  const perLevel = item.descriptors.map((descriptor) => progressOf(descriptor, criteria));
  const next = item.descriptors.find((descriptor) => lacking(descriptor, criteria).length > 0);
  if (next === undefined) {
    return { level: highestOf(item), holdsBack: null, progress: null, perLevel };
  }
  const lacks = lacking(next, criteria);
  return {
    level: lacks.some(isSettled) ? asLevel(next.level - 1) : null,
    holdsBack: { level: asLevel(next.level), criteria: lacks },
    progress: towards(progressOf(next, criteria)),
    perLevel,
  };
}

function lacking({ criteria }: LevelDescriptor, marks: Marks): MarkedCriterion[] {
  return criteria
    .filter(({ required }) => required)
    .map(({ id }) => ({ id, mark: markOf(marks, id) }))
    .filter(({ mark }) => mark !== 'met');
}

function isSettled({ mark }: MarkedCriterion): boolean {
  return mark === 'not' || mark === 'partly';
}

function progressOf({ level, criteria }: LevelDescriptor, marks: Marks): LevelProgress {
  const required = criteria.filter((criterion) => criterion.required);
  return {
    level: asLevel(level),
    met: countOf('met', required, marks),
    partly: countOf('partly', required, marks),
    required: required.length,
    answered: criteria.filter((criterion) => isAnswered(criterion, marks)).length,
    total: criteria.length,
  };
}

function countOf(mark: Mark, criteria: readonly Criterion[], marks: Marks): number {
  return criteria.filter(({ id }) => markOf(marks, id) === mark).length;
}

function towards({ level, met, partly, required }: LevelProgress) {
  return { towards: level, met, partly, required, share: (met + partly / 2) / required };
}

function isAnswered({ id }: Criterion, marks: Marks): boolean {
  return markOf(marks, id) !== undefined;
}

// Inherited names are no answers.
function markOf(marks: Marks, id: string): Mark | undefined {
  return Object.hasOwn(marks, id) ? marks[id] : undefined;
}

function highestOf({ descriptors }: LevelItem): Level {
  return asLevel(descriptors.at(-1)?.level ?? 0);
}

const levels: readonly Level[] = [0, 1, 2, 3, 4];

/** A checked definition has no other levels. */
function asLevel(level: number): Level {
  return levels.find((known) => known === level) ?? 0;
}
