/** What stands out in a round's results, the worst first: for start pages, which say it in a line each. */
import type { Level, SystemDomainScore } from '../../domain/scoring/score.ts';
import type { OutlookGap } from '../../web/outlook.ts';
import { andList, capital, inWords, lower, type LevelWords } from './words.ts';

/** More gaps than these are for the report itself. */
const MOST = 4;

interface Cell {
  readonly place: string;
  readonly rag: { readonly code: string };
  /** where the cell is explained */
  readonly href: string;
}
interface ElementRow {
  readonly title: string;
  readonly cells: readonly Cell[];
}
/** Cells and scores stand in the same order of Places. */
interface DomainRow {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly scores: readonly { readonly level: Level | null }[];
  readonly system: Pick<SystemDomainScore, 'lowest' | 'highest' | 'gap' | 'gapOpen'>;
}
export interface GapFacts {
  readonly domains: readonly DomainRow[];
  readonly elements: readonly ElementRow[];
  readonly words: LevelWords;
  /** of services whose money ends soon; none or one */
  readonly money: readonly OutlookGap[];
  /** where the Places stand side by side */
  readonly systemHref: string;
}

export function toGaps({ domains, elements, words, money, systemHref }: GapFacts): OutlookGap[] {
  const red = elementGaps(elements, 'red');
  const gaps = [
    ...red.slice(0, 1),
    ...money,
    ...redDomain(domains, words),
    ...widestGap(domains, words, systemHref),
    ...red.slice(1),
    ...elementGaps(elements, 'white'),
  ];
  return gaps.slice(0, MOST);
}

const elementWords = {
  red: { title: 'Red', text: 'everybody who could provide it has answered, and nobody does.' },
  white: { title: 'Not known', text: 'the answers do not settle it.' },
} as const;

/** The elements that have this colour in some Place, in the most Places first. */
function elementGaps(rows: readonly ElementRow[], rag: 'red' | 'white'): OutlookGap[] {
  return mostFirst(rows, rag).flatMap(({ title, cells }) => {
    const there = cells.filter((cell) => cell.rag.code === rag);
    const words = elementWords[rag];
    return gapOf(there, cells.length, {
      rag,
      title: `${words.title}${inPlaces(there.length, cells.length)}: ${lower(title)}`,
      text: `${andList(there.map(({ place }) => place))}: ${words.text}`,
    });
  });
}

/** The domain that is red in the most Places; of several, the one with the lowest levels. */
function redDomain(rows: readonly DomainRow[], words: LevelWords): OutlookGap[] {
  const red = mostFirst(
    rows.toSorted((one, other) => levelSum(one) - levelSum(other)),
    'red',
  );
  const [first] = red;
  if (!first) return [];
  const { name, cells, scores } = first;
  const there = cells.filter(isRed);
  const more = red.filter((row) => row.cells.filter(isRed).length === there.length).length - 1;
  const others =
    more === 0 ? '' : ` and ${inWords(more)} more ${more === 1 ? 'domain' : 'domains'}`;
  const levels = new Set(there.map((cell) => scores[cells.indexOf(cell)]?.level ?? null));
  const parts = [...levels]
    .filter((level) => level !== null)
    .toSorted()
    .map((level) => `${words.word(level)} in ${placesAt(first, level)}`);
  return gapOf(there, cells.length, {
    rag: 'red',
    title: `Red${inPlaces(there.length, cells.length)}: ${lower(name)}${others}`,
    text: `${more === 0 ? '' : `${name}: `}${parts.join('; ')}.`,
  });
}

const isRed = ({ rag }: Cell): boolean => rag.code === 'red';
const levelSum = ({ scores }: DomainRow): number =>
  scores.reduce((total, { level }) => total + (level ?? 0), 0);

/** The furthest that Places are apart, where that rests on no open split. */
function widestGap(
  rows: readonly DomainRow[],
  words: LevelWords,
  systemHref: string,
): OutlookGap[] {
  const [widest] = rows
    .filter(({ system }) => !system.gapOpen && (system.gap ?? 0) > 1)
    .toSorted((one, other) => (other.system.gap ?? 0) - (one.system.gap ?? 0));
  if (!widest) return [];
  const { lowest, highest, gap } = widest.system;
  if (lowest === null || highest === null || gap === null) return [];
  const ahead = widest.scores.filter(({ level }) => level === highest).length === 1;
  const best = placesAt(widest, highest);
  const levels = `${inWords(gap)} levels`;
  return [
    {
      rag: '',
      title: ahead
        ? `${best} is ${levels} ahead in ${lower(widest.name)}`
        : `${capital(levels)} apart: ${lower(widest.name)}`,
      text: `${words.word(highest)} in ${best}; ${words.word(lowest)} in ${placesAt(widest, lowest)}.`,
      figure: { value: String(gap), unit: 'levels', label: 'equity gap, the widest' },
      href: systemHref,
      linkText: 'Compare in the matrix',
    },
  ];
}

function mostFirst<R extends { readonly cells: readonly Cell[] }>(
  rows: readonly R[],
  rag: string,
): R[] {
  const count = ({ cells }: R): number => cells.filter((cell) => cell.rag.code === rag).length;
  return rows.filter((row) => count(row) > 0).toSorted((one, other) => count(other) - count(one));
}

/** Counted in Places, with a link to the first of them. */
function gapOf(
  there: readonly Cell[],
  total: number,
  words: Pick<OutlookGap, 'rag' | 'title' | 'text'>,
): OutlookGap[] {
  const [first] = there;
  if (!first) return [];
  return [
    {
      ...words,
      figure: { value: String(there.length), unit: '', label: `of ${counted(total)}` },
      href: first.href,
      linkText: `Why, in ${first.place}`,
    },
  ];
}

const counted = (places: number): string => `${places} ${places === 1 ? 'Place' : 'Places'}`;

/** " in two Places", " in all four Places"; nothing where there is one Place only. */
function inPlaces(count: number, total: number): string {
  if (total === 1) return '';
  if (count === total) return total === 2 ? ' in both Places' : ` in all ${inWords(total)} Places`;
  return ` in ${inWords(count)} ${count === 1 ? 'Place' : 'Places'}`;
}

interface Standing {
  readonly cells: readonly { readonly place: string }[];
  readonly scores: readonly { readonly level: Level | null }[];
}

function placesAt({ cells, scores }: Standing, level: Level): string {
  return andList(cells.filter((_, n) => scores[n]?.level === level).map(({ place }) => place));
}
