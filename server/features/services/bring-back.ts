/** Brings one answer of an entry back as it once was: decided under the response's lock, written as any other save. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { isSamePart } from '../../domain/answers/history.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { updateEntry } from './entries.queries.ts';
import { keepShown } from './entry.form.ts';
import { targetOf } from './entry.save.ts';
import { listEntryHistory } from './history.queries.ts';
import { entryParts, type Found } from './history.view.ts';
import { FROZEN, writeMap, type OpenMap, type ServicesDeps } from './open-map.ts';
import { findEntry } from './services.queries.ts';

/** What somebody asks for, as an address or a form names it. */
export interface Wanted {
  readonly entryId: string;
  readonly revision: string;
  readonly part: string;
}

/** @throws not found for what the entry's history does not hold */
export async function findOld(
  db: Knex,
  scope: Scope,
  map: OpenMap,
  wanted: Wanted,
): Promise<Found> {
  const entry = await findEntry(db, scope, map.response.id, wanted.entryId);
  if (!entry) throw notFound();
  const saved = await listEntryHistory(db, scope, entry.id);
  const part = entryParts(map).find(({ id }) => id === wanted.part);
  const old = saved.find(({ revision }) => String(revision) === wanted.revision);
  const current = saved.at(-1);
  if (!part || !old || !current) throw notFound();
  return { entry, part, old, current };
}

/**
 * @param shown the entry's revision that the page told of
 * @returns what somebody changed after that; null where it is done
 */
export async function bringBack(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  wanted: Wanted & { readonly shown: string },
): Promise<Found | null> {
  const done = await writeMap(deps, scope, map, async (trx): Promise<Found | null> => {
    const found = await findOld(trx, scope, map, wanted);
    const { entry, part, old, current } = found;
    if (entry.removedAt) throw conflict('It is not in the list now: put it back there first.');
    // Sent twice: it stands there already.
    if (isSamePart(part, old.value, current.value)) return null;
    const saved = await listEntryHistory(trx, scope, entry.id);
    const seen = saved.find(({ revision }) => String(revision) === wanted.shown);
    if (!isSamePart(part, seen?.value, current.value)) return found;
    const answers = withAnswer(map, found);
    const { id, revision } = entry;
    await updateEntry(trx, scope, targetOf(map), { id, revision, answers, now: deps.now() });
    return null;
  });
  if (done === FROZEN) throw conflict('This can’t be changed now: nothing was replaced.');
  return done;
}

const conflict = (text: string): AppError => new AppError('conflict', text);

/** @throws conflict where the question is not asked, as the entry's other answers are now */
function withAnswer({ item, items }: OpenMap, { entry, part, old }: Found) {
  const was = Object.hasOwn(old.value.answers, part.id) ? old.value.answers[part.id] : undefined;
  if (was === undefined) {
    if (part.id === item.titleItem) {
      throw conflict('A name is needed: an empty one is not brought back.');
    }
    return Object.fromEntries(Object.entries(entry.answers).filter(([id]) => id !== part.id));
  }
  const answers = keepShown(items, { ...entry.answers, [part.id]: was });
  if (Object.hasOwn(answers, part.id)) return answers;
  throw conflict(
    'The question does not apply as the other answers are now, so nothing was replaced.',
  );
}
