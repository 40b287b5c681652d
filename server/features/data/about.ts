/** What a file says of itself: which round, as of when, by which instruments, with names or without. */
import type { Scope } from '../../domain/access/scope.ts';
import { isPublished, roundStatusWords } from '../../domain/round/round.ts';
import type { RoundData } from '../../results/data/load.ts';
import { momentOf } from '../../results/data/table.ts';

export interface About {
  /** id, as addresses have it */
  readonly system: string;
  readonly systemName: string;
  readonly round: string;
  readonly roundName: string;
  /** "In review" */
  readonly status: string;
  /** not published yet: figures may still change */
  readonly draft: boolean;
  /** moments, "2026-03-20T10:00:00.000Z" */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly publishedAt: string | null;
  /** of the results: 1, or a later one that corrected them; null before publication */
  readonly edition: number | null;
  readonly editionAt: string | null;
  /** what it corrected; '' for none */
  readonly editionNote: string;
  readonly madeAt: string;
  /** agencies' names and what they wrote are in it */
  readonly names: boolean;
  readonly instruments: readonly InstrumentUsed[];
  /** credit lines */
  readonly credits: readonly string[];
  /** the system's recorded assumptions and sources */
  readonly notes: readonly string[];
}
interface InstrumentUsed {
  readonly id: string;
  readonly version: string;
  readonly title: string;
}

export function aboutOf(scope: Scope, data: RoundData, now: Date): About {
  const { round, names, definitions, edition } = data;
  const credits = definitions.flatMap(({ source, support }) => [
    source.credit,
    ...(support ? [support.source.credit] : []),
  ]);
  return {
    system: scope.systemSlug,
    systemName: scope.systemName,
    round: round.slug,
    roundName: round.name,
    status: roundStatusWords[round.status],
    draft: !isPublished(round.status),
    opensAt: momentOf(round.opensAt),
    closesAt: momentOf(round.closesAt),
    publishedAt: momentOf(round.publishedAt),
    edition: edition?.number ?? null,
    editionAt: momentOf(edition?.publishedAt ?? null),
    editionNote: edition?.note ?? '',
    madeAt: now.toISOString(),
    names,
    instruments: definitions.map(({ id, version, title }) => ({ id, version, title })),
    credits: [...new Set(credits)],
    notes: round.notes,
  };
}
