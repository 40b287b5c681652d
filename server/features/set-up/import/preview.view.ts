/** What storing a table would do, row by row, before anything is stored. */
import type { PlannedRow } from '../../../domain/set-up/import/plan.ts';
import { andList, counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import type { SetUpList } from '../../../web/set-up.paths.ts';
import { listNouns } from '../words.ts';
import type { Planned } from './kinds.ts';

interface ChangeRow {
  readonly what: string;
  /** '' where nothing was there */
  readonly from: string;
  readonly to: string;
}
interface PreviewRow {
  readonly number: number;
  readonly subject: string;
  readonly outcome: string;
  readonly changes: readonly ChangeRow[];
  readonly faults: readonly string[];
  readonly note: string;
}
export interface PreviewView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** why it was not stored as it was looked at; '' where it was only looked at */
  readonly late: string;
  readonly facts: readonly { readonly label: string; readonly value: number }[];
  readonly faulty: readonly PreviewRow[];
  readonly doing: readonly PreviewRow[];
  readonly idle: readonly PreviewRow[];
  readonly csrf: string;
  readonly what: SetUpList;
  readonly digest: string;
  readonly text: string;
  readonly storeAction: string;
  readonly checkAction: string;
  /** "Store 27 rows"; '' where there is nothing to store */
  readonly storeButton: string;
  /** stores only what has no fault */
  readonly partly: boolean;
  readonly backHref: string;
}
export const previewPage = template<PreviewView>('set-up/preview');

interface Shown {
  readonly caption: string;
  readonly csrf: string;
  readonly what: SetUpList;
  readonly text: string;
  readonly digest: string;
  readonly late: boolean;
}

export function toPreviewView({ rows }: Planned, shown: Shown): PreviewView {
  const { what } = shown;
  const of = (outcome: PlannedRow<unknown>['outcome']) =>
    rows.filter((row) => row.outcome === outcome);
  const [faulty, adding, changing, idle] = [of('fault'), of('add'), of('change'), of('same')];
  const count = adding.length + changing.length;
  return {
    caption: shown.caption,
    csrf: shown.csrf,
    what,
    text: shown.text,
    digest: shown.digest,
    heading: headingOf(faulty.length, count),
    lede: ledeOf(what, { faulty: faulty.length, adding: adding.length, changing: changing.length }),
    late: shown.late
      ? 'Not stored: the lists have changed since you looked, or the text has. Look again; this is how it stands now.'
      : '',
    facts: [
      { label: 'to add', value: adding.length },
      { label: 'to change', value: changing.length },
      { label: 'as they are', value: idle.length },
      { label: 'with a fault', value: faulty.length },
    ],
    faulty: faulty.map(toPreviewRow),
    doing: rows
      .filter(({ outcome }) => outcome === 'add' || outcome === 'change')
      .map(toPreviewRow),
    idle: idle.map(toPreviewRow),
    storeAction: paths.setUp.store(),
    checkAction: paths.setUp.import(),
    storeButton: buttonOf(count, faulty.length),
    partly: faulty.length > 0,
    backHref: paths.setUp.import(what),
  };
}

const outcomes = { add: 'Add', change: 'Change', same: 'As it is', fault: 'Fault' } as const;

function toPreviewRow({ outcome, faults, ...row }: PlannedRow<unknown>): PreviewRow {
  return {
    ...row,
    subject: row.subject || 'No name',
    outcome: outcomes[outcome],
    faults: faults.map(({ column, text }) => (column === '' ? text : `${column}: ${text}`)),
    changes: row.changes.map(({ what, from, to }) => ({
      what,
      from,
      to: to === '' ? 'nothing' : to,
    })),
  };
}

function headingOf(faulty: number, count: number): string {
  if (faulty > 0) return counted(faulty, 'row has a fault', 'rows have a fault');
  return count === 0 ? 'Nothing to store' : `${counted(count, 'row', 'rows')} to store`;
}

interface Counts {
  readonly faulty: number;
  readonly adding: number;
  readonly changing: number;
}

function ledeOf(what: SetUpList, { faulty, adding, changing }: Counts): string {
  if (faulty + adding + changing === 0) return 'The list has all of this already.';
  const [one, many] = what === 'people' ? ['role', 'roles'] : listNouns[what];
  const parts = [
    adding > 0 ? `adds ${counted(adding, one, many)}` : '',
    changing > 0 ? `changes ${changing}` : '',
  ].filter((part) => part !== '');
  const does = parts.length === 0 ? '' : ` Storing ${andList(parts)}.`;
  return `Nothing is stored yet.${does}`;
}

function buttonOf(count: number, faulty: number): string {
  if (count === 0) return '';
  const rows = counted(count, 'row', 'rows');
  return faulty === 0 ? `Store ${rows}` : `Store the ${rows} without a fault`;
}
