/** Money with an end: what runs out when, as a timeline and a table (Design 6.4). */
import { AT_RISK, moneyGapId } from '../../../domain/elements/gaps.ts';
import { monthsLater } from '../../../domain/elements/money.ts';
import { endings, withoutDay, type Ending } from '../../../domain/map/endings.ts';
import { tally } from '../../../domain/map/tally.ts';
import { formatDay } from '../../../web/time.ts';
import { moneyText } from '../age-service.view.ts';
import type { Drawing } from '../charts/drawing.ts';
import {
  MOST_DRAWN,
  moneyTimeline,
  NARROW,
  PRINT,
  SCREEN,
  type TimelineService,
} from '../charts/money-timeline.ts';
import type { MapGapView } from '../map-gap.view.ts';
import { andList, capital, inWords } from '../words.ts';
import {
  groupOf,
  optionsAsked,
  shareWords,
  toItem,
  type CountRow,
  type CountTable,
  type MapContext,
  type ServiceItem,
} from './services.view.ts';

export interface EndingView extends ServiceItem {
  /** "Fixed term, ends 31 March 2027" */
  readonly money: string;
  /** "Within 18 months", "Has ended"; '' for what ends later */
  readonly flag: string;
  /** null where no action is raised from it */
  readonly gap: MapGapView | null;
}
export interface MoneyView {
  readonly sentence: string;
  /** services whose money ends within 18 months */
  readonly soon: number;
  /** the day on which the first of them ends; '' for none */
  readonly first: string;
  readonly endings: readonly EndingView[];
  /** null where nothing has an end */
  readonly chart: MoneyChart | null;
  readonly kinds: CountTable;
}
export interface MoneyChart {
  readonly wide: Drawing;
  readonly tall: Drawing;
  readonly print: Drawing;
  readonly hasEnded: boolean;
  readonly hasLater: boolean;
  /** "21 May 2028", 18 months from today */
  readonly until: string;
  /** '' where all are drawn */
  readonly more: string;
}

export function toMoney(context: MapContext): MoneyView {
  const { running, today } = context;
  const ending = endings(running, today);
  const soon = ending.filter(({ state }) => state === 'soon');
  return {
    sentence: sentenceOf(ending, withoutDay(running).length),
    soon: soon.length,
    first: soon[0] ? formatDay(soon[0].ends) : '',
    endings: ending.map((one) => toEnding(one, context)),
    chart: ending.length > 0 ? chartOf(ending, context) : null,
    kinds: kindsOf(context),
  };
}

/** "The money of five running services ends within 18 months; first that of Early Days, on 31 March 2027." */
function sentenceOf(ending: readonly Ending[], undated: number): string {
  const soon = ending.filter(({ state }) => state === 'soon');
  const ended = ending.length - ending.filter(({ state }) => state !== 'ended').length;
  return [
    soonWords(soon),
    ...(ended > 0
      ? [`That of ${inWords(ended)} has ended, and ${ended === 1 ? 'it runs' : 'they run'} on.`]
      : []),
    ...(undated > 0
      ? [`${capital(inWords(undated))} with an end ${undated === 1 ? 'does' : 'do'} not say when.`]
      : []),
  ].join(' ');
}

function soonWords(soon: readonly Ending[]): string {
  const [first] = soon;
  if (!first) {
    return `No running service is known to have money that ends within ${AT_RISK} months.`;
  }
  const day = formatDay(first.ends);
  if (soon.length === 1) {
    return `The money of one running service ends within ${AT_RISK} months: ${first.entry.name}, on ${day}.`;
  }
  const alike = soon.filter(({ ends }) => ends === first.ends).map(({ entry }) => entry.name);
  const names = alike.length <= 3 ? andList(alike) : `${inWords(alike.length)} together`;
  return `The money of ${inWords(soon.length)} running services ends within ${AT_RISK} months; first that of ${names}, on ${day}.`;
}

const flags = { ended: 'Has ended', soon: `Within ${AT_RISK} months`, later: '' } as const;

function toEnding({ entry, state }: Ending, context: MapContext): EndingView {
  return {
    ...toItem(entry, context),
    money: moneyText(entry, context),
    flag: flags[state],
    gap: context.findGap(moneyGapId(entry.id)),
  };
}

function chartOf(ending: readonly Ending[], context: MapContext): MoneyChart {
  const frame = { today: context.today, until: monthsLater(context.today, AT_RISK) };
  const services = ending.map(({ entry, ends, state }): TimelineService => {
    return { text: entry.name, ends, day: formatDay(ends), state };
  });
  const label = `When money ends. ${services.map(({ text, day }) => `${text}: ${day}`).join('. ')}.`;
  const more = ending.length - MOST_DRAWN;
  return {
    wide: moneyTimeline(services, frame, SCREEN, label),
    tall: moneyTimeline(services, frame, NARROW, label),
    print: moneyTimeline(services, frame, PRINT, label),
    hasEnded: ending.some(({ state }) => state === 'ended'),
    hasLater: ending.some(({ state }) => state === 'later'),
    until: formatDay(frame.until),
    more: more > 0 ? `${MOST_DRAWN} of ${ending.length} are drawn; the table has all.` : '',
  };
}

function kindsOf(context: MapContext): CountTable {
  const { map, running } = context;
  const options = optionsAsked(map, 'funding').filter(({ id }) => id !== 'unknown');
  const { of, unknown } = tally(
    running,
    'funding',
    options.map(({ id }) => id),
  );
  const known = running.length - unknown.length;
  return {
    caption: 'Running services by how they are funded',
    first: 'Funding',
    columns: ['Services'],
    rows: [
      ...options.map(({ id, label }): CountRow => {
        const entries = of[id] ?? [];
        return {
          label,
          note: '',
          cells: [shareWords(entries.length, known)],
          groups: groupOf(label, entries, context),
          gap: null,
        };
      }),
      {
        label: 'Not known',
        note: '',
        cells: [String(unknown.length)],
        groups: groupOf('Not known', unknown, context),
        gap: null,
      },
    ],
  };
}
