/** For how many babies there is no room, and whether all have said what room they have (Design 7). */
import { entriesOfPlace } from '../../domain/elements/element-entry.ts';
import { levelCapacity, shortfall, type LevelCapacity } from '../../domain/needs/capacity.ts';
import type { Range } from '../../domain/needs/need.ts';
import { mapProgress, type ServiceMap } from '../../results/service-map.ts';
import { rangeWords } from './need-words.ts';

export type NeedLevel = 'targeted' | 'specialist';

/** Families for whom the services of a Place have room. */
export interface Room extends Readonly<Record<NeedLevel, LevelCapacity>> {
  /** agencies that are asked and have not submitted */
  readonly silentAgencies: number;
}

export function roomOf(map: ServiceMap, place: string): Room {
  const { running } = entriesOfPlace(map.rules, map.entries, place);
  const { assigned, submitted } = mapProgress(map, place);
  return {
    targeted: levelCapacity(running, place, 'targeted'),
    specialist: levelCapacity(running, place, 'specialist'),
    silentAgencies: assigned - submitted,
  };
}

export interface Shortfall {
  readonly babies: Range;
  /** somebody has not said for how many families there is room */
  readonly atMost: boolean;
}

/** Null where no map is asked. */
export function shortfallOf(babies: Range, room: Room | null, level: NeedLevel): Shortfall | null {
  if (!room) return null;
  const { families, silent } = room[level];
  return { babies: shortfall(babies, families), atMost: silent + room.silentAgencies > 0 };
}

export function shortfallWords(missing: Shortfall | null): string {
  if (!missing) return 'Not known';
  if (Math.round(missing.babies[1]) === 0) return 'None';
  const words = rangeWords(missing.babies);
  return missing.atMost ? `At most ${words}` : words;
}
