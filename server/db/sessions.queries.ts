/** The rows behind the sessions. */
import type { Knex } from 'knex';
import type { SessionRows } from '../web/session.ts';

type Data = Awaited<ReturnType<SessionRows['find']>>;

export function sessionRows(db: Knex): SessionRows {
  return {
    find: async (hash) => {
      const row = await db('sessions')
        .where('token_hash', hash)
        .whereRaw('expires_at > now()')
        .first('data', 'expires_at');
      return row && ({ ...(row.data as object), storedUntil: row.expires_at.getTime() } as Data);
    },
    save: async (hash, data, expiresAt) => {
      const row = { token_hash: hash, data: JSON.stringify(data), expires_at: expiresAt };
      await db('sessions').insert(row).onConflict('token_hash').merge();
    },
    touch: async (hash, expiresAt) => {
      await db('sessions').where('token_hash', hash).update({ expires_at: expiresAt });
    },
    remove: async (hash) => {
      await db('sessions').where('token_hash', hash).delete();
    },
  };
}
