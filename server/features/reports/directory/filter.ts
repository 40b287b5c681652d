/** What the directory is asked: read from its address, and written into addresses that ask the same. */
import { CHILDHOOD } from '../../../domain/elements/age-lanes.ts';
import { askers, type Asker, type Asking } from '../../../domain/elements/doors.ts';

/** '' where nothing is chosen; each is a parameter of the address. */
export interface DirectoryFilter {
  /** a Place's slug */
  readonly place: string;
  /** option id of the levels' item */
  readonly level: string;
  /** months from birth, "-9" to "59" */
  readonly age: string;
  readonly who: Asker | '';
  readonly self: 'yes' | '';
  readonly pregnancy: 'yes' | '';
  /** part of a service's name */
  readonly name: string;
}

/** What there is to choose from. */
export interface Known {
  readonly places: readonly { readonly id: string; readonly slug: string }[];
  readonly levels: readonly { readonly id: string }[];
}

/** Every month of childhood, the nine before birth too. */
export const months: readonly number[] = Array.from(
  { length: CHILDHOOD.to - CHILDHOOD.from },
  (_, month) => CHILDHOOD.from + month,
);
const LONGEST_NAME = 100;

/** What can't be read is left out, as if it had not been asked for. */
export function readFilter(
  query: Readonly<Record<string, string>>,
  { places, levels }: Known,
): DirectoryFilter {
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | '' =>
    known.find((value) => value === query[name]) ?? '';
  const who = oneOf('who', askers);
  return {
    place: oneOf(
      'place',
      places.map(({ slug }) => slug),
    ),
    level: oneOf(
      'level',
      levels.map(({ id }) => id),
    ),
    age: oneOf('age', months.map(String)),
    who,
    // A professional refers: whether parents can refer themselves is nothing to them.
    self: who === 'professional' ? '' : oneOf('self', ['yes']),
    pregnancy: oneOf('pregnancy', ['yes']),
    name: Array.from((query['name'] ?? '').trim())
      .slice(0, LONGEST_NAME)
      .join(''),
  };
}

/** Is anything chosen at all? */
export function isNarrowed(filter: DirectoryFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** The question as the domain takes it; without a Place, of every Place that may be seen. */
export function toAsking(filter: DirectoryFilter, places: Known['places']): Asking {
  const { level, age, who, self, pregnancy } = filter;
  return {
    places: places
      .filter(({ slug }) => filter.place === '' || slug === filter.place)
      .map(({ id }) => id),
    level: level === '' ? null : level,
    age: age === '' ? null : Number(age),
    who: who === '' ? null : who,
    selfReferral: self === 'yes',
    pregnancy: pregnancy === 'yes',
  };
}
