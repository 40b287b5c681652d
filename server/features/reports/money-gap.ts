/** Services whose money ends soon, in a line for the start page: how many, and which is the first (Design 6.4). */
import type { MapEntry } from '../../domain/elements/element.ts';
import { evaluate } from '../../domain/elements/evaluate.ts';
import { AT_RISK, isMoneyAtRisk } from '../../domain/elements/gaps.ts';
import { moneyEnds } from '../../domain/elements/money.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import type { OutlookGap } from '../../web/outlook.ts';
import { formatDay } from '../../web/time.ts';
import { andList } from './words.ts';

interface NamedPlace {
  readonly id: string;
  readonly name: string;
  /** of its page */
  readonly href: string;
}

/** @param today "2026-11-21" */
export function moneyGap(
  map: ServiceMap,
  places: readonly NamedPlace[],
  today: string,
): OutlookGap[] {
  const ending = map.entries
    .flatMap((entry) => {
      const ends = moneyEnds(entry);
      const served = places.filter(({ id }) => entry.places?.includes(id));
      const isSoon = ends !== null && ends >= today && isMoneyAtRisk(entry, today);
      return isSoon && isRunning(map, entry) ? [{ entry, ends, served }] : [];
    })
    .filter(({ served }) => served.length > 0)
    .toSorted((one, other) => one.ends.localeCompare(other.ends));
  const [first] = ending;
  const [place] = first?.served ?? [];
  if (!first || !place) return [];
  const { entry, ends, served } = first;
  const services =
    ending.length === 1 ? 'one running service' : `${ending.length} running services`;
  return [
    {
      rag: '',
      title: `The money of ${services} ends within ${AT_RISK} months`,
      text: `The first is ${entry.name} in ${andList(served.map(({ name }) => name))}, on ${formatDay(ends)}.`,
      figure: {
        value: String(ending.length),
        unit: ending.length === 1 ? 'service' : 'services',
        label: 'on money with an end',
      },
      href: `${place.href}#ages`,
      linkText: `See it in ${place.name}`,
    },
  ];
}

function isRunning({ rules }: ServiceMap, { answers }: MapEntry): boolean {
  return evaluate(rules.running, answers) === 'yes';
}
