/** What the end of an SMTP conversation says about the delivery: sent later, refused for good, or nobody knows. */
import type { Outcome } from '../../domain/mail/delivery.ts';

/** Codes of the two ends that we make ourselves. */
const STOPPED = 'STOPPED';
const TIMED_OUT = 'ETIMEDOUT';

const coded = (code: string): Error => Object.assign(new Error(code), { code });

/** This process was told to stop. */
export function stopped(): Error {
  return coded(STOPPED);
}

/** The attempt took longer than an attempt may. */
export function timedOut(): Error {
  return coded(TIMED_OUT);
}

const words: Readonly<Record<string, string>> = {
  [TIMED_OUT]: 'The mail server did not answer in time.',
  ECONNECTION: 'The mail server closed the connection.',
  ESOCKET: 'The mail server could not be reached.',
  EDNS: 'The mail server’s name was not found.',
  ETLS: 'No safe connection to the mail server.',
  EAUTH: 'The mail server refused our sign-in.',
  ESTREAM: 'The message could not be prepared.',
  EENVELOPE: 'The e-mail address is not one.',
};

interface SmtpError {
  readonly code: string;
  /** of the system below, such as ECONNREFUSED or a certificate's fault; '' where there is none */
  readonly cause: string;
  readonly command: string;
  /** what the server said; '' where it said nothing */
  readonly response: string;
  /** 0 where it said nothing */
  readonly status: number;
}

function read(error: unknown): SmtpError {
  const of = (key: string): unknown =>
    error instanceof Error ? Reflect.get(error, key) : undefined;
  const text = (key: string): string => {
    const value = of(key);
    return typeof value === 'string' ? value : '';
  };
  return {
    code: text('code'),
    cause: text('originalCode'),
    command: text('command'),
    response: text('response'),
    status: Number(of('responseCode') ?? 0),
  };
}

/**
 * A 5xx about the recipient or the content holds for this message. One about us (sign-in, sender, a blocked
 * address) is a fault in the settings: mended, the same message goes through.
 */
function isAboutThisMessage({ code, command, status }: SmtpError): boolean {
  if (code === 'EENVELOPE' && command === 'API') return true;
  return status >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** Shown to coordinators: one line of what the server said, or our own sentence. */
function sentence({ code, response }: SmtpError): string {
  const said = response.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (said !== '') return said.slice(0, 300);
  return words[code] ?? 'The message could not be sent.';
}

/** @param handedOver whether the content may have reached the server */
export function outcomeOf(thrown: unknown, handedOver: boolean): Outcome {
  const error = read(thrown);
  if (error.code === STOPPED) return { kind: 'stopped' };
  const trouble = { error: sentence(error), code: codeOf(error) };
  if (isAboutThisMessage(error)) return { kind: 'refused', ...trouble };
  return { kind: handedOver && error.status === 0 ? 'unconfirmed' : 'later', ...trouble };
}

function codeOf({ code, cause, status }: SmtpError): string {
  return status === 0 ? cause || code || 'unknown' : String(status);
}
