/** Sends one message of the outbox: claim it, ask whether it is still due, hand it over, note what came of it. */
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { calendarFile } from '../../adapters/mail/calendar.ts';
import { toMime, type Mailbox } from '../../adapters/mail/mime.ts';
import type { Send } from '../../adapters/mail/smtp.ts';
import type { Task } from '../../db/jobs.ts';
import {
  claimMessage,
  finishMessage,
  noteHandOver,
  releaseMessage,
  retryMessage,
  SEND_MAIL,
  type Claimed,
} from '../../db/outbox.queries.ts';
import {
  mayBeSent,
  neverConfirmed,
  nextStep,
  type NextStep,
  type Outcome,
} from '../../domain/mail/delivery.ts';
import { isStillDue } from './due.queries.ts';
import { toLetter } from './letter.view.ts';

/** How mail leaves. */
export type Post =
  | { readonly kind: 'smtp'; readonly from: Mailbox; readonly send: Send }
  /** the demonstration: it stays here and is shown */
  | { readonly kind: 'page' };

export interface DeliverDeps {
  readonly db: Knex;
  readonly now: () => Date;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  readonly baseUrl: string;
  readonly post: Post;
}

/** What the job queue does for us. */
export function mailTasks(deps: DeliverDeps): Readonly<Record<string, Task>> {
  return {
    [SEND_MAIL]: async (payload, stop) => {
      const id: unknown = typeof payload === 'object' && payload && Reflect.get(payload, 'message');
      if (typeof id === 'string') await deliver(deps, id, stop);
    },
  };
}

/** Nothing where the message is sent already, or somebody else is sending it. */
export async function deliver(deps: DeliverDeps, id: string, stop: AbortSignal): Promise<void> {
  const claim = await claimMessage(deps.db, id, deps.now());
  if (!claim) return;
  const given = await giveUp(deps, claim);
  if (given) return finish(deps, claim, given);
  const outcome = await attempt(deps, claim, stop);
  note(deps, claim, outcome);
  return record(deps, claim, nextStep(claim, outcome, deps.now()));
}

interface Ending {
  readonly status: 'sent' | 'failed' | 'not-due';
  readonly error: string | null;
  readonly unconfirmed: number;
}

/** Why it is not even tried; undefined where it is. */
async function giveUp({ db, now }: DeliverDeps, claim: Claimed): Promise<Ending | undefined> {
  const { unconfirmed, notAfter } = claim;
  if (!mayBeSent(unconfirmed)) return { status: 'failed', error: neverConfirmed, unconfirmed };
  if (now() > notAfter) {
    return { status: 'failed', error: 'It could not be sent in time.', unconfirmed };
  }
  return (await isStillDue(db, claim))
    ? undefined
    : { status: 'not-due', error: null, unconfirmed };
}

async function attempt(
  { db, now, baseUrl, post }: DeliverDeps,
  claim: Claimed,
  stop: AbortSignal,
): Promise<Outcome> {
  if (post.kind === 'page') return { kind: 'sent' };
  const { id, recipient, content, queuedAt } = claim;
  const mime = await toMime({
    id,
    from: post.from,
    to: recipient,
    date: queuedAt,
    letter: toLetter(content, baseUrl),
    calendar: calendarOf(claim, baseUrl),
  });
  return post.send({ from: post.from.address, to: recipient }, mime, {
    stop,
    handOver: () => noteHandOver(db, claim, now()),
  });
}

/** The calendar file that goes with a message; null where none does. @param origin our own address */
export function calendarOf(
  { content, queuedAt }: Pick<Claimed, 'content' | 'queuedAt'>,
  origin: string,
): string | null {
  const { moment, action } = content;
  if (!moment?.calendar) return null;
  return calendarFile({
    ...moment.calendar,
    host: new URL(origin).host,
    due: moment.at,
    writtenAt: queuedAt,
    url: `${origin}${action.path}`,
  });
}

/** Of the message its number, never its words or its reader. */
function note({ logger }: DeliverDeps, { id, kind, attempts }: Claimed, outcome: Outcome): void {
  const facts = { message: id, mail: kind, attempt: attempts, outcome: outcome.kind };
  if ('code' in outcome) logger.warn({ ...facts, code: outcome.code }, 'mail not sent');
  else logger.info(facts, 'mail');
}

function record(deps: DeliverDeps, claim: Claimed, next: NextStep): Promise<void> {
  switch (next.kind) {
    case 'sent':
      return finish(deps, claim, { status: 'sent', error: null, unconfirmed: claim.unconfirmed });
    case 'failed':
      return finish(deps, claim, { status: 'failed', ...next });
    case 'again':
      return retryMessage(deps.db, claim, next);
    case 'release':
      return releaseMessage(deps.db, claim);
  }
}

function finish({ db, now, post }: DeliverDeps, claim: Claimed, ending: Ending): Promise<void> {
  return finishMessage(db, claim, { ...ending, keepContent: post.kind === 'page' }, now());
}
