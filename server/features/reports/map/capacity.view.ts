/** Room for families by level, and what is delivered of contracts (Design 6.4). */
import { capacities, deliveryOf, deliveries, roomByLevel } from '../../../domain/map/capacity.ts';
import { lessGapId, roomGapId } from '../../../domain/map/finding-gaps.ts';
import { saidBy, tally, type Tally } from '../../../domain/map/tally.ts';
import { levelsOffered } from '../directory/levels.ts';
import { lower } from '../words.ts';
import {
  groupOf,
  optionWord,
  shareWords,
  type CountRow,
  type CountTable,
  type MapContext,
  type ServiceGroup,
} from './services.view.ts';

export interface CapacityView {
  readonly sentence: string;
  /** with room for all or most families, of those that say: "10 of 24 (42%)" */
  readonly enough: string;
  /** delivering less than contracted, of those that say */
  readonly less: string;
  readonly byLevel: CountTable;
  readonly delivery: CountTable;
}

export function toCapacity(context: MapContext): CapacityView {
  const { running } = context;
  const room = tally(running, 'capacity', capacities);
  const delivery = deliveryOf(running);
  return {
    sentence: `${roomWords(room)} ${deliveryWords(delivery)}`,
    enough: shareWords(room.of.all.length + room.of.most.length, saidBy(room)),
    less: shareWords(delivery.of.less.length, saidBy(delivery)),
    byLevel: levelTable(context),
    delivery: deliveryTable(delivery, context),
  };
}

function roomWords(room: Tally<(typeof capacities)[number]>): string {
  const whole = saidBy(room);
  if (whole === 0) return 'No running service says for how many families it has room.';
  const enough = room.of.all.length + room.of.most.length;
  const scarce = room.of.few.length + room.of.none.length;
  return `Room for all or most families who need it: ${enough} of ${whole} running services that say; for few or none: ${scarce}.`;
}

function deliveryWords(delivery: Tally<(typeof deliveries)[number]>): string {
  const whole = saidBy(delivery);
  if (whole === 0) return 'None says whether it delivers what is contracted.';
  return `Less than contracted is delivered by ${delivery.of.less.length} of ${whole} that say.`;
}

function levelTable(context: MapContext): CountTable {
  const { map, running } = context;
  const levels = levelsOffered(map);
  const words = capacities.map((id) => optionWord(map, 'capacity', id));
  const rows = roomByLevel(
    running,
    levels.map(({ id }) => id),
  ).filter(({ level, entries }) => level !== null || entries.length > 0);
  return {
    caption:
      'Running services by level, and for how many of the families who need them there is room',
    first: 'Level',
    columns: [...words, 'Not known', 'Services'],
    rows: rows.map(({ level, entries, room }): CountRow => {
      const known = levels.find(({ id }) => id === level);
      return {
        label: known?.label ?? 'Level not known',
        note: '',
        cells: [
          ...capacities.map((id) => String(room.of[id].length)),
          String(room.unknown.length),
          String(entries.length),
        ],
        groups: roomGroups(room, words, context),
        gap: context.findGap(roomGapId(level)),
      };
    }),
  };
}

function roomGroups(
  room: Tally<(typeof capacities)[number]>,
  words: readonly string[],
  context: MapContext,
): ServiceGroup[] {
  return [
    ...capacities.flatMap((id, n) =>
      groupOf(`Room for ${lower(words[n] ?? id)}`, room.of[id], context),
    ),
    ...groupOf('Not known', room.unknown, context),
  ];
}

function deliveryTable(
  delivery: Tally<(typeof deliveries)[number]>,
  context: MapContext,
): CountTable {
  const whole = saidBy(delivery);
  return {
    caption: 'Running services by what they deliver of their contract',
    first: 'Delivered',
    columns: ['Services'],
    rows: [
      ...deliveries.map((id): CountRow => {
        const label = optionWord(context.map, 'delivery', id);
        const entries = delivery.of[id];
        return {
          label,
          note: '',
          cells: [shareWords(entries.length, whole)],
          groups: groupOf(label, entries, context),
          gap: id === 'less' ? context.findGap(lessGapId) : null,
        };
      }),
      {
        label: 'Not known',
        note: '',
        cells: [String(delivery.unknown.length)],
        groups: groupOf('Not known', delivery.unknown, context),
        gap: null,
      },
    ],
  };
}
