/** A small system as set-up knows it, and tables for it, for the rules of imports. */
import type { KnownSystem } from '../../server/domain/set-up/known.ts';
import type { Table } from '../../server/domain/set-up/import/table.ts';

export const knownSystem: KnownSystem = {
  sectors: [
    { id: 'midwifery', label: 'Midwifery' },
    { id: 'health-visiting', label: 'Health visiting' },
    { id: 'other', label: 'Other' },
  ],
  places: [
    { id: 'p1', slug: 'ferrow-vale', name: 'Ferrow Vale', retired: false },
    { id: 'p2', slug: 'bcp', name: 'Bournemouth, Christchurch and Poole', retired: false },
    { id: 'p3', slug: 'old-town', name: 'Old Town', retired: true },
  ],
  agencies: [
    {
      id: 'a1',
      slug: 'kingfisher',
      name: 'Kingfisher Children’s Services',
      sectors: ['health-visiting'],
      placeIds: ['p1', 'p3'],
      onPaper: true,
      note: 'Two\nlines',
      retired: false,
    },
    {
      id: 'a2',
      slug: 'wendside',
      name: 'Wendside',
      sectors: ['midwifery'],
      placeIds: ['p1'],
      onPaper: false,
      note: '',
      retired: true,
    },
  ],
  members: [
    {
      personId: 'colm',
      email: 'colm@example.org',
      name: 'Colm Doyle',
      roles: [{ id: 'r1', role: 'coordinator', agencyId: null, placeIds: [], isChair: false }],
    },
    {
      personId: 'amina',
      email: 'amina@example.org',
      name: 'Amina Rahman',
      roles: [{ id: 'r2', role: 'reviewer', agencyId: null, placeIds: ['p1'], isChair: true }],
    },
    {
      personId: 'siân',
      email: 'siân@example.org',
      name: 'Siân Elwyn-Hughes',
      roles: [{ id: 'r3', role: 'agency-lead', agencyId: 'a1', placeIds: [], isChair: false }],
    },
  ],
};

/** Rows from 2 on, below the columns’ names. */
export const table = (header: string, ...rows: (readonly string[])[]): Table => ({
  header: header.split(','),
  rows: rows.map((cells, index) => ({ number: index + 2, cells })),
});
interface Planned {
  readonly outcome: string;
  readonly changes: readonly {
    readonly what: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly faults: readonly { readonly column: string; readonly text: string }[];
  readonly note: string;
}
/** A planned row in one line. */
export const short = ({ outcome, changes, faults, note }: Planned): string =>
  [
    outcome,
    ...changes.map(({ what, from, to }) => `${what}: ${from} > ${to}`),
    ...faults.map(({ column, text }) => (column === '' ? text : `${column}: ${text}`)),
    ...(note === '' ? [] : [note]),
  ].join('; ');
