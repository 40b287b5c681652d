/** The page of a round's complete pack: what is in it, how far it is, the file, and the button that has it made. */
import { isPublished } from '../../../domain/round/round.ts';
import { mayStillRead, packKeptDays, packState } from '../../../domain/round/pack.ts';
import type { VisibleRound } from '../../../results/load.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { formatDate, formatTime } from '../../../web/time.ts';
import { captionOf, toHead } from '../report.view.ts';
import { capital, inWords } from '../words.ts';
import type { StoredPack } from './packs.queries.ts';

/** `reports/pack/status`: alone for the page's own script. */
export interface PackStatusView {
  /** '' before anything was asked for */
  readonly text: string;
  /** of a pack under way; null else */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** '' where there is none */
  readonly fileHref: string;
}
export interface PackView {
  readonly caption: string;
  readonly lede: string;
  /** what stands in the way, or has changed since; '' for nothing */
  readonly notice: string;
  readonly status: PackStatusView;
  readonly csrf: string;
  readonly action: string;
  /** of the button; while the pack is under way, of the one that comes where it could not be made */
  readonly button: string;
  readonly isAnew: boolean;
  /** where how far it is stands by itself; '' where it is not under way */
  readonly progressHref: string;
  readonly names: boolean;
}
export const packPage = template<PackView>('reports/pack/pack');
export const packStatus = template<PackStatusView>('reports/pack/status');

/** The Board paper: would it be in a pack that is made now? 'hidden' from those who may not read it. */
export type BoardInPack = 'written' | 'unwritten' | 'hidden';

export interface PackFacts extends VisibleRound {
  readonly system: string;
  /** the reader's own; undefined before the first */
  readonly pack: StoredPack | undefined;
  /** number of the round's last edition; null before publication */
  readonly latest: number | null;
  readonly board: BoardInPack;
  readonly now: Date;
}

export function toPackView(
  facts: PackFacts,
  { csrf, busyWith }: { readonly csrf: string; readonly busyWith: string },
): PackView {
  const { round, places, system } = facts;
  const status = toPackStatus(facts);
  const head = toHead(round, system);
  return {
    caption: captionOf('Complete pack', head),
    lede: ledeOf(
      places.map(({ name }) => name),
      facts.board,
    ),
    notice: busyWith === '' ? changedSince(facts) : busyWords(busyWith),
    status,
    csrf,
    action: paths.pack(round.slug),
    button: buttonWords(facts),
    isAnew: status.fileHref !== '',
    progressHref: status.progress ? paths.packProgress(round.slug) : '',
    names: places.some(({ names }) => names),
  };
}

function ledeOf([first = '', ...others]: readonly string[], board: BoardInPack): string {
  const what = others.length === 0 ? first : `All ${inWords(others.length + 1)} Places in one PDF`;
  const parts = `${board === 'written' ? 'the Board paper, ' : ''}the system, every Place`;
  const lacks =
    board === 'unwritten' ? ' No Board paper has been written yet: none will be in it.' : '';
  return `${what}: ${parts}, what was agreed, and how it was worked out.${lacks}`;
}

const busyWords = (round: string): string =>
  `Your pack of ${round} is still being made. Begin this one when it is done.`;

function buttonWords({ pack, now }: PackFacts): string {
  if (!pack) return 'Make the pack';
  return packState(pack, now) === 'done' ? 'Make it anew' : 'Make it again';
}

export function toPackStatus(facts: PackFacts): PackStatusView {
  const { pack, now, round } = facts;
  const none = { text: '', progress: null, fileHref: '' };
  if (!pack) return none;
  const { placesDone: done, places: of } = pack;
  switch (packState(pack, now)) {
    case 'queued':
      return { ...none, text: 'Waiting its turn.', progress: { done: 0, of } };
    case 'drawing':
      return { ...none, text: drawingWords(done, of), progress: { done, of } };
    case 'stopped':
      return { ...none, text: `It was stopped in the middle${after(done, of)}. Make it again.` };
    case 'failed':
      return {
        ...none,
        text: 'It could not be made. Make it again; if it fails again, tell whoever runs this installation.',
      };
    case 'done':
      return mayHave(facts)
        ? { ...none, text: doneWords(pack), fileHref: paths.packPdf(round.slug) }
        : { ...none, text: 'Your last pack shows more than you may see now. Make it again.' };
  }
}

/** It is done, and shows nothing that its reader may not see any more. */
export function mayHave({ pack, places, board }: PackFacts): boolean {
  if (pack?.status !== 'done' || (pack.board && board === 'hidden')) return false;
  const sees = places.map(({ id, names }) => ({ placeId: id, names }));
  return mayStillRead(pack.shown ?? [], sees);
}

function drawingWords(done: number, of: number): string {
  if (done === 0) return 'Reading the results.';
  const places = `${done} of ${of} ${of === 1 ? 'Place' : 'Places'}`;
  return done < of ? `${places} drawn.` : `${places} drawn; what was agreed comes next.`;
}

const after = (done: number, of: number): string =>
  done === 0 ? '' : `, after ${done} of ${of} Places`;

function doneWords({ edition, madeAt, askedAt, size }: StoredPack): string {
  const which = edition === null ? 'draft' : `edition ${edition}`;
  const until = formatDate(new Date(askedAt.getTime() + packKeptDays * 86_400_000));
  const made = madeAt ?? askedAt;
  return `${capital(which)}, made ${formatDate(made)} at ${formatTime(made)}. PDF, ${sizeWords(size ?? 0)}. Kept until ${until}.`;
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What has been published since the pack was made. */
function changedSince(facts: PackFacts): string {
  const { pack, latest, round } = facts;
  if (!pack || !mayHave(facts) || !isPublished(round.status)) return '';
  const { edition } = pack;
  if (edition === null) return 'The results have been published since. Make the pack anew.';
  return latest !== null && latest > edition
    ? `Edition ${latest} has been published since, with corrected results. Make the pack anew.`
    : '';
}
