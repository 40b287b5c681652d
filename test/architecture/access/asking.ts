/** Asks the application everything that the contract speaks of, and says in sentences where it answers otherwise. */
import type { Addresses, Ids } from './addresses.ts';
import type { Kept } from './changes.ts';
import { unreachable, type Area, type Role } from './contract.ts';
import type { Fields } from './forms.ts';
import type { Answer, Caller } from './site.ts';

export type Asker = Role | 'signed out';
/** "sign in": a page leads there, a form is kept and says so. */
export type Verdict = 'yes' | '403' | '404' | 'sign in';

/** What somebody should be told of a record with this relation. */
export function expected(area: Area, asker: Asker, relation: string): Verdict {
  const { reach } = area;
  const isUnreachable = unreachable.some((one) => one === relation);
  if (typeof reach === 'string') return isUnreachable ? '404' : 'yes';
  if (asker === 'signed out') return 'sign in';
  const reached = reach[asker];
  if (!reached) return '403';
  return reached.includes(relation) ? 'yes' : '404';
}

/** Done, refused for what the form holds, or led on within the site: whoever is told so has come in. */
const inside = [200, 303, 409, 422];

export function verdictOf({ status, told }: Answer): Verdict | `status ${number}` {
  if (status === 401 || (status === 303 && /^location: \/sign-in/m.test(told))) return 'sign in';
  if (status === 403) return '403';
  if (status === 404) return '404';
  return inside.includes(status) ? 'yes' : `status ${status}`;
}

/** Taken away already counts as taken away: said of whatever role the address names, and nothing is done. */
const idempotent = ['POST /set-up/people/:person/roles/:role/remove'];
/** Downloads are noted in the audit trail. */
const noted = /^GET \/\S+\.(csv|pdf)$/;

export interface Asking {
  readonly addresses: Addresses;
  readonly callers: ReadonlyMap<Asker, Caller>;
  readonly forms: ReadonlyMap<string, Fields>;
  readonly kept: Kept;
}

interface Asked {
  readonly asker: Asker;
  readonly relation: string;
  readonly verdict: ReturnType<typeof verdictOf>;
  /** without the address itself, which a page may lead back to */
  readonly told: string;
  readonly changed: boolean;
}

function addressOf(path: string, ids: Ids): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`no address stands for :${name} of ${path}`);
    return encodeURIComponent(id);
  });
}

async function ask(
  { forms, kept }: Asking,
  caller: Caller,
  route: string,
  ids: Ids,
): Promise<Pick<Asked, 'verdict' | 'told' | 'changed'>> {
  const [method, path = ''] = route.split(' ');
  const address = addressOf(path, ids);
  const answer =
    method === 'GET'
      ? await caller.get(address)
      : await caller.post(address, forms.get(route) ?? {});
  const changed = await kept.anything();
  if (changed) await kept.putBack();
  const told = answer.told.replaceAll(encodeURIComponent(address), '');
  return { verdict: verdictOf(answer), told: `${answer.status}\n${told}`, changed };
}

/** Everybody asks for every record; @returns what was not as it should be, in sentences */
export async function faultsOf(asking: Asking, area: Area, route: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [asker, caller] of asking.callers) {
    const asked: Asked[] = [];
    for (const [relation, all] of Object.entries(asking.addresses[area.records])) {
      for (const ids of all) {
        asked.push({ asker, relation, ...(await ask(asking, caller, route, ids)) });
      }
    }
    faults.push(...asked.flatMap((one) => faultsIn(area, route, one)));
    faults.push(...differences(route, asked));
  }
  return faults;
}

function faultsIn(area: Area, route: string, asked: Asked): string[] {
  const { asker, relation, verdict, changed } = asked;
  const who = `${route}, asked by ${asker} for “${relation}”,`;
  const wanted = expected(area, asker, relation);
  const isGone = wanted === '404' && verdict === 'yes' && idempotent.includes(route);
  const told = `${who} should be told ${wanted}, and is told ${verdict}`;
  return [
    ...(verdict === wanted || isGone ? [] : [told]),
    ...(changed && !mayChange(area, asker, route, relation) ? [`${who} changes something`] : []),
  ];
}

function mayChange(area: Area, asker: Asker, route: string, relation: string): boolean {
  if (expected(area, asker, relation) !== 'yes' || area.frozen?.includes(relation)) return false;
  return route.startsWith('POST') || noted.test(route);
}

/** Whatever is refused is refused in the same words: a foreign record like one that does not exist. */
function differences(route: string, asked: readonly Asked[]): string[] {
  const nowhere = asked.filter(({ relation }) => unreachable.some((one) => one === relation));
  return asked
    .filter(
      ({ relation, verdict }) =>
        verdict !== 'yes' || nowhere.some((one) => one.relation === relation),
    )
    .filter(({ verdict, told }) => {
      const like = nowhere.findLast((one) => one.verdict === verdict);
      return like !== undefined && like.told !== told;
    })
    .map(
      ({ asker, relation }) =>
        `${route}, asked by ${asker} for “${relation}”, is answered otherwise than a missing one`,
    );
}
