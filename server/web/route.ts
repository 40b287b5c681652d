/** A route as data: method, address, what it asks of the person, and a handler that turns a request into a reply. */
import type { Permission } from '../domain/access/may.ts';
import type { Administrator, Scope } from '../domain/access/scope.ts';
import type { Form } from './form.ts';
import type { Reply } from './reply.ts';

export interface AnyRequest {
  /** path parameters by name */
  readonly params: Readonly<Record<string, string>>;
  /** single-valued query parameters */
  readonly query: Readonly<Record<string, string>>;
  readonly form: Form;
  /** false where the headers of the answer alone are asked for (HEAD) */
  readonly wantsBody: boolean;
  /** of this session; goes into every form */
  readonly csrf: string;
  readonly scope: Scope | null;
  /** who runs the installation; never together with a scope: one enters a system or the administration */
  readonly administrator: Administrator | null;
  readonly session: SessionHandle;
  /** network address, as far as proxies that we trust tell it */
  readonly address: string;
}
export interface SignedInRequest extends AnyRequest {
  readonly scope: Scope;
}
export interface AdministratorRequest extends AnyRequest {
  readonly administrator: Administrator;
}

/** What is still missing before somebody is signed in: a code besides the link, or the choice of where to enter. */
export type SignInStage = 'code' | 'choose';
export interface SessionPerson {
  readonly personId: string;
  /** null: the administration, or not chosen yet */
  readonly systemId: string | null;
  readonly stage: SignInStage | null;
  /** milliseconds */
  readonly signedInAt: number;
  /** when they last showed who they are: earlier than the sign-in where a provider knew them already; milliseconds */
  readonly provenAt: number;
}
/** `provenAt`: where that was not now */
export type NewSession = Omit<SessionPerson, 'signedInAt' | 'provenAt'> &
  Partial<Pick<SessionPerson, 'provenAt'>>;
export interface SessionHandle {
  /** what the session says; whether it still holds, `scope` and `administrator` tell */
  readonly person: SessionPerson | null;
  /** ends the old session and begins a new one */
  readonly signIn: (person: NewSession) => Promise<void>;
  /** somebody who is signed in goes to another system, or to the administration (null); the sign-in gets no younger */
  readonly move: (systemId: string | null) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** what tells this browser from others, before a sign-in and after it, until sign-out; null: not marked yet */
  readonly mark: string | null;
  /** marks the browser where it is not, and has that stored before the reply */
  readonly leaveMark: () => Promise<string>;
}

interface RouteBase {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** its form may come with files; elsewhere one that does is not read */
  readonly takesFiles?: boolean;
  /** its form holds answers: where we fail to save them, the words are given back */
  readonly takesAnswers?: boolean;
  /** asks for a sign-in of the last minutes */
  readonly recent?: boolean;
}
export interface PublicRoute extends RouteBase {
  readonly permission: 'public';
  readonly handler: (request: AnyRequest) => Promise<Reply> | Reply;
}
export interface GuardedRoute extends RouteBase {
  readonly permission: Permission;
  readonly handler: (request: SignedInRequest) => Promise<Reply> | Reply;
}
export interface AdministratorRoute extends RouteBase {
  readonly permission: 'administration';
  readonly handler: (request: AdministratorRequest) => Promise<Reply> | Reply;
}
export type Route = PublicRoute | GuardedRoute | AdministratorRoute;

export function get(
  path: string,
  permission: Permission,
  handler: GuardedRoute['handler'],
): GuardedRoute {
  return { method: 'get', path, permission, handler };
}

export function post(
  path: string,
  permission: Permission,
  handler: GuardedRoute['handler'],
): GuardedRoute {
  return { method: 'post', path, permission, handler };
}

/** A form of answers, pressed by a person. */
export function postAnswers(
  path: string,
  permission: Permission,
  handler: GuardedRoute['handler'],
): GuardedRoute {
  return { ...post(path, permission, handler), takesAnswers: true };
}

/** A form that may come with files. */
export function postFiles(
  path: string,
  permission: Permission,
  handler: GuardedRoute['handler'],
): GuardedRoute {
  return { ...post(path, permission, handler), takesFiles: true };
}

export function publicGet(path: string, handler: PublicRoute['handler']): PublicRoute {
  return { method: 'get', path, permission: 'public', handler };
}

export function publicPost(path: string, handler: PublicRoute['handler']): PublicRoute {
  return { method: 'post', path, permission: 'public', handler };
}

export function administrationGet(
  path: string,
  handler: AdministratorRoute['handler'],
): AdministratorRoute {
  return { method: 'get', path, permission: 'administration', handler };
}

export function administrationPost(
  path: string,
  handler: AdministratorRoute['handler'],
): AdministratorRoute {
  return { method: 'post', path, permission: 'administration', handler };
}

/** The same route for those who have signed in within the last minutes. */
export function recently<R extends Route>(route: R): R {
  return { ...route, recent: true };
}

/** A path parameter that the route's own path names. */
export function param(request: AnyRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}
