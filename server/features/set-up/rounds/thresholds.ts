/** The colours of levels as a coordinator sets them: from which level a domain is amber, and from which green (Design 4.6). */
import type { Band } from '../../../domain/instrument/definition.ts';
import type { FormFault } from '../fields.view.ts';
import type { Version } from './rounds.queries.ts';

export const levelNames = [
  'Not yet',
  'Foundations',
  'Early growth',
  'Good progress',
  'Well-established',
] as const;
const highest = levelNames.length - 1;

/** Where a form has amber and green begin; as the sources have it, where nothing is set. */
export function thresholdsOf(bands: readonly Band[]): {
  readonly amber: string;
  readonly green: string;
} {
  const from = (rag: Band['rag'], other: number): string =>
    String(bands.find((band) => band.rag === rag)?.from ?? other);
  return { amber: from('amber', 2), green: from('green', highest) };
}

/** None where the round asks no levels. */
export function bandsOf(
  versions: readonly Version[],
  sent: { readonly amber: string; readonly green: string },
): { readonly bands: readonly Band[]; readonly faults: readonly FormFault[] } {
  if (!versions.some(({ kind }) => kind === 'maturity')) return { bands: [], faults: [] };
  const amber = levelOf(sent.amber);
  const green = levelOf(sent.green);
  if (amber === undefined || green === undefined) {
    const field = amber === undefined ? 'amber' : 'green';
    return { bands: [], faults: [{ field, text: `Choose the level from which it is ${field}` }] };
  }
  if (amber >= green) {
    return { bands: [], faults: [{ field: 'green', text: 'Green must begin above amber' }] };
  }
  return {
    bands: [
      { rag: 'red', from: 0, to: amber - 1 },
      { rag: 'amber', from: amber, to: green - 1 },
      { rag: 'green', from: green, to: highest },
    ],
    faults: [],
  };
}

/** Red keeps the lowest level. */
function levelOf(text: string): number | undefined {
  return /^[1-4]$/.test(text) ? Number(text) : undefined;
}

/** "Red: Not yet. Amber: Foundations to Good progress. Green: Well-established."; '' without bands */
export function bandWords(bands: readonly Band[]): string {
  const words = { red: 'Red', amber: 'Amber', green: 'Green' } as const;
  const name = (level: number): string => levelNames[level] ?? String(level);
  return bands
    .map(({ rag, from, to }) => {
      const levels = from === to ? name(from) : `${name(from)} to ${name(to)}`;
      return `${words[rag]}: ${levels}.`;
    })
    .join(' ');
}
