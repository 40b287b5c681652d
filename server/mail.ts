/** Mail in this process: sent by SMTP, shown on a page (demonstration), or kept until there is a mail server. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { smtpSender } from './adapters/mail/smtp.ts';
import type { Config } from './config.ts';
import { definitionStore } from './db/definitions.queries.ts';
import { startJobs } from './db/jobs.ts';
import { requeueLost } from './db/outbox.queries.ts';
import { actionReminderTasks, REMIND_ACTIONS } from './features/actions/clock.ts';
import { mailTasks, type Post } from './features/messages/deliver.ts';
import { REMIND, reminderTasks } from './features/progress/clock.ts';

export interface MailDeps {
  readonly db: Knex;
  /** of the same database */
  readonly url: string;
  readonly logger: Logger;
  readonly now: () => Date;
}

export interface Mail {
  /** Ends within half a minute; what is not sent is left to the other processes, or to the next start. */
  readonly stop: () => Promise<void>;
}

const lookForLostMs = 60_000;

export function startMail(config: Config, { db, url, logger, now }: MailDeps): Mail {
  const post = postOf(config);
  if (!post) {
    logger.warn(
      'SMTP_URL is not set: e-mail is kept in the database and not sent. Nobody can sign in by e-mail or be invited.',
    );
    return { stop: () => Promise.resolve() };
  }
  const log = { warn: logger.warn.bind(logger), debug: logger.debug.bind(logger) };
  const { baseUrl } = config;
  const definitions = definitionStore(db);
  const tasks = {
    ...mailTasks({ db, now, logger, baseUrl, post }),
    ...reminderTasks({ db, now, newId: randomUUID, definitions, logger }),
    ...actionReminderTasks({ db, now, logger }),
  };
  const jobs = startJobs({ url, log, tasks, recurring: [REMIND, REMIND_ACTIONS] });
  const lookForLost = (): void => {
    requeueLost(db, now()).catch((error: unknown) => {
      logger.warn({ err: error }, 'mail that was lost is not looked for');
    });
  };
  lookForLost();
  const timer = setInterval(lookForLost, lookForLostMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await jobs.stop();
    },
  };
}

function postOf({ demo, mail }: Config): Post | undefined {
  if (demo) return { kind: 'page' };
  return mail && { kind: 'smtp', from: mail.from, send: smtpSender(mail.server) };
}
