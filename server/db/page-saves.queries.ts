/** What open pages have saved by themselves: a page's later save supersedes its own earlier one, never another's. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import { prepare } from './prepared.ts';

/** By item: what the page said, and the revision that stood after it was saved. */
export type Said = Readonly<Record<string, { readonly value: unknown; readonly revision: number }>>;

export interface PageSave {
  /** of the last save that was taken */
  readonly counter: number;
  readonly said: Said;
}

interface PageOf {
  readonly system: string;
  readonly response: string;
  readonly page: string;
}

const find = prepare<PageOf, PageSave>(
  'page-save',
  `select counter, sent as said from page_saves
    where system_id = :system::uuid and response_id = :response::uuid and page = :page::uuid`,
);

/** The same as a column, of the response in `r`; null for `:page` null. */
export const pageSaveColumn = `(select json_build_object('counter', ps.counter, 'said', ps.sent)
      from page_saves ps where ps.system_id = r.system_id and ps.response_id = r.id
        and ps.page = :page::uuid) as "pageSave"`;

export interface OwnSaves {
  readonly said: Said;
  /** a later save of the same page was taken already */
  readonly isOvertaken: boolean;
}
/** Which of an open page's saves it is. */
export interface SaveMark {
  readonly page: string;
  readonly counter: number;
}

/** @param mark null where the page does not save by itself */
export async function findOwnSaves(
  db: Knex,
  scope: Scope,
  responseId: string,
  mark: SaveMark | null,
): Promise<OwnSaves> {
  if (!mark) return toOwnSaves(null, mark);
  const { page } = mark;
  const [found] = await find(db, { system: scope.systemId, response: responseId, page });
  return toOwnSaves(found ?? null, mark);
}

/** @param found of the page of the mark */
export function toOwnSaves(found: PageSave | null, mark: SaveMark | null): OwnSaves {
  if (!found || !mark) return { said: {}, isOvertaken: false };
  return { said: found.said, isOvertaken: found.counter > mark.counter };
}

/**
 * Part of a statement: takes the save of a page into `taken`, of the response in `held`, unless a later one was
 * taken already; the same one again finds nothing left to change. Values: `:page` (null: no page's), `:counter`, `:said` (JSON), `:now`.
 */
export const takeFromHeld = `taken as (
      insert into page_saves as ps (system_id, response_id, page, counter, sent, saved_at)
      select system_id, id, :page::uuid, :counter::integer, :said::jsonb, :now::timestamptz
      from held where :page::uuid is not null
      on conflict on constraint page_saves_pkey do update
        set counter = excluded.counter, sent = ps.sent || excluded.sent, saved_at = excluded.saved_at
        where ps.counter <= excluded.counter
      returning page
    )`;

export interface PageTaken {
  readonly responseId: string;
  readonly page: string;
  readonly counter: number;
  readonly said: Said;
  readonly now: Date;
}

const take = prepare<
  PageOf & {
    readonly counter: number;
    /** JSON */
    readonly said: string;
    readonly now: Date;
  },
  { readonly page: string }
>(
  'take-page-save',
  `with held as (select :system::uuid as system_id, :response::uuid as id), ${takeFromHeld}
    select page from taken`,
);

/** @param trx holds the response's lock. @returns false where a later save of the page was taken already */
export async function takePageSave(
  trx: Knex,
  scope: Scope,
  { responseId, said, ...taken }: PageTaken,
): Promise<boolean> {
  const rows = await take(trx, {
    ...taken,
    system: scope.systemId,
    response: responseId,
    said: JSON.stringify(said),
  });
  return rows.length > 0;
}
