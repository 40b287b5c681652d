/** Specialist staff against births, and against the benchmark of 7.33 WTE for 3,300 births (Design 6.7). */
import type { MapEntry } from '../elements/element.ts';
import { answerOf } from '../elements/evaluate.ts';
import { servicesAt } from '../needs/capacity.ts';
import { benchmark } from '../needs/need.ts';

export interface Staffing {
  /** running specialist services */
  readonly services: readonly MapEntry[];
  /** of them, those that do not say how many staff they have here */
  readonly silent: readonly MapEntry[];
  /** whole-time equivalents, of those that say; null where none does */
  readonly wte: number | null;
  /** the same of services whose focus is the relationship, as the benchmark's team has it */
  readonly relationshipWte: number | null;
  /** null where births or staff are not known */
  readonly perThousand: number | null;
  readonly benchmarkPerThousand: number;
  /** for these births; null where they are not known */
  readonly benchmarkWte: number | null;
}

/** @param births a year; null where not known */
export function staffing(
  running: readonly MapEntry[],
  place: string,
  births: number | null,
): Staffing {
  const services = servicesAt(running, place, 'specialist');
  const wte = sumOf(services.map((service) => service.wte));
  const share = benchmark.wte / benchmark.births;
  return {
    services: services.map(({ entry }) => entry),
    silent: services.filter((service) => service.wte === null).map(({ entry }) => entry),
    wte,
    relationshipWte: sumOf(
      services
        .filter(({ entry }) => answerOf(entry.answers, 'focus') === 'relationship')
        .map((service) => service.wte),
    ),
    perThousand: wte === null || births === null || births <= 0 ? null : (wte / births) * 1000,
    benchmarkPerThousand: share * 1000,
    benchmarkWte: births === null ? null : births * share,
  };
}

function sumOf(figures: readonly (number | null)[]): number | null {
  const given = figures.filter((figure) => figure !== null);
  return given.length === 0 ? null : given.reduce((sum, figure) => sum + figure, 0);
}
