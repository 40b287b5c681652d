/** Makes a believable answer to a domain from the level that an invented agency chose. */
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import type { LevelDescriptor, LevelItem } from '../../domain/instrument/definition.ts';
import type { Level, Mark } from '../../domain/scoring/score.ts';
import type { SeedAnswer } from './seed.types.ts';

const settled: readonly Mark[] = ['partly', 'not'];
const nextLevel: readonly Mark[] = ['partly', 'not', 'unknown', 'met'];
const beyond: readonly Mark[] = ['not', 'not', 'unknown', 'partly', 'not'];

/** A number from a text, the same each time (FNV-1a), so that agencies differ as people do. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash >>> 8;
}

const pick = <T>(from: readonly T[], text: string): T | undefined =>
  from[numberOf(text) % from.length];

/**
 * Everything met up to the level. Of the next one criterion, which the agency would name, is not met: so
 * that its level is the one that its marks suggest.
 */
function marksOf(
  { level, criteria }: LevelDescriptor,
  chosen: number,
  voice: string,
): (readonly [string, Mark])[] {
  const lacking = pick(
    criteria.filter(({ required }) => required),
    `${voice} lacks`,
  );
  return criteria.map(({ id }) => {
    if (level <= chosen) return [id, 'met'];
    const own = `${voice} ${id}`;
    if (level > chosen + 1) return [id, pick(beyond, own) ?? 'not'];
    return [id, pick(id === lacking?.id ? settled : nextLevel, own) ?? 'not'];
  });
}

/**
 * @param chosen null is "We can't say": every criterion not known
 * @param voice who answers, about where: two of them mark the same level differently
 */
export function gridAnswer(
  item: LevelItem,
  chosen: number | null,
  { marksAs, ...said }: SeedAnswer,
  voice: string,
): LevelAnswer {
  const marks = item.descriptors.flatMap((descriptor) =>
    chosen === null
      ? descriptor.criteria.map(({ id }): readonly [string, Mark] => [id, 'unknown'])
      : marksOf(descriptor, marksAs ?? chosen, `${voice} ${item.id}`),
  );
  return { criteria: Object.fromEntries(marks), level: chosen as Level | null, ...said };
}

/** A row of the files as levels: null for "We can't say", undefined for not answered. */
export function levelsOf(row: string): (number | null | undefined)[] {
  return Array.from(row, (sign) => {
    if (sign === '.') return undefined;
    return sign === '?' ? null : Number(sign);
  });
}
