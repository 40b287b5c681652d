/** A route as data: method, address, what it asks of the person, and a handler that turns a request into a reply. */
import type { Permission } from '../domain/access/may.ts';
import type { Scope } from '../domain/access/scope.ts';
import type { Form } from './form.ts';
import type { Reply } from './reply.ts';

export interface AnyRequest {
  /** path parameters by name */
  readonly params: Readonly<Record<string, string>>;
  /** single-valued query parameters */
  readonly query: Readonly<Record<string, string>>;
  readonly form: Form;
  /** of this session; goes into every form */
  readonly csrf: string;
  readonly scope: Scope | null;
  readonly session: SessionHandle;
}
export interface SignedInRequest extends AnyRequest {
  readonly scope: Scope;
}
export interface SessionHandle {
  /** ends the old session and begins a new one */
  readonly signIn: (person: { personId: string; systemId: string }) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

interface RouteBase {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** its form may come with files; elsewhere one that does is not read */
  readonly takesFiles?: boolean;
}
export interface PublicRoute extends RouteBase {
  readonly permission: 'public';
  readonly handler: (request: AnyRequest) => Promise<Reply> | Reply;
}
export interface GuardedRoute extends RouteBase {
  readonly permission: Permission;
  readonly handler: (request: SignedInRequest) => Promise<Reply> | Reply;
}
export type Route = PublicRoute | GuardedRoute;

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

/** A path parameter that the route's own path names. */
export function param(request: AnyRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}
