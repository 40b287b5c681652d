/** Puts the interface for programs on Express: token, rate, permission, handler, JSON - in this order for every route. */
import { createHash } from 'node:crypto';
import {
  Router,
  type ErrorRequestHandler,
  type Express,
  type Request,
  type Response,
} from 'express';
import type { Logger } from 'pino';
import type { TokenHolder, TokenRows } from '../../db/tokens.queries.ts';
import { may } from '../../domain/access/may.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { problemOf } from './problem.ts';
import type { ApiReply, ApiRoute, GuardedApiRoute } from './route.ts';

export interface ApiMountDeps {
  readonly tokens: TokenRows;
  readonly logger: Logger;
  readonly isUnavailable: (error: unknown) => boolean;
  /** does the work with the database answering from this system's rows only */
  readonly inSystem: <T>(systemId: string, work: () => T) => T;
}

/** All below is answered here: an address that there is not, too. Cookies are not looked at. */
export function mountApi(app: Express, routes: readonly ApiRoute[], deps: ApiMountDeps): void {
  const router = Router();
  for (const route of routes) {
    const path = route.path.slice(root.length);
    router.get(path, (request, response) => answer(deps, route, request, response));
    router.all(path, (_request, response) => {
      response.set('Allow', 'GET, HEAD');
      sendProblem(response, 405, 'The interface reads: ask with GET or HEAD.');
    });
  }
  router.use(() => {
    throw notFound();
  });
  router.use(refusal(deps));
  app.use(root, router);
}

const root = '/api';

async function answer(
  deps: ApiMountDeps,
  route: ApiRoute,
  request: Request,
  response: Response,
): Promise<void> {
  if (route.permission === 'public') {
    send(request, response, route.handler());
    return;
  }
  const holder = await holderOf(deps, request);
  await deps.tokens.count(holder);
  const { systemId } = holder.scope;
  const reply = await deps.inSystem(systemId, () => run(route, request, holder));
  await deps.tokens.noteUse(holder);
  send(request, response, reply);
}

const noToken = (): AppError =>
  new AppError(
    'not-signed-in',
    'Send a token that works in the header “Authorization: Bearer …”. Tokens are made under “Your sign-in”.',
  );

const bearer = /^Bearer +([\w-]{20,200})$/i;

async function holderOf({ tokens }: ApiMountDeps, request: Request): Promise<TokenHolder> {
  const [, token] = bearer.exec(request.get('authorization') ?? '') ?? [];
  const holder = token === undefined ? undefined : await tokens.find(hashOf(token));
  if (!holder) throw noToken();
  return holder;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

async function run(
  { permission, handler }: GuardedApiRoute,
  request: Request,
  { scope }: TokenHolder,
): Promise<ApiReply> {
  const params = request.params as Record<string, string>;
  if (Object.values(params).some((value) => value.includes('\0'))) throw notFound();
  if (!may(scope, permission)) {
    throw new AppError('forbidden', 'The role of the token’s owner does not include this.');
  }
  return handler({ scope, params, query: queryOf(request) });
}

const queryOf = ({ originalUrl }: Request): URLSearchParams =>
  new URLSearchParams(originalUrl.split('?').slice(1).join('?'));

/** Kept by programs, and asked again each time whether it still is so. */
function send(request: Request, response: Response, { body, next }: ApiReply): void {
  const text = JSON.stringify(body);
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' });
  if (next !== null) response.set('Link', `<${next}>; rel="next"`);
  if (isKnown(request.get('if-none-match') ?? '', tag)) response.status(304).end();
  else response.type('application/json').send(text);
}

function isKnown(asked: string, tag: string): boolean {
  const bare = (one: string): string => one.trim().replace(/^W\//, '');
  return asked.split(',').some((one) => bare(one) === bare(tag) || bare(one) === '*');
}

function refusal({ logger, isUnavailable }: ApiMountDeps): ErrorRequestHandler {
  return (error: unknown, { path }, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = knownError(error, isUnavailable);
    if (!known) logger.error({ err: error, path }, 'unexpected');
    const status = known?.status ?? 500;
    response.set(waits[status] ?? {});
    sendProblem(response, status, known?.message ?? 'It has been noted. Try again.', error);
  };
}

function knownError(error: unknown, isUnavailable: (error: unknown) => boolean): AppError | null {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) return new AppError('unavailable', 'The database is not available.');
  return error instanceof URIError ? notFound() : null;
}

/** How to go on, for programs: with a token, or later. */
const waits: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'WWW-Authenticate': 'Bearer realm="api"' },
  429: { 'Retry-After': '60' },
  503: { 'Retry-After': '30' },
};

function sendProblem(response: Response, status: number, detail: string, error?: unknown): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(status, detail, error)));
}
