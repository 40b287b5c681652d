/** The parts of a domain's answer: each mark, the level, each text, the links. */
import type { LevelItem } from '../instrument/definition.ts';
import type { LevelAnswer } from './answers.ts';

const own = ['level', 'reason', 'evidence', 'noEvidence', 'links'] as const;
export type LevelPart =
  { readonly kind: 'mark'; readonly criterion: string } | { readonly kind: (typeof own)[number] };

/** In the order of the page. */
export function levelParts({ descriptors }: LevelItem): readonly LevelPart[] {
  const criteria = descriptors.flatMap((descriptor) => descriptor.criteria);
  return [
    ...criteria.map(({ id }): LevelPart => ({ kind: 'mark', criterion: id })),
    ...own.map((kind): LevelPart => ({ kind })),
  ];
}

/** Ids of criteria hold no underscore, so that no two parts have the same. */
export function levelPartId(part: LevelPart): string {
  return part.kind === 'mark' ? markId(part.criterion) : part.kind;
}

const MARK = 'criteria_';

/** The id of the mark of a criterion. */
export const markId = (criterionId: string): string => `${MARK}${criterionId}`;

/** The criterion whose mark has this id; undefined for any other part's. */
export function criterionOf(partId: string): string | undefined {
  return partId.startsWith(MARK) ? partId.slice(MARK.length) : undefined;
}

export function levelPartValue(answer: LevelAnswer, part: LevelPart): unknown {
  if (part.kind !== 'mark') return answer[part.kind];
  return Object.hasOwn(answer.criteria, part.criterion)
    ? answer.criteria[part.criterion]
    : undefined;
}
