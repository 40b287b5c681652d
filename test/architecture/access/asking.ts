/** Asks the application everything that the contract speaks of, and says in sentences where it answers otherwise. */
import type { Addresses, Ids } from './addresses.ts';
import type { Kept } from './changes.ts';
import type { Area } from './contract.ts';
import { expected, isUnreachable, mayChange, verdictOf, type Asker } from './expected.ts';
import type { Fields } from './forms.ts';
import type { Caller } from './site.ts';

export interface Asking {
  readonly addresses: Addresses;
  readonly callers: ReadonlyMap<Asker, Caller>;
  readonly forms: ReadonlyMap<string, Fields>;
  readonly kept: Kept;
}

interface Question {
  readonly asker: Asker;
  readonly caller: Caller;
  readonly relation: string;
  readonly ids: Ids;
}
interface Asked extends Pick<Question, 'asker' | 'relation'> {
  readonly verdict: ReturnType<typeof verdictOf>;
  /** without the address itself, which a page may lead back to */
  readonly told: string;
}

/** Everybody asks for every record; @returns what was not as it should be, in sentences */
export async function faultsOf(asking: Asking, area: Area, route: string): Promise<string[]> {
  const { kept, forms } = asking;
  const fields = forms.get(route) ?? {};
  const questions = questionsOf(asking, area);
  const isDeed = ({ asker, relation }: Question): boolean =>
    mayChange(area, asker, route, relation);
  const asked = await inTurn(
    questions.filter((one) => !isDeed(one)),
    route,
    fields,
  );
  const faults: string[] = [];
  if (await kept.anything()) {
    faults.push(`${route}: somebody who may not changes something in the database`);
    await kept.putBack();
  }
  for (const question of questions.filter(isDeed)) {
    asked.push(await ask(question, route, fields));
    if (await kept.anything()) await kept.putBack();
  }
  for (const asker of asking.callers.keys()) {
    const own = asked.filter((one) => one.asker === asker);
    faults.push(...own.flatMap((one) => faultsIn(area, route, one)), ...differences(route, own));
  }
  return faults;
}

function questionsOf({ addresses, callers }: Asking, area: Area): Question[] {
  return [...callers].flatMap(([asker, caller]) =>
    Object.entries(addresses[area.records]).flatMap(([relation, all]) =>
      all.map((ids) => ({ asker, caller, relation, ids })),
    ),
  );
}

/** What changes nothing is asked by all at once, each in their own order. */
async function inTurn(
  questions: readonly Question[],
  route: string,
  fields: Fields,
): Promise<Asked[]> {
  const askers = new Set(questions.map(({ asker }) => asker));
  const answers = [...askers].map(async (asker) => {
    const asked: Asked[] = [];
    for (const question of questions.filter((one) => one.asker === asker)) {
      asked.push(await ask(question, route, fields));
    }
    return asked;
  });
  return (await Promise.all(answers)).flat();
}

async function ask(
  { asker, caller, relation, ids }: Question,
  route: string,
  fields: Fields,
): Promise<Asked> {
  const [method, path = ''] = route.split(' ');
  const address = addressOf(path, ids);
  const answer = await (method === 'GET' ? caller.get(address) : caller.post(address, fields));
  const told = answer.told.replaceAll(encodeURIComponent(address), '').replaceAll(address, '');
  return { asker, relation, verdict: verdictOf(answer), told: `${answer.status}\n${told}` };
}

function addressOf(path: string, ids: Ids): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`no address stands for :${name} of ${path}`);
    return encodeURIComponent(id);
  });
}

/** Taken away already counts as taken away: said of whatever role the address names, and nothing is done. */
const idempotent = ['POST /set-up/people/:person/roles/:role/remove'];

function faultsIn(area: Area, route: string, { asker, relation, verdict }: Asked): string[] {
  const wanted = expected(area, asker, relation);
  const isGone = wanted === '404' && verdict === 'yes' && idempotent.includes(route);
  if (verdict === wanted || isGone) return [];
  return [
    `${route}, asked by ${asker} for “${relation}”, should be told ${wanted}, and is told ${verdict}`,
  ];
}

/** Whatever is refused is refused in the same words: a foreign record like one that does not exist. */
function differences(route: string, asked: readonly Asked[]): string[] {
  const nowhere = asked.filter(({ relation }) => isUnreachable(relation));
  return asked
    .filter(({ relation, verdict }) => verdict !== 'yes' || isUnreachable(relation))
    .filter(({ verdict, told }) => {
      const like = nowhere.findLast((one) => one.verdict === verdict);
      return like !== undefined && like.told !== told;
    })
    .map(
      ({ asker, relation }) =>
        `${route}, asked by ${asker} for “${relation}”, is answered otherwise than a missing one`,
    );
}
