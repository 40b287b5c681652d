/** The rounds of a system, for its coordinator. */
import { roundStatusWords } from '../../../domain/round/round.ts';
import { mayOpen } from '../../../domain/set-up/readiness.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { formatDateTime } from '../../../web/time.ts';
import type { StoredSystem } from '../known.queries.ts';
import type { StoredRound } from './rounds.queries.ts';

export interface RoundsView {
  readonly caption: string;
  readonly lede: string;
  readonly done: string;
  /** '' where Places or agencies are missing */
  readonly createHref: string;
  readonly createText: string;
  /** '' where there is no round to start from */
  readonly scratchHref: string;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly state: string;
    readonly closes: string;
    /** "3 of 12"; "–" for a draft */
    readonly answers: string;
  }[];
}
export const roundsPage = template<RoundsView>('set-up/rounds/rounds');

export function toRoundsView(
  rounds: readonly StoredRound[],
  system: StoredSystem,
  shown: Pick<RoundsView, 'caption' | 'done'>,
): RoundsView {
  const last = lastOf(rounds);
  const ready = mayOpen(system);
  return {
    ...shown,
    lede: ledeOf(rounds, ready),
    createHref: ready ? paths.setUp.newRound(last?.slug) : '',
    createText: last ? `Create one like ${last.name}` : 'Create a round',
    scratchHref: ready && last ? paths.setUp.newRound() : '',
    rows: rounds.map(({ slug, name, status, closesAt, submitted, asked }) => ({
      name,
      href: paths.setUp.round(slug),
      state: roundStatusWords[status],
      closes: closesAt ? formatDateTime(closesAt) : '',
      answers: status === 'draft' ? '–' : `${submitted} of ${asked}`,
    })),
  };
}

/** The newest round that was opened, to start from. */
export function lastOf(rounds: readonly StoredRound[]): StoredRound | undefined {
  return rounds.find(({ status }) => status !== 'draft');
}

function ledeOf(rounds: readonly StoredRound[], ready: boolean): string {
  if (!ready) return 'A round needs a Place, and an agency that works there. Add them first.';
  const [newest] = rounds;
  if (!newest) return 'No round yet. Create one: it stays a draft until you open it.';
  return `${newest.name} is ${roundStatusWords[newest.status].toLowerCase()}.`;
}
