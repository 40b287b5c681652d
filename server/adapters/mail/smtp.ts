/** One attempt to hand a message to a mail server, every wait bounded; it says what is certain about the delivery. */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Outcome } from '../../domain/mail/delivery.ts';
import { outcomeOf, stopped, timedOut } from './smtp.outcome.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS */
  readonly secure: boolean;
  /** refuse to go on without TLS */
  readonly requireTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

/** Milliseconds. */
export interface SmtpLimits {
  readonly connect: number;
  readonly greeting: number;
  /** silence of the server, at any point */
  readonly silence: number;
  /** the whole attempt */
  readonly attempt: number;
  /** after we are told to stop, for a message that was handed over */
  readonly farewell: number;
}
const standard: SmtpLimits = {
  connect: 10_000,
  greeting: 15_000,
  silence: 20_000,
  attempt: 60_000,
  farewell: 15_000,
};

export interface Attempt {
  /** aborted when the process ends: what is not handed over yet is left to the others */
  readonly stop: AbortSignal;
  /**
   * Called when the server waits for the content. It leaves only once this has resolved; a rejection
   * means that it never does.
   */
  readonly handOver: () => Promise<void>;
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** Hands one message over, or says why not; never rejects. */
export type Send = (envelope: Envelope, mime: Buffer, attempt: Attempt) => Promise<Outcome>;

export function smtpSender(server: SmtpServer, limits: SmtpLimits = standard): Send {
  return async (envelope, mime, attempt) => {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.secure,
      requireTLS: server.requireTls && !server.secure,
      connectionTimeout: limits.connect,
      greetingTimeout: limits.greeting,
      dnsTimeout: limits.connect,
      socketTimeout: limits.silence,
    });
    const progress = { handedOver: false };
    const ended = new AbortController();
    try {
      await Promise.race([
        converse(connection, server, { envelope, content: content(mime, attempt, progress) }),
        cutOff({ stop: attempt.stop, limits, progress, ended: ended.signal }),
      ]);
      connection.quit();
      return { kind: 'sent' };
    } catch (error) {
      connection.close();
      return outcomeOf(error, progress.handedOver);
    } finally {
      ended.abort();
    }
  };
}

interface Progress {
  handedOver: boolean;
}

/** Pulled only when the server has said that it waits for the content. */
function content(mime: Buffer, { handOver }: Attempt, progress: Progress): Readable {
  async function* pieces(): AsyncGenerator<Buffer> {
    progress.handedOver = true;
    try {
      await handOver();
    } catch (error) {
      progress.handedOver = false;
      throw error;
    }
    yield mime;
  }
  return Readable.from(pieces());
}

function converse(
  connection: SMTPConnection,
  { auth }: SmtpServer,
  { envelope, content: stream }: { readonly envelope: Envelope; readonly content: Readable },
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    const send = (): void => {
      connection.send({ from: envelope.from, to: [envelope.to] }, stream, (error) => {
        if (error) reject(error);
        else resolve();
      });
    };
    connection.connect((error) => {
      if (error) reject(error);
      else if (auth === null) send();
      else {
        connection.login({ credentials: auth }, (refused) => (refused ? reject(refused) : send()));
      }
    });
  });
}

interface CutOff {
  readonly stop: AbortSignal;
  readonly limits: SmtpLimits;
  readonly progress: Progress;
  readonly ended: AbortSignal;
}

/** Rejects when the attempt must end: too long, or told to stop. */
function cutOff({ stop, limits, progress, ended }: CutOff): Promise<never> {
  return new Promise((_, reject) => {
    const rejectAfter = (ms: number): void => {
      const timer = setTimeout(() => reject(timedOut()), ms);
      ended.addEventListener('abort', () => clearTimeout(timer), { once: true });
    };
    const end = (): void => {
      if (progress.handedOver) rejectAfter(limits.farewell);
      else reject(stopped());
    };
    rejectAfter(limits.attempt);
    if (stop.aborted) end();
    else stop.addEventListener('abort', end, { once: true, signal: ended });
  });
}
