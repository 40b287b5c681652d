/** Stores what was decided about Places and agencies, each with its line in the audit trail. */
import type { AgencyCommand, AgencyWish } from '../../domain/set-up/import/agencies.ts';
import { agencyChanges } from '../../domain/set-up/import/agencies.ts';
import type { PlaceCommand } from '../../domain/set-up/import/places.ts';
import { newSlug } from '../../domain/set-up/slug.ts';
import type { SetUpChange } from './change.ts';
import type { StoredAgency, StoredPlace, StoredSystem } from './known.queries.ts';
import {
  insertAgency,
  insertPlace,
  renamePlace,
  setRetired,
  updateAgency,
} from './things.queries.ts';

/** Slugs that are taken, those of things added meanwhile included. */
export function slugsOf(things: readonly { readonly slug: string }[]): Set<string> {
  return new Set(things.map(({ slug }) => slug));
}

/** @param taken gets the new slug. @returns the Place's slug */
export async function storePlace(
  change: SetUpChange,
  { id, name }: PlaceCommand,
  taken: Set<string>,
): Promise<string> {
  const { trx, scope, system, record } = change;
  const place = system.places.find((one) => one.id === id);
  if (place) {
    await changePlace(change, place, name);
    if (place.retired) await bringBack(change, 'places', place);
    return place.slug;
  }
  const slug = newSlug(name, 'place', taken);
  taken.add(slug);
  const subjectId = change.newId();
  await insertPlace(trx, scope, { id: subjectId, slug, name });
  await record({ act: 'place.added', subjectType: 'place', subjectId, details: { name } });
  return slug;
}

export async function changePlace(
  { trx, scope, record }: SetUpChange,
  { id, name: from }: StoredPlace,
  name: string,
): Promise<void> {
  if (from === name) return;
  await renamePlace(trx, scope, { id, name });
  const details = { from, name };
  await record({ act: 'place.renamed', subjectType: 'place', subjectId: id, details });
}

/** @param taken gets the new slug. @returns the agency's slug */
export async function storeAgency(
  change: SetUpChange,
  { id, ...wish }: AgencyCommand,
  taken: Set<string>,
): Promise<string> {
  const { trx, scope, system, record } = change;
  const agency = system.agencies.find((one) => one.id === id);
  if (agency) {
    await changeAgency(change, agency, wish);
    if (agency.retired) await bringBack(change, 'agencies', agency);
    return agency.slug;
  }
  const slug = newSlug(wish.name, 'agency', taken);
  taken.add(slug);
  const subjectId = change.newId();
  await insertAgency(trx, scope, { ...wish, id: subjectId, slug });
  const details = { name: wish.name, onPaper: wish.onPaper };
  await record({ act: 'agency.added', subjectType: 'agency', subjectId, details });
  return slug;
}

export async function changeAgency(
  { trx, scope, system, record }: SetUpChange,
  agency: StoredAgency,
  wish: AgencyWish,
): Promise<void> {
  const changes = agencyChanges({ ...agency, retired: false }, wish, system);
  if (changes.length === 0) return;
  const placeIds = withRetired(system, agency.placeIds, wish.placeIds);
  await updateAgency(trx, scope, { ...wish, id: agency.id, placeIds });
  await record({
    act: 'agency.changed',
    subjectType: 'agency',
    subjectId: agency.id,
    details: {
      changed: changes.map(({ what }) => what).join(', '),
      ...(agency.name === wish.name ? {} : { from: agency.name, name: wish.name }),
    },
  });
}

/** Forms and tables offer no retired Places: those that were there before stay, for the results that count on them. */
export function withRetired(
  { places }: Pick<StoredSystem, 'places'>,
  before: readonly string[],
  chosen: readonly string[],
): string[] {
  const kept = places.filter(({ id, retired }) => retired && before.includes(id));
  return [...new Set([...chosen, ...kept.map(({ id }) => id)])];
}

type List = 'places' | 'agencies';
const nouns = { places: 'place', agencies: 'agency' } as const;

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly retired: boolean;
}

/** Done already, it changes nothing. */
export async function retire(change: SetUpChange, list: List, thing: Thing): Promise<void> {
  if (thing.retired) return;
  const { trx, scope, now, record } = change;
  await setRetired(trx, scope, list, { id: thing.id, retiredAt: now });
  const subjectType = nouns[list];
  const details = { name: thing.name };
  await record({ act: `${subjectType}.retired`, subjectType, subjectId: thing.id, details });
}

/** Done already, it changes nothing. */
export async function bringBack(change: SetUpChange, list: List, thing: Thing): Promise<void> {
  if (!thing.retired) return;
  const { trx, scope, record } = change;
  await setRetired(trx, scope, list, { id: thing.id, retiredAt: null });
  const subjectType = nouns[list];
  const details = { name: thing.name };
  await record({ act: `${subjectType}.restored`, subjectType, subjectId: thing.id, details });
}
