/** All migrations in order: a static list, so that names stay the same however the code is started. */
import type { Knex } from 'knex';
import * as createCore from './202611200900_create_core.ts';

export interface Migration {
  readonly name: string;
  readonly up: (knex: Knex) => Promise<void>;
  readonly down: (knex: Knex) => Promise<void>;
}

export const migrations: readonly Migration[] = [
  { name: '202611200900_create_core', up: createCore.up, down: createCore.down },
];
