/** What the contract expects of an answer, and what an answer amounts to. */
import { unreachable, type Area, type Role } from './contract.ts';
import type { Answer } from './site.ts';

export type Asker = Role | 'signed out';
/** "sign in": a page leads there, a form is given back with what it holds. */
export type Verdict = 'yes' | '403' | '404' | 'sign in';

export const isUnreachable = (relation: string): boolean =>
  unreachable.some((one) => one === relation);

/** What somebody should be told of a record with this relation. */
export function expected(area: Area, asker: Asker, relation: string): Verdict {
  if (typeof area.reach === 'string') return isUnreachable(relation) ? '404' : 'yes';
  if (asker === 'signed out' || isWithoutToken(area, asker)) return 'sign in';
  if (area.refused?.[asker]?.includes(relation)) return '403';
  return inRole(area.reach[asker], relation);
}

const isWithoutToken = (area: Area, asker: Role): boolean =>
  area.byToken === true && asker === 'administrator';

function inRole(reached: readonly string[] | undefined, relation: string): Verdict {
  if (!reached) return '403';
  return reached.includes(relation) ? 'yes' : '404';
}

/** Downloads are noted in the audit trail, and of a token when it was used. */
const noted = /^GET \/\S+\.(csv|json|pdf|xlsx)$|^GET \/api\//;

/** May the request leave something behind in the database? */
export function mayChange(area: Area, asker: Asker, route: string, relation: string): boolean {
  if (expected(area, asker, relation) !== 'yes' || area.frozen?.includes(relation)) return false;
  return route.startsWith('POST') || noted.test(route);
}

/** Done, refused for what the form holds, or led on within the site: whoever is told so has come in. */
const inside = [200, 303, 409, 422];

export function verdictOf({ status, told }: Answer): Verdict | `status ${number}` {
  if (status === 401 || (status === 303 && /^location: \/sign-in/m.test(told))) return 'sign in';
  if (status === 403) return '403';
  if (status === 404) return '404';
  return inside.includes(status) ? 'yes' : `status ${status}`;
}
