/** The columns of the progress table, and one response as a cell of it: its mark, its word, the share that is there. */
import type { Definition } from '../../domain/instrument/definition.ts';
import { instrumentWords } from '../../domain/instrument/short-words.ts';
import { piePath, type StatusGlyph, type StatusMark } from '../../web/glyphs/status.ts';
import type { AskedResponse } from './asked.queries.ts';
import type { Share } from './shares.queries.ts';
import type { Filter } from './filter.ts';
import type { Progress } from './progress.load.ts';

/** More Places than these do not fit beside one another: then each instrument has one column. */
const mostPlaces = 8;

export interface Column {
  readonly text: string;
  /** which instrument begins here: a line stands before it */
  readonly first: boolean;
  readonly versionId: string;
  /** null: all that the instrument asks of an agency */
  readonly placeId: string | null;
}
export interface ColumnGroup {
  readonly text: string;
  readonly span: number;
}

/** The Places of what is answered Place by Place, then what is answered once. */
export function columnsOf({ round, definitions }: Progress, { place }: Filter): Column[] {
  const places = round.places.filter(({ slug }) => place === '' || slug === place);
  return [...definitions].flatMap(([versionId, definition]): Column[] => {
    if (definition.answered === 'agency' || places.length > mostPlaces) {
      return [{ text: instrumentWords(definition), first: true, versionId, placeId: null }];
    }
    return places.map(({ id, name }, n) => ({
      text: name,
      first: n === 0,
      versionId,
      placeId: id,
    }));
  });
}

/** Which instrument the Places stand under; none where no column is about a Place. */
export function groupsOf(columns: readonly Column[], { definitions }: Progress): ColumnGroup[] {
  if (columns.every(({ placeId }) => placeId === null)) return [];
  return [...definitions].map(([id, definition]) => ({
    text: columns.some(({ versionId, placeId }) => versionId === id && placeId !== null)
      ? instrumentWords(definition)
      : '',
    span: columns.filter(({ versionId }) => versionId === id).length,
  }));
}

export interface CellView extends StatusGlyph {
  readonly label: string;
  readonly first: boolean;
  /** in words, for those who hear it, and where the share does not say it */
  readonly word: string;
  /** "7 of 11"; '' where nothing is counted, or nothing is to be said */
  readonly share: string;
}

const words: Readonly<Record<StatusMark, string>> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  submitted: 'Submitted',
  returned: 'Returned',
  'not-asked': 'Not asked',
};

export function markOf({ status, begun }: AskedResponse): StatusMark {
  if (status === 'submitted' || status === 'returned') return status;
  return begun ? 'under-way' : 'not-started';
}

export const markWords = (mark: StatusMark): string => words[mark];

export function toCell(
  { text, first, versionId, placeId }: Column,
  responses: readonly AskedResponse[],
  shares: ReadonlyMap<string, Share>,
): CellView {
  const own = responses.filter(
    (one) => one.versionId === versionId && (placeId === null || one.placeId === placeId),
  );
  const label = { label: text, first };
  const [only, ...more] = own;
  if (!only) return { ...label, mark: 'not-asked', pie: '', word: words['not-asked'], share: '' };
  if (more.length > 0) return { ...label, ...severalIn(own) };
  const mark = markOf(only);
  const share = mark === 'under-way' ? shares.get(only.id) : undefined;
  return {
    ...label,
    mark,
    word: words[mark],
    share: share ? `${share.given} of ${share.asked}` : '',
    pie: share ? piePath(share.given / share.asked) : '',
  };
}

/** Many Places in one cell: how many are in. */
function severalIn(own: readonly AskedResponse[]): Omit<CellView, 'label' | 'first'> {
  const marks = own.map(markOf);
  const submitted = marks.filter((mark) => mark === 'submitted').length;
  const same = marks.every((mark) => mark === marks[0]) ? marks[0] : undefined;
  const mark = marks.includes('returned') ? 'returned' : (same ?? 'under-way');
  return {
    mark,
    word: words[mark],
    share: `${submitted} of ${own.length} in`,
    pie: mark === 'under-way' ? piePath(submitted / own.length) : '',
  };
}

/** "Maturity grid: domains with a level …": what the shares count. */
export function countedSentences(
  definitions: ReadonlyMap<string, Definition>,
  wordsOf: (definition: Definition) => string,
): string[] {
  return [...definitions.values()].flatMap((definition) => {
    const counted = wordsOf(definition);
    return counted === '' ? [] : [`${instrumentWords(definition)}: ${counted}`];
  });
}
