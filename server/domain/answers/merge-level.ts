/** Two people's answers to one domain put together: each mark, the level and each text is one's own or the other's. */
import type { Mark } from '../scoring/score.ts';
import type { LevelAnswer } from './answers.ts';
import { criterionOf, markId } from './level-parts.ts';

/** An id of `levelPartId`. */
type PartId = string;

export interface LevelMerge {
  /** mine, with theirs where I changed nothing */
  readonly value: LevelAnswer;
  /** what both changed, and not to the same: the value has mine */
  readonly clashes: readonly PartId[];
}

/** @param base what I started from */
export function mergeLevel(base: LevelAnswer, theirs: LevelAnswer, mine: LevelAnswer): LevelMerge {
  const [was, their, my] = [partsOf(base), partsOf(theirs), partsOf(mine)];
  const parts = [...new Set([...was.keys(), ...their.keys(), ...my.keys()])];
  const same = (one: typeof was, other: typeof was, part: PartId): boolean =>
    isSame(one.get(part), other.get(part));
  const untouched = parts.filter((part) => same(my, was, part));
  const clashes = parts.filter(
    (part) => !same(my, was, part) && !same(their, was, part) && !same(my, their, part),
  );
  return { value: withParts(mine, theirs, untouched), clashes };
}

/** What one has otherwise than the other. */
export function differingParts(one: LevelAnswer, other: LevelAnswer): readonly PartId[] {
  const [some, others] = [partsOf(one), partsOf(other)];
  return [...new Set([...some.keys(), ...others.keys()])].filter(
    (part) => !isSame(some.get(part), others.get(part)),
  );
}

/** The answer, with these parts as in another. */
export function withParts(
  answer: LevelAnswer,
  other: LevelAnswer,
  parts: readonly PartId[],
): LevelAnswer {
  const others = partsOf(other);
  const kept = [...partsOf(answer)].filter(([part]) => !parts.includes(part));
  const taken = parts.flatMap((part) =>
    others.has(part) ? [[part, others.get(part)] as const] : [],
  );
  return fromParts([...kept, ...taken]);
}

/** Marks, levels, texts and lists of links. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function partsOf({ criteria, ...rest }: LevelAnswer): Map<PartId, unknown> {
  const marks = Object.entries(criteria).map(([id, mark]) => [markId(id), mark] as const);
  return new Map<PartId, unknown>([...marks, ...Object.entries(rest)]);
}

function fromParts(parts: readonly (readonly [PartId, unknown])[]): LevelAnswer {
  const criteria = parts.flatMap(([part, mark]) => {
    const criterion = criterionOf(part);
    return criterion === undefined ? [] : [[criterion, mark as Mark] as const];
  });
  const rest = parts.filter(([part]) => criterionOf(part) === undefined);
  return { ...Object.fromEntries(rest), criteria: Object.fromEntries(criteria) };
}
