/** What a sector offers, in a line, and what of it has changed between two rounds. */
import type { SectorCellView, SectorOffer } from '../sector-table.view.ts';
import { andList, capital, counted, lower } from '../words.ts';
import { notCompared, type Move, type Times } from './moves.ts';

/** "Universal 2, targeted gap, specialist 1" */
export function offersText({ text, offers }: SectorCellView): string {
  if (offers.length === 0) return text;
  return sentence(offers.map(({ level, text: count }) => `${level} ${count}`));
}

const sentence = (levels: readonly string[]): string => capital(levels.map(lower).join(', '));

interface LevelPair {
  readonly now: SectorOffer;
  readonly then: SectorOffer;
}

/**
 * A sector in a Place: a level is gained where its gap is filled, and lost where there is one now.
 * @param before undefined where the earlier round did not ask about the Place
 */
export function sectorMove(
  cell: SectorCellView,
  before: SectorCellView | undefined,
  times: Times,
): Move {
  const silent = [silence(cell, times.now), silence(before, times.then)].filter(Boolean);
  if (silent.length > 0) return notCompared(silent.join('; '));
  const pairs = cell.offers.flatMap((now, n): LevelPair[] => {
    const then = before?.offers[n];
    return then ? [{ now, then }] : [];
  });
  const gained = pairs.filter(({ now, then }) => now.count > 0 && then.isGap).length;
  const lost = pairs.filter(({ now, then }) => now.isGap && then.count > 0).length;
  if (gained + lost === 0) {
    const unknown = [unsaid(pairs, 'now', times.now), unsaid(pairs, 'then', times.then)];
    const why = unknown.filter(Boolean).join('; ');
    if (why !== '') return notCompared(why);
  }
  return { text: movedText(cell, pairs), change: reachChange(gained, lost), why: '' };
}

/** Why nothing is known of the sector; '' where something is. */
function silence(cell: SectorCellView | undefined, when: string): string {
  if (cell === undefined) return `not asked in ${when}`;
  return cell.offers.length === 0 ? `${lower(cell.text)} in ${when}` : '';
}

/** "specialist not known in Spring 2026": an answer may still name a service. */
function unsaid(pairs: readonly LevelPair[], side: keyof LevelPair, when: string): string {
  const levels = pairs.map((pair) => pair[side]).filter(({ mayFill }) => mayFill);
  if (levels.length === 0) return '';
  return `${andList(levels.map(({ level }) => lower(level)))} not known in ${when}`;
}

/** The levels whose services are more, fewer or new; where none are, the levels that have any. */
function movedText(cell: SectorCellView, pairs: readonly LevelPair[]): string {
  const moved = pairs.filter(({ now, then }) => now.text !== then.text);
  if (moved.length === 0) return steadyText(cell);
  return sentence(moved.map(({ now, then }) => `${now.level} ${then.text} to ${now.text}`));
}

function steadyText({ offers }: SectorCellView): string {
  const running = offers.filter(({ count }) => count > 0);
  if (running.length === 0) return 'Gaps at all levels';
  return sentence(running.map(({ level, text }) => `${level} ${text}`));
}

function reachChange(gained: number, lost: number): Move['change'] {
  const by = gained - lost;
  if (by === 0) {
    return { kind: 'same', text: gained === 0 ? 'same levels' : 'as many levels', by };
  }
  const levels = counted(Math.abs(by), 'level', 'levels');
  return by > 0
    ? { kind: 'up', text: `${levels} more`, by }
    : { kind: 'down', text: `${levels} fewer`, by };
}
