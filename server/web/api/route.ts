/** A route of the interface for programs: address, permission, and a handler that gives back what is sent as JSON. */
import type { Permission } from '../../domain/access/may.ts';
import type { Scope } from '../../domain/access/scope.ts';

export interface ApiRequest {
  /** whoever made the token, as the database has them now */
  readonly scope: Scope;
  /** path parameters by name */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}
export interface ApiReply {
  readonly body: object;
  /** address at which the list goes on; null at its end */
  readonly next: string | null;
}

interface ApiRouteBase {
  readonly method: 'get';
  readonly path: string;
  /** asked with a token: no session, no form */
  readonly api: true;
  readonly recent?: never;
}
export interface GuardedApiRoute extends ApiRouteBase {
  readonly permission: Permission;
  readonly handler: (request: ApiRequest) => Promise<ApiReply>;
}
/** Holds no data: the same for everybody. */
export interface PublicApiRoute extends ApiRouteBase {
  readonly permission: 'public';
  readonly handler: () => ApiReply;
}
export type ApiRoute = GuardedApiRoute | PublicApiRoute;

export function apiGet(
  path: string,
  permission: Permission,
  handler: GuardedApiRoute['handler'],
): GuardedApiRoute {
  return { method: 'get', path, api: true, permission, handler };
}

export function publicApiGet(path: string, handler: PublicApiRoute['handler']): PublicApiRoute {
  return { method: 'get', path, api: true, permission: 'public', handler };
}
