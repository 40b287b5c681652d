/** What the pages of actions need, and what day it is for them. */
import type { SpreadsheetPool } from '../../adapters/spreadsheet/pool.ts';
import type { Today } from '../../domain/actions/action.ts';
import type { ResultsDeps } from '../../results/load.ts';
import { dayOf } from '../../web/time.ts';

export interface ActionDeps extends ResultsDeps {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly spreadsheets: SpreadsheetPool;
}

export function todayOf({ now }: Pick<ActionDeps, 'now'>): Today {
  const moment = now();
  return { now: moment, today: dayOf(moment) };
}
