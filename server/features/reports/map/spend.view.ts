/** What running services cost, by level and by commissioner, as far as it may be told (Design 1, 6.4). */
import {
  spendBy,
  spendLines,
  sumOf,
  tellable,
  type SpendLine,
  type SpendSum,
} from '../../../domain/map/spending.ts';
import { counted } from '../words.ts';
import { optionWord, toItem, type CountTable, type MapContext } from './services.view.ts';

export interface SpendView {
  readonly sentence: string;
  /** "£212,000"; "Not told" where it would be one agency's, "Nobody says" */
  readonly total: string;
  /** null where it may not be told, or there is none */
  readonly byLevel: CountTable | null;
  readonly byCommissioner: CountTable | null;
  readonly note: string;
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});

const rests =
  'Only figures given for a Place and level are counted: a service that gives none, or one total for several, is not in the sum.';

/** @param leastAgencies those who see no names are told a sum of so many or more */
export function toSpend(context: MapContext, leastAgencies: number): SpendView {
  const lines = spendLines(context.running, context.places);
  if (lines.length === 0) {
    return {
      ...nothing,
      total: 'Nobody says',
      sentence: 'No running service says what it costs a year.',
    };
  }
  if (!context.names) return toldToAll(lines, context, leastAgencies);
  const levels = spendBy(lines, ({ level }) => level);
  const commissioners = spendBy(lines, (line) => line.commissioners);
  return {
    sentence: totalWords(lines, context),
    total: pounds.format(sumOf(lines)),
    byLevel: tableOf('level', levels.map(named('levels', context)), context),
    byCommissioner: tableOf(
      'commissioner',
      commissioners
        .toSorted((one, other) => other.total - one.total)
        .map((sum) => ({ ...sum, label: sum.key || 'Not named' })),
      context,
    ),
    note: `${rests} Commissioners are as each agency wrote them.`,
  };
}

const nothing = { byLevel: null, byCommissioner: null, note: '' };

/** Totals only; never a part that is one agency's. */
function toldToAll(lines: readonly SpendLine[], context: MapContext, least: number): SpendView {
  if (!tellable([{ lines }], least)) {
    return {
      ...nothing,
      total: 'Not told',
      sentence: 'Too few agencies say what their services cost for a total to be told.',
    };
  }
  const levels = spendBy(lines, ({ level }) => level);
  const told = tellable(levels, least);
  return {
    sentence: totalWords(lines, context),
    total: pounds.format(sumOf(lines)),
    byLevel: told ? tableOf('level', levels.map(named('levels', context)), context) : null,
    byCommissioner: null,
    note: told ? rests : `${rests} By level it would tell what one agency spends.`,
  };
}

function totalWords(lines: readonly SpendLine[], { running }: MapContext): string {
  const services = new Set(lines.map(({ entry }) => entry.id)).size;
  return `Known spend: ${pounds.format(sumOf(lines))} a year, from ${services} of ${counted(running.length, 'running service', 'running services')}.`;
}

interface LabelledSum extends SpendSum {
  readonly label: string;
}

const named =
  (item: string, { map }: MapContext) =>
  (sum: SpendSum): LabelledSum => ({
    ...sum,
    label: optionWord(map, item, sum.key),
  });

function tableOf(
  by: 'level' | 'commissioner',
  sums: readonly LabelledSum[],
  context: MapContext,
): CountTable {
  return {
    caption: `Known spend a year by ${by}`,
    first: by === 'level' ? 'Level' : 'Commissioner',
    columns: ['Spend a year', 'Services that say'],
    rows: sums.map(({ label, total, lines }) => {
      const entries = [...new Map(lines.map((line) => [line.entry.id, line])).values()];
      return {
        label,
        note: '',
        cells: [pounds.format(total), String(entries.length)],
        groups: context.names
          ? [{ heading: label, services: servicesOf(entries, lines, context) }]
          : [],
        gap: null,
      };
    }),
  };
}

function servicesOf(
  entries: readonly SpendLine[],
  lines: readonly SpendLine[],
  context: MapContext,
) {
  return entries.map(({ entry }) =>
    toItem(
      entry,
      context,
      pounds.format(sumOf(lines.filter((line) => line.entry.id === entry.id))),
    ),
  );
}
