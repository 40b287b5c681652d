/** What of a response is counted and not there, by name: domains, and sectors in Places. */
import type { Counted } from '../../domain/answers/counted.ts';
import type { Definition } from '../../domain/instrument/definition.ts';
import type { AskedResponse } from './asked.queries.ts';
import type { ProgressRound } from './round.queries.ts';
import type { CountedBy, Given } from './shares.queries.ts';

export interface MissingFacts {
  readonly counted: CountedBy;
  readonly given: Given;
  readonly round: Pick<ProgressRound, 'places'>;
}

/** Where all that is counted is there, more may be asked for: the page that checks the answers says it. */
export function missingIn(
  { id, versionId, begun }: Pick<AskedResponse, 'id' | 'versionId' | 'begun'>,
  { kind }: Pick<Definition, 'kind'>,
  { given, counted: countedBy, round }: MissingFacts,
): string[] {
  const counted = countedBy.get(versionId);
  if (!counted) return [];
  const there = given.items.filter(({ responseId }) => responseId === id);
  const left = counted.items.filter((item) => !there.some(({ itemId }) => itemId === item.id));
  const isWholeGrid = kind === 'maturity' && left.length === counted.items.length;
  const names = [
    ...(isWholeGrid ? ['Every domain'] : left.map(({ name }) => name)),
    ...unaccounted(id, counted, given, round.places),
  ];
  const isAnything = counted.items.length + counted.groups.length > 0;
  return names.length === 0 && begun && isAnything
    ? ['All that is counted is there, and not submitted']
    : names;
}

/** "Health visiting in Quillby" */
function unaccounted(
  id: string,
  { groups }: Counted,
  { lacks }: Given,
  places: ProgressRound['places'],
): string[] {
  const own = lacks.filter(({ responseId }) => responseId === id);
  return groups.flatMap((group) =>
    places
      .filter((place) =>
        own.some(({ sector, placeId }) => sector === group.id && placeId === place.id),
      )
      .map((place) => `${group.name} in ${place.name}`),
  );
}
