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
  return part.kind === 'mark' ? `criteria_${part.criterion}` : part.kind;
}

export function levelPartValue(answer: LevelAnswer, part: LevelPart): unknown {
  if (part.kind !== 'mark') return answer[part.kind];
  return Object.hasOwn(answer.criteria, part.criterion)
    ? answer.criteria[part.criterion]
    : undefined;
}

/** The answer with one part as it was in another, and all else as it is. */
export function takeLevelPart(answer: LevelAnswer, old: LevelAnswer, part: LevelPart): LevelAnswer {
  if (part.kind !== 'mark') {
    return own.reduce<LevelAnswer>(
      (made, kind) => ({ ...made, ...only(kind === part.kind ? old : answer, kind) }),
      { criteria: answer.criteria },
    );
  }
  const others = Object.entries(answer.criteria).filter(([id]) => id !== part.criterion);
  const mark = Object.entries(old.criteria).filter(([id]) => id === part.criterion);
  return { ...answer, criteria: Object.fromEntries([...others, ...mark]) };
}

function only(answer: LevelAnswer, kind: (typeof own)[number]): Partial<LevelAnswer> {
  return answer[kind] === undefined ? {} : { [kind]: answer[kind] };
}
