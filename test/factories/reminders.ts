/** A coordinator who reminds agencies of a test system by hand; when a test begins, nobody has been reminded. */
import { beforeAll, beforeEach, expect } from 'vitest';
import type { MessageRow } from '../../server/db/message.row.ts';
import { sentBy, type Pairs } from './html-form.ts';
import { useSetUp, type SetUpVisit } from './set-up.ts';
import { aSystem } from './system.ts';
import type { Visitor } from './visitor.ts';

/** where one asks for the question */
export const ask = '/rounds/spring-2026/remind';
/** where its answer is sent */
export const send = '/rounds/spring-2026/reminders';

export interface Reminders extends Pick<SetUpVisit, 'database' | 'system' | 'as'> {
  /** the coordinator, signed in */
  readonly colm: Pick<Visitor, 'get' | 'post'>;
  /** what all rows of the system have in common */
  readonly own: () => { readonly system_id: string };
  /** the reminders on their way to people of the system, by address */
  readonly mails: () => Promise<MessageRow[]>;
  /** the question for these agencies, and what its form would send */
  readonly question: (
    ...agencies: string[]
  ) => Promise<{ readonly text: string; readonly form: Pairs }>;
}

/** Call at the top of a test file. A second system is called "elsewhere". */
export function useReminders(): Reminders {
  const { database, system, as } = useSetUp();
  let colm: Visitor | undefined;
  const coordinator = (): Visitor => {
    if (!colm) throw new Error('The coordinator is there inside tests only.');
    return colm;
  };
  beforeAll(async () => {
    colm = await as('colm');
    await aSystem(database.db, { slug: 'elsewhere' });
  });
  beforeEach(async () => {
    await database.db('messages').delete();
    await database.db('reminders').delete();
  });
  const own = () => ({ system_id: system().ids.systemId });
  return {
    ...{ database, system, as, own },
    colm: {
      get: (path) => coordinator().get(path),
      post: (path, fields) => coordinator().post(path, fields),
    },
    mails: () =>
      database
        .db('messages')
        .where({ ...own(), kind: 'reminder' })
        .orderBy('recipient')
        .select(),
    question: async (...agencies) => {
      const chosen = agencies.map((slug) => ['agencies', slug] as const);
      const { text, status } = await coordinator().post(ask, chosen);
      expect(status).toBe(200);
      return { text, form: text.includes('pg-send') ? sentBy(text, 'pg-send') : [] };
    },
  };
}
