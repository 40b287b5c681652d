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
        .first('data');
      return row?.data as Data;
    },
    save: async (hash, data, expiresAt) => {
      const row = { token_hash: hash, data: JSON.stringify(data), expires_at: expiresAt };
      await db('sessions').insert(row).onConflict('token_hash').merge();
    },
    touch: async (hash, expiresAt) => {
      const due = new Date(expiresAt.getTime() - 10 * 60 * 1000);
      await db('sessions')
        .where('token_hash', hash)
        .where('expires_at', '<', due)
        .update({ expires_at: expiresAt });
    },
    remove: async (hash) => {
      await db('sessions').where('token_hash', hash).delete();
    },
  };
}
