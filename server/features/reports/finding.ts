/** The finding of a report in a sentence or two: what is red most, what is furthest apart, what is missing. */
import type { Level, Rag, SystemDomainScore } from '../../domain/scoring/score.ts';
import { andList, capital, inWords, lower, type LevelWords, type RagView } from './words.ts';

/** Something with a colour in each of several Places. */
interface Coloured {
  readonly name: string;
  readonly cells: readonly { readonly rag: { readonly code: Rag } }[];
}
/** A domain over all Places; cells and scores stand in the same order. */
interface ComparedDomain extends Coloured {
  readonly cells: readonly { readonly place: string; readonly rag: { readonly code: Rag } }[];
  readonly scores: readonly { readonly level: Level | null }[];
  readonly system: Pick<SystemDomainScore, 'lowest' | 'highest' | 'gap' | 'gapOpen'>;
}
/** More names than this are counted instead. */
const MOST_NAMES = 3;

/** The system's grid: what is red most, and the widest equity gap that rests on no open split. */
export function gridFinding(rows: readonly ComparedDomain[], words: LevelWords): string[] {
  return [mostRed(rows, 'domain'), furthestApart(rows, words)].filter(Boolean);
}

/** The system's support elements: what is red most, how much is green, how much is not known. */
export function elementsFinding(rows: readonly Coloured[]): string[] {
  const cells = rows.flatMap((row) => row.cells);
  const count = (rag: Rag): number => cells.filter((cell) => cell.rag.code === rag).length;
  const [green, white] = [count('green'), count('white')];
  const known = green === 0 ? 'None is green yet' : `${green} of ${cells.length} are green`;
  return [
    mostRed(rows, 'element'),
    white === 0 ? `${known}.` : `${known}; ${white} of ${cells.length} are not known.`,
  ];
}

function mostRed(rows: readonly Coloured[], noun: string): string {
  const reds = (row: Coloured): number => row.cells.filter(({ rag }) => rag.code === 'red').length;
  const most = Math.max(0, ...rows.map(reds));
  const places = rows[0]?.cells.length ?? 0;
  if (most === 0) return `No ${noun} is red${places > 1 ? ' in any Place' : ''}.`;
  const names = rows.filter((row) => reds(row) === most).map(({ name }) => name);
  return redSentence(names, noun, places > 1 ? ` in ${most} of ${places} Places` : '');
}

function redSentence(names: readonly string[], noun: string, where: string): string {
  const [first = '', ...rest] = names;
  if (names.length > MOST_NAMES) {
    return `${ofThem(names.length)} ${noun}s are red${where}, ${lower(first)} among them.`;
  }
  return `${andList([first, ...rest.map(lower)])} ${isAre(names.length)} red${where}.`;
}

function furthestApart(rows: readonly ComparedDomain[], words: LevelWords): string {
  const widest = rows
    .filter(({ system }) => !system.gapOpen && (system.gap ?? 0) > 0)
    .toSorted((one, other) => (other.system.gap ?? 0) - (one.system.gap ?? 0))[0];
  if (!widest) return '';
  const { lowest, highest } = widest.system;
  if (lowest === null || highest === null) return '';
  const at = (level: Level): string => `${placesAt(widest, level)} at ${words.word(level)}`;
  return `Places are furthest apart in ${lower(widest.name)}: ${at(lowest)}, ${at(highest)}.`;
}

function placesAt({ cells, scores }: ComparedDomain, level: Level): string {
  const names = cells.filter((_, n) => scores[n]?.level === level).map(({ place }) => place);
  return names.length > MOST_NAMES ? `${inWords(names.length)} Places` : andList(names);
}

/** One domain of a Place, as far as its finding goes. */
interface StandingDomain {
  /** null where there is none, or none yet */
  readonly level: number | null;
  /** agencies differ, and nothing is agreed */
  readonly discuss: boolean;
  /** higher than in the round before */
  readonly up: boolean;
}

/** A Place's domains: where most of them stand, and on how many the agencies differ. */
export function placeGridFinding(domains: readonly StandingDomain[], words: LevelWords): string[] {
  const differ = domains.filter(({ discuss }) => discuss).length;
  const level = commonest(domains);
  const there = domains.filter((domain) => domain.level === level);
  const up = there.filter((domain) => domain.up).length;
  const moved = up > 0 ? `, ${inWords(up)} of them up since the last round` : '';
  const verb = there.length === 1 ? 'stands' : 'stand';
  return [
    level === null
      ? 'No domain has a level yet.'
      : `${capital(inWords(there.length))} of ${inWords(domains.length)} domains ${verb} at ${words.word(level)}${moved}.`,
    ...(differ > 0 ? [`Agencies differ on ${inWords(differ)}.`] : []),
  ];
}

/** The level that occurs most; of several the lowest, since it calls for attention. */
function commonest(domains: readonly StandingDomain[]): Level | null {
  const count = (level: Level): number => domains.filter((each) => each.level === level).length;
  const most = ([0, 1, 2, 3, 4] as const).toSorted((a, b) => count(b) - count(a) || a - b)[0];
  return most === undefined || count(most) === 0 ? null : most;
}

/** A Place's support elements: which are red, and whether any is green; where neither, what they are. */
export function placeElementsFinding(
  elements: readonly { readonly title: string; readonly rag: RagView }[],
): string[] {
  const total = inWords(elements.length);
  const [first] = elements;
  if (first && elements.every(({ rag }) => rag.code === first.rag.code)) {
    return [`All ${total} elements of support are ${first.rag.word.toLowerCase()}.`];
  }
  const red = elements.filter(({ rag }) => rag.code === 'red').map(({ title }) => lower(title));
  const green = elements.filter(({ rag }) => rag.code === 'green').length;
  if (red.length + green === 0) {
    return [`None of the ${total} elements of support is red or green: ${talliedWords(elements)}.`];
  }
  return [
    red.length === 0
      ? `None of the ${total} elements of support is red.`
      : `${ofThem(red.length)} of the ${total} elements of support ${isAre(red.length)} red${red.length <= MOST_NAMES ? `: ${andList(red)}` : ''}.`,
    green === 0 ? 'None is green.' : `${ofThem(green)} ${isAre(green)} green.`,
  ];
}

/** "two are amber and four unknown" */
function talliedWords(elements: readonly { readonly rag: RagView }[]): string {
  const words = elements.map(({ rag }) => rag.word.toLowerCase());
  const tallies = [...new Set(words)].map((word, n) => {
    const count = words.filter((each) => each === word).length;
    return n === 0 ? `${inWords(count)} ${isAre(count)} ${word}` : `${inWords(count)} ${word}`;
  });
  return andList(tallies);
}

const ofThem = (count: number): string => capital(inWords(count));
const isAre = (count: number): string => (count === 1 ? 'is' : 'are');
