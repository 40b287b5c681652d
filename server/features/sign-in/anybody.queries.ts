/** Is there anybody who could sign in? On a first start there is not. */
import type { Knex } from 'knex';

export async function hasAnybody(db: Knex): Promise<boolean> {
  const { rows } = await db.raw<{ rows: readonly { there: boolean }[] }>(
    `select exists (select from administrators) or exists (select from memberships) as there`,
  );
  return rows[0]?.there ?? false;
}
