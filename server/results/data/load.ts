/** A round's data for whoever may take it away: the tables that the downloads write, as their role may see them. */
import { asExporter } from '../../domain/access/may.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError } from '../../domain/errors.ts';
import type { Definition } from '../../domain/instrument/definition.ts';
import { levelItems } from '../../domain/instrument/items.ts';
import { isPublished } from '../../domain/round/round.ts';
import { loadActions } from '../actions.ts';
import { listPublishedChanges } from '../editions.queries.ts';
import {
  loadAllAbsences,
  loadGrid,
  loadMap,
  loadRound,
  type ResultsDeps,
  type VisibleRound,
} from '../load.ts';
import { loadNeeds } from '../needs.ts';
import { supportElements } from '../service-map.ts';
import { actionsTable } from './actions.table.ts';
import { listAgencies } from './agencies.queries.ts';
import { answersTable } from './answers.table.ts';
import { entriesTable } from './entries.table.ts';
import { instrumentTable } from './instrument.table.ts';
import { placesTable } from './places.table.ts';
import { scoresTable } from './scores.table.ts';
import { systemTable } from './system.table.ts';
import type { DataTable } from './table.ts';

/** Of the published results: 1, or a later one that corrected them. */
export interface Edition {
  readonly number: number;
  readonly publishedAt: Date | null;
  /** what it corrected, for readers; '' for none */
  readonly note: string;
}
export interface RoundData extends VisibleRound {
  /** agencies' names, their answers and what they wrote are in it */
  readonly names: boolean;
  readonly definitions: readonly Definition[];
  /** null before publication */
  readonly edition: Edition | null;
  /** in the order of `tableNames`; what the round does not ask, or the reader may not have, is left out */
  readonly tables: readonly DataTable[];
}

/**
 * Nothing of the tables is read yet. Each is read when its turn comes: of a round in review a table may be seconds
 * younger than another; a published one stands still but for a new edition, and then the figures are refused.
 * @throws not found: no such round in the scope's system, or its data may not be taken away (yet)
 */
export async function loadData(
  deps: ResultsDeps,
  person: Scope,
  roundSlug: string,
): Promise<RoundData> {
  const scope = asExporter(person);
  const visible = await loadRound(deps, scope, roundSlug);
  const { round, places } = visible;
  const names = places.every((place) => place.names);
  const versionIds = [round.gridVersionId, round.mapVersionId].flatMap((id) => id ?? []);
  const definitions = await Promise.all(versionIds.map(deps.definitions));
  // The page that says how large each table is need not work the figures out.
  const domains = definitions.flatMap(levelItems);
  const scored = [...domains, ...definitions.flatMap(supportElements)];
  const edition = await editionOf(deps, scope, round);
  const facts = once(async () => {
    const [grid, map, absences, needs] = await Promise.all([
      loadGrid(deps, scope, visible),
      loadMap(deps, scope, visible),
      loadAllAbsences(deps, scope, visible),
      loadNeeds(deps, scope, visible),
    ]);
    refuseAnother(edition, await editionOf(deps, scope, round));
    return { places, grid, map, absences, needs };
  });
  const placeNames = new Map(places.map(({ id, name }) => [id, name]));
  const entries = await entriesOf(deps, scope, visible, names);
  return {
    round,
    places,
    names,
    definitions,
    edition,
    tables: [
      placesTable(facts, places.length),
      scoresTable(names, facts, places.length * scored.length),
      ...(round.gridVersionId === null ? [] : [systemTable(facts, domains.length)]),
      ...(names ? [answersTable(deps, scope, { roundId: round.id, places: placeNames })] : []),
      ...(entries ? [entries] : []),
      actionsTable(round, () => loadActions(deps, scope)),
      instrumentTable(definitions),
    ],
  };
}

async function editionOf(
  { db }: ResultsDeps,
  scope: Scope,
  { id, status, publishedAt }: VisibleRound['round'],
): Promise<Edition | null> {
  if (!isPublished(status)) return null;
  const [last] = await listPublishedChanges(db, scope, id);
  return last ?? { number: 1, publishedAt, note: '' };
}

/** A file that names one edition never holds the levels of another. */
function refuseAnother(begun: Edition | null, now: Edition | null): void {
  if (begun?.number === now?.number) return;
  throw new AppError(
    'conflict',
    'A new edition of these results was published while the file was made. Download it again.',
  );
}

/** Two tables are made of the same figures: they are worked out when the first is asked for. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => (loaded ??= load());
}

async function entriesOf(
  deps: ResultsDeps,
  scope: Scope,
  { round, places }: VisibleRound,
  names: boolean,
): Promise<DataTable | null> {
  const versionId = round.mapVersionId;
  if (versionId === null) return null;
  const [definition, agencies] = await Promise.all([
    deps.definitions(versionId),
    names ? listAgencies(deps.db, scope) : [],
  ]);
  return entriesTable(deps, scope, {
    selection: { versionId, roundId: round.id },
    definition,
    places,
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    names,
  });
}
