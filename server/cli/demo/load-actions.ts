/** Loads the invented system's actions, with everything that was said of them since. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { ActionContent } from '../../domain/actions/action.ts';
import { actionChanges, type NamedContent } from '../../domain/actions/change.ts';
import { changeAction, raiseAction, type Origin } from '../../features/actions/write.queries.ts';
import { idOf, type SystemIds } from '../../features/set-up/set-up.queries.ts';
import { afternoonOf } from './afternoon.ts';
import { gridItems } from './load-grid.ts';
import { scopeOf } from './people.ts';
import type { FictionalSeed, SeedAction } from './seed.types.ts';
import { elementTitles } from './seeds.ts';

interface Loading {
  /** a transaction */
  readonly db: Knex;
  readonly seed: FictionalSeed;
  readonly ids: SystemIds;
  readonly today: Date;
  readonly newId: () => string;
}

/** After the rounds that they were raised in. */
export async function loadActions(loading: Loading): Promise<void> {
  for (const action of loading.seed.actions) await loadAction(loading, action);
}

async function loadAction(loading: Loading, action: SeedAction): Promise<void> {
  const { db, today, newId } = loading;
  const { raisedBy, daysAgo, changes } = action;
  const id = newId();
  const origin = await originOf(loading, action);
  let content = contentOf(loading, action);
  await raiseAction(
    db,
    personOf(loading, raisedBy),
    { ...origin, id, content, note: '' },
    afternoonOf(today, -daysAgo),
  );
  for (const [index, { by, daysAgo: ago, status, note }] of changes.entries()) {
    const after: NamedContent = { ...content, status };
    const deed = { content: after, changes: actionChanges(content, after), note };
    const placed = { id, placeId: origin.placeId, basedOn: index + 1, reviewRoundId: null };
    await changeAction(db, personOf(loading, by), { ...deed, ...placed }, afternoonOf(today, -ago));
    content = after;
  }
}

function personOf({ seed, ids }: Loading, email: string): Scope {
  const person = seed.system.people.find((known) => known.email === email);
  if (!person) throw new Error(`actions: nobody has the address ${email}`);
  return scopeOf(ids, seed.system, person);
}

function contentOf({ ids, today }: Loading, action: SeedAction): NamedContent {
  const { what, agency, person, dueInDays, aimedLevel = null, ownerName = '' } = action;
  const content: ActionContent = {
    what,
    ownerAgencyId: agency === undefined ? null : idOf(ids.agencies, agency),
    ownerPersonId: person === undefined ? null : idOf(ids.people, person),
    ownerName,
    dueOn: dueInDays === undefined ? null : dayIn(today, dueInDays),
    status: 'proposed',
    aimedLevel,
    criteria: [],
  };
  // Owners do not change here, so their names are not needed.
  return { ...content, ownerAgency: '', ownerPerson: '' };
}

const dayIn = (today: Date, days: number): string =>
  afternoonOf(today, days).toISOString().slice(0, 10);

async function originOf({ db, ids }: Loading, action: SeedAction): Promise<Origin> {
  const { place, round, source, item } = action;
  const placeId = place === undefined ? null : idOf(ids.places, place);
  if (round === undefined || source === undefined || item === undefined) {
    return { placeId, source: 'none', itemId: null, about: '', roundId: null };
  }
  const found = await db('rounds').where({ system_id: ids.systemId, slug: round }).first('id');
  if (!found) throw new Error(`actions: there is no round ${round}`);
  return { placeId, source, itemId: item, about: aboutOf(source, item), roundId: found.id };
}

function aboutOf(source: 'domain' | 'element', item: string): string {
  const about =
    source === 'domain'
      ? gridItems().find(({ id }) => id === item)?.text
      : elementTitles().get(item);
  if (about === undefined) throw new Error(`actions: there is no ${source} ${item}`);
  return about;
}
