/** The one place where an error becomes a page: its status, a sentence on what to do, a reference where it is our fault. */
import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { AppError, notFound } from '../domain/errors.ts';
import { page, template } from './reply.ts';
import { keptAnswers, keptForm, type KeptView } from './kept.ts';
import type { Render } from './render.ts';
import { send, type SendContext } from './send.ts';
import { formToken, isSomebody, whoAsks } from './session.ts';

export interface ErrorView {
  readonly heading: string;
  readonly text: string;
  readonly reference: string | null;
  readonly signIn: boolean;
  /** what was sent, to be sent again; null mostly */
  readonly kept: KeptView | null;
}
const errorPage = template<ErrorView>('errors/error');

const headings: Readonly<Record<AppError['code'], string>> = {
  'bad-request': 'That could not be read',
  'not-signed-in': 'You are signed out',
  'not-recent': 'Sign in once more',
  'stale-form': 'Send it once more',
  forbidden: 'You can’t do that',
  'not-found': 'Page not found',
  conflict: 'Somebody else changed this',
  'too-large': 'That is too much at once',
  'too-many': 'Too many attempts',
  'form-rejected': 'Something in the form needs mending',
  unavailable: 'The database is not available',
};

const tooLarge =
  'Nothing was saved. Go back: what you wrote is still in the page. Then send less than 2 MB at a time.';

/** What Express and its body reader throw carries a status. */
function fromStatus(error: unknown): AppError | null {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return new AppError('too-large', tooLarge);
  if (status === 404) return notFound();
  const theirs = status >= 400 && status < 500;
  return theirs ? new AppError('bad-request', 'Go back and try again.') : null;
}

/** Loading the page again sends a form again, which is harmless: the same answer twice is one. */
const whatToDo = {
  read: 'Nothing that you saved is lost. Wait a minute, then load this page again.',
  send: 'What you have just sent may not be saved. Wait a minute, then load this page again to send it once more. Nothing that you saved before is lost.',
  answers: 'What you have just sent may not be saved. Nothing that you saved before is lost.',
};

function knownError(
  error: unknown,
  what: keyof typeof whatToDo,
  isUnavailable: (error: unknown) => boolean,
): AppError | null {
  if (error instanceof AppError) return error;
  return isUnavailable(error) ? new AppError('unavailable', whatToDo[what]) : fromStatus(error);
}

const onOurSide = {
  plain: 'It has been noted. Go back and try again; what you saved is kept.',
  answers: 'It has been noted. What you saved before is kept; what you have just sent may not be.',
};

function toView(known: AppError | null, reference: string, kept: KeptView | null): ErrorView {
  if (known) {
    const { code, message } = known;
    return {
      heading: headings[code],
      text: message,
      reference: null,
      signIn: code === 'not-signed-in' || code === 'not-recent',
      kept,
    };
  }
  return {
    heading: 'Something went wrong on our side',
    text: kept ? onOurSide.answers : onOurSide.plain,
    reference,
    signIn: false,
    kept,
  };
}

export interface ErrorDeps {
  readonly render: Render;
  readonly logger: Logger;
  readonly isUnavailable: (error: unknown) => boolean;
  readonly demo: boolean;
  readonly version: string;
  /** our own origin, as forms name it */
  readonly baseUrl: string;
}

export const missingRoute: RequestHandler = (_request, _response, next) => {
  next(notFound());
};

/** Whoever is signed in keeps their navigation. */
function around(request: Request): Pick<SendContext, 'who' | 'csrf'> {
  const who = whoAsks(request);
  return { who, csrf: isSomebody(who) ? formToken(request) : '' };
}

/** Logs what is ours to mend. @returns the reference that page and log share */
function note(
  { logger }: ErrorDeps,
  { path }: Request,
  error: unknown,
  known: AppError | null,
): string {
  const reference = randomUUID().slice(0, 8);
  if (!known) logger.error({ err: error, reference, path }, 'unexpected');
  if (known?.code === 'unavailable') logger.warn({ path }, 'no database');
  return reference;
}

function answer(deps: ErrorDeps, error: unknown, request: Request, response: Response): void {
  const answers = keptAnswers(request, deps.baseUrl);
  const sent = request.method === 'POST' ? 'send' : 'read';
  const known = knownError(error, answers ? 'answers' : sent, deps.isUnavailable);
  const isOurs = !known || known.code === 'unavailable';
  const kept = isOurs ? answers : keptForm(request, known.code, deps.baseUrl);
  const view = toView(known, note(deps, request, error, known), kept);
  const status = known?.status ?? 500;
  const context = { ...deps, path: request.path, ...around(request) };
  if (status === 503) response.set('Retry-After', '30');
  response.set('Cache-Control', 'no-store');
  send(response, page(errorPage, view, { title: view.heading, status }), context);
}

export function errorHandler(deps: ErrorDeps): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.writableEnded) {
      // Only the session is written so late. Express would cut off an answer that is whole, and print the error.
      deps.logger.warn({ err: error, path: request.path }, 'session not kept');
    } else if (response.headersSent) {
      // What was sent is no whole answer: Express cuts the connection, so that nobody takes it for one.
      deps.logger.error({ err: error, path: request.path }, 'broken off');
      next();
    } else {
      answer(deps, error, request, response);
    }
  };
}
