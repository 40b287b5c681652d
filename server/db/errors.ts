/** What the database's errors mean to a person: a broken constraint by its name, and a database that is away. */
import { AppError } from '../domain/errors.ts';

/** Only constraints that a person can meet; any other is a fault of ours, and stays as it is. */
export const constraintErrors: Readonly<Record<string, string>> = {
  agencies_system_id_slug_key: 'An agency with this name is here already.',
  agencies_system_id_name_key: 'An agency with this name is here already.',
  places_system_id_slug_key: 'A Place with this name is here already.',
  places_system_id_name_key: 'A Place with this name is here already.',
  people_email_key: 'Somebody with this e-mail address is here already.',
  memberships_chair_key: 'The panel has a chair already.',
  memberships_person_role_key: 'This person has this role already.',
  packs_one_at_once_key:
    'A pack of another round is being made for you. Begin this one when it is done.',
};

/** A conflict with its sentence, when the error breaks a constraint of the list; otherwise the error itself. */
export function toAppError(error: unknown): unknown {
  const constraint = textOf(error, 'constraint');
  const message = constraint === undefined ? undefined : constraintErrors[constraint];
  return message === undefined ? error : new AppError('conflict', message);
}

const NETWORK = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
]);

/**
 * Classes of SQLSTATE: 08 connection, 53 out of disk, memory or connections, 57P shut down or starting,
 * 58 the machine's disk fails, 57014 and 55P03 took too long, 25006 this server became a read-only replica.
 */
const SQLSTATE = /^(08...|53...|57P..|58...|57014|55P03|25006)$/;

/** Errors of pg and Knex that carry no code; Knex puts the statement and a dash before what pg says. */
const MESSAGES =
  /(?:^| - )(?:Connection terminated|Connection ended|Client has encountered a connection error|Client was closed|Query read timeout|timeout expired|Knex: Timeout acquiring a connection|Unable to acquire a connection)/;

/** The database is away, full or too slow: the request is refused for now (503), and nothing of it was confirmed. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = textOf(error, 'code') ?? '';
  if (NETWORK.has(code) || SQLSTATE.test(code) || MESSAGES.test(error.message)) return true;
  return error.cause !== undefined && isUnavailable(error.cause);
}

function textOf(error: unknown, key: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || !error || !(key in error)) return undefined;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
}
