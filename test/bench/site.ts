/** What the comparisons of the bench share: a full system, our server, and the bare one. */
import type { Knex } from 'knex';
import type { FullSystem } from './full-system.ts';
import type { BenchServer } from './load.ts';

export interface BenchSite {
  readonly db: Knex;
  readonly system: FullSystem;
  readonly ours: BenchServer;
  readonly bare: BenchServer;
  readonly rounds: number;
}

/** The part of the grid that is read and saved. */
export const section = 'co-ordination-across-the-system';

export const at = ({ port }: BenchServer, path: string): string =>
  `http://127.0.0.1:${String(port)}${path}`;
