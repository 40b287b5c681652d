/** The way through a Place's domains on the workshop screen: where one is, what follows, what was before. */
import { inWorkshopOrder, nextLeft } from '../../domain/review/order.ts';
import type { Grid } from '../../results/grid.ts';
import { toStops, type ReviewFacts, type Stop } from './review.load.ts';

/** Every domain, splits first. */
export function stopsOf(facts: ReviewFacts, grid: Grid): Stop[] {
  return inWorkshopOrder(toStops(facts, grid));
}

export interface WhereView {
  /** "split 1 of 4" */
  readonly position: string;
  /** "7 of 11 agreed" */
  readonly progress: string;
  /** what is left next; undefined where nothing else is */
  readonly next: Stop | undefined;
  readonly previous: Stop | undefined;
}

export function whereIs(stops: readonly Stop[], id: string): WhereView {
  const at = stops.findIndex((stop) => stop.id === id);
  const here = stops[at];
  const alike = stops.filter(({ split }) => split === here?.split);
  const number = `${alike.findIndex((stop) => stop.id === id) + 1} of ${alike.length}`;
  const decided = stops.filter((stop) => stop.decided).length;
  return {
    position: here?.split ? `split ${number}` : `agreed in view, ${number}`,
    progress: `${decided} of ${stops.length} agreed`,
    next: nextLeft(stops, at, (stop) => !stop.decided),
    previous: stops[at - 1],
  };
}
