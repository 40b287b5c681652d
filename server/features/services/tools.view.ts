/** Search and filter of a long list of entries. */
import type { Listed } from './listed.ts';
import { counted } from './words.ts';

interface ToolChoice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}
export interface ToolsView {
  readonly search: string;
  readonly choices: readonly ToolChoice[];
  readonly groupings: readonly ToolChoice[];
}
type Query = Readonly<Record<string, string>>;

const filters: readonly {
  readonly value: string;
  readonly label: string;
  readonly keeps: (listed: Listed) => boolean;
}[] = [
  { value: '', label: 'all', keeps: () => true },
  { value: 'gaps', label: 'with gaps', keeps: ({ gaps }) => gaps.length > 0 },
  {
    value: 'needed',
    label: 'needed before submitting',
    keeps: ({ gaps }) => gaps.some(({ needed }) => needed),
  },
];

/** @param groupName what entries are grouped by: "Sector" */
export function toTools(listed: readonly Listed[], query: Query, groupName: string): ToolsView {
  return {
    search: query['q'] ?? '',
    choices: filters.map(({ value, label, keeps }) => ({
      value,
      label: `${label} (${listed.filter(keeps).length})`,
      chosen: value === (query['show'] ?? ''),
    })),
    groupings: [
      { value: '', label: 'one list' },
      { value: 'group', label: `by ${groupName.toLocaleLowerCase('en-GB')}` },
      { value: 'place', label: 'by Place' },
    ].map((choice) => ({ ...choice, chosen: choice.value === (query['by'] ?? '') })),
  };
}

/** The entries whose names hold the words searched for, of the kind asked for. */
export function foundEntries(listed: readonly Listed[], query: Query): readonly Listed[] {
  const wanted = (query['q'] ?? '').trim().toLocaleLowerCase('en-GB');
  const filter = filters.find(({ value }) => value === query['show']);
  return listed.filter(
    (one) =>
      one.entry.name.toLocaleLowerCase('en-GB').includes(wanted) && (filter?.keeps(one) ?? true),
  );
}

/** "3 of 40 services" */
export function foundWords(shown: number, all: number, one: string, many: string): string {
  return `${shown} of ${counted(all, one, many)}`;
}
