/** Puts routes on Express: form, permission, form token, handler, reply - in this order for every route. */
import {
  raw,
  Router,
  text,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { may } from '../domain/access/may.ts';
import { isRecent, recentMinutes } from '../domain/access/sign-in.ts';
import { AppError, notFound } from '../domain/errors.ts';
import { parseForm, type Form } from './form.ts';
import { noteAnswers } from './kept.ts';
import { parseMultipart } from './multipart.ts';
import { paths } from './paths.ts';
import { redirect, type Reply } from './reply.ts';
import type { Render } from './render.ts';
import type { AdministratorRoute, AnyRequest, GuardedRoute, Route } from './route.ts';
import { send } from './send.ts';
import { sendStream } from './stream.ts';
import {
  formToken,
  isFromOwnPage,
  isOwnForm,
  isSomebody,
  sessionHandle,
  whoAsks,
  type Who,
} from './session.ts';

export interface MountDeps {
  readonly render: Render;
  readonly sessions: RequestHandler;
  /** our own origin, as forms name it */
  readonly baseUrl: string;
  readonly demo: boolean;
  readonly version: string;
  /** does the work with the database answering from this system's rows only */
  readonly inSystem: <T>(systemId: string, work: () => T) => T;
}

const maxBody = '2mb';

function singleValues(query: Request['query']): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string') values[name] = value;
  }
  return values;
}

/** No record is called by a NUL, and the database refuses to look for one. */
function refuseNul(params: Readonly<Record<string, string>>): void {
  if (Object.values(params).some((value) => value.includes('\0'))) throw notFound();
}

const signInFirst = (): AppError =>
  new AppError('not-signed-in', 'Nothing was saved: this page needs somebody who is signed in.');
const signInAgain = (): AppError =>
  new AppError(
    'not-recent',
    `Nothing was saved: this asks for a sign-in of the last ${String(recentMinutes)} minutes.`,
  );

/** A form without the token of this session, or of another site's. */
function refusedForm(request: Request, who: Who, baseUrl: string): AppError {
  if (!isSomebody(who)) return signInFirst();
  return isFromOwnPage(request, baseUrl)
    ? new AppError('stale-form', 'Nothing was saved yet: the page was opened before you signed in.')
    : new AppError('forbidden', 'This form was sent from another site. Nothing was done.');
}

/** Leads a page to sign-in and back; a form is given back with what was typed (see kept.ts). */
function askToSignIn(route: Route, path: string, why = signInFirst): Reply {
  if (route.method === 'get') return redirect(paths.signIn(path));
  throw why();
}

const forbidden = (): AppError =>
  new AppError('forbidden', 'Your role does not include this page.');

function isTooLongAgo(route: Route, { session }: AnyRequest): boolean {
  return route.recent === true && !isRecent(session.person?.provenAt ?? 0, Date.now());
}

/** What the route asks for, or the refusal. */
async function run(
  { inSystem }: MountDeps,
  route: Route,
  request: AnyRequest,
  path: string,
): Promise<Reply> {
  const { scope } = request;
  const work = (): Promise<Reply> => runAs(route, request, path);
  return scope ? inSystem(scope.systemId, work) : work();
}

async function runAs(route: Route, request: AnyRequest, path: string): Promise<Reply> {
  if (route.permission === 'public') return route.handler(request);
  if (!isSomebody(request)) return askToSignIn(route, path);
  if (isTooLongAgo(route, request)) return askToSignIn(route, path, signInAgain);
  refuseNul(request.params);
  return route.permission === 'administration'
    ? runForAdministrator(route, request)
    : runInSystem(route, request, path);
}

async function runForAdministrator(route: AdministratorRoute, request: AnyRequest): Promise<Reply> {
  const { administrator } = request;
  if (!administrator) throw forbidden();
  return route.handler({ ...request, administrator });
}

async function runInSystem(route: GuardedRoute, request: AnyRequest, path: string): Promise<Reply> {
  const { scope } = request;
  if (request.administrator && path === paths.home()) return redirect(paths.administration());
  if (!scope || !may(scope, route.permission)) throw forbidden();
  return route.handler({ ...request, scope });
}

async function handle(
  deps: MountDeps,
  route: Route,
  request: Request,
  response: Response,
): Promise<void> {
  const who = whoAsks(request);
  if (route.method === 'post' && !isOwnForm(request, deps.baseUrl)) {
    throw refusedForm(request, who, deps.baseUrl);
  }
  const reply = await run(
    deps,
    route,
    {
      params: request.params as Record<string, string>,
      query: singleValues(request.query),
      form: request.body as Form,
      wantsBody: request.method !== 'HEAD',
      get csrf() {
        return formToken(request);
      },
      ...who,
      session: sessionHandle(request),
      address: request.ip ?? '',
    },
    request.originalUrl,
  );
  response.set('Cache-Control', 'no-store');
  const csrf = isSomebody(who) ? formToken(request) : '';
  if (reply.kind !== 'stream') {
    send(response, reply, { ...deps, path: request.path, who, csrf });
    return;
  }
  const { scope } = who;
  await sendStream(response, reply, (work) =>
    scope ? deps.inSystem(scope.systemId, work) : work(),
  );
}

/** From here on the body is a form, empty where none was sent. */
const toForm: RequestHandler = async (request, _response, next) => {
  request.body = await formIn(request);
  next();
};

async function formIn(request: Request): Promise<Form> {
  const body: unknown = request.body;
  if (Buffer.isBuffer(body)) return parseMultipart(request.get('content-type') ?? '', body);
  return parseForm(typeof body === 'string' ? body : '');
}

/** Where the session can't be looked for, the form is read all the same: its words are given back (see kept.ts). */
function readAnyway(sessions: RequestHandler, readForm: RequestHandler): RequestHandler[] {
  const faults = new WeakMap<Request, unknown>();
  return [
    (request, response, next) => {
      noteAnswers(request);
      void sessions(request, response, (fault?: unknown) => {
        faults.set(request, fault);
        next();
      });
    },
    readForm,
    toForm,
    (request, _response, next) => {
      next(faults.get(request));
    },
  ];
}

/** What an address begins with: "responses" of "/responses/:response". */
const beginning = (path: string): string => path.split('/', 2)[1]?.toLowerCase() ?? '';

/**
 * Mounts the routes; Express forwards a rejected promise to the error handler. Express tries them one by one:
 * each beginning has a router of its own, so that a request meets its neighbours only.
 */
export function mount(app: Express, routes: readonly Route[], deps: MountDeps): void {
  const readForm = text({ type: 'application/x-www-form-urlencoded', limit: maxBody });
  const readFiles = raw({ type: 'multipart/form-data', limit: maxBody });
  const routers = new Map<string, Router>();
  for (const route of routes) {
    const router = routers.get(beginning(route.path)) ?? Router();
    routers.set(beginning(route.path), router);
    const handler = (request: Request, response: Response): Promise<void> =>
      handle(deps, route, request, response);
    if (route.method === 'get') router.get(route.path, deps.sessions, toForm, handler);
    else if (route.takesAnswers === true) {
      router.post(route.path, readAnyway(deps.sessions, readForm), handler);
    } else {
      const readers = route.takesFiles === true ? [readForm, readFiles] : [readForm];
      router.post(route.path, deps.sessions, readers, toForm, handler);
    }
  }
  app.use((request, response, next) => {
    const router = routers.get(beginning(request.path));
    if (router) router(request, response, next);
    else next();
  });
}
