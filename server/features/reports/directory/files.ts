/** The directory as files: the rows of its page, open doors first, with the question that they answer. */
import { csvLines, csvStart } from '../../../adapters/csv.ts';
import { streamWorkbook } from '../../../adapters/spreadsheet/stream.ts';
import type { Cell } from '../../../adapters/spreadsheet/workbook.ts';
import { guarded } from '../../../domain/set-up/import/table.ts';
import type { Directory } from './directory.ts';
import type { ServiceRow } from './row.view.ts';

interface Column {
  readonly title: string;
  /** in characters */
  readonly width: number;
  readonly reads: (row: ServiceRow) => string;
}

const text = (title: string, width: number, reads: Column['reads']): Column => ({
  title,
  width,
  reads,
});

const doorWords = { open: 'Open', unknown: 'Not known', closed: 'Closed' } as const;

/** @param names agencies' names may be seen */
function columnsFor(names: boolean): Column[] {
  return [
    text('Door', 11, ({ door }) => doorWords[door]),
    text('To ask, or why closed', 40, ({ why }) => why.join('; ')),
    text('Service', 36, ({ name }) => name),
    ...(names ? [text('Agency', 30, ({ agency }) => agency)] : []),
    text('Sector', 26, ({ sector }) => sector),
    text('Places', 30, ({ places }) => places),
    text('Level', 22, ({ levels }) => levels),
    text('Ages', 24, ({ ages }) => ages),
    text('Status', 15, ({ status }) => status),
    text('Self-referral', 14, ({ selfReferral }) => selfReferral),
    text('Fathers and co-parents', 24, ({ fathers }) => fathers),
    text('Before birth', 14, ({ antenatal }) => antenatal),
    text('Restrictions', 30, ({ restrictions }) => restrictions),
    text('Interpreters', 14, ({ interpreters }) => interpreters),
    text('Setting', 30, ({ setting }) => setting),
    text('Room for', 12, ({ capacity }) => capacity),
    text('Wait', 30, ({ waits }) => waits.join('; ')),
    text('Money', 36, ({ money }) => money),
  ];
}

export interface DirectoryFile {
  readonly directory: Directory;
  readonly names: boolean;
  /** said in the workbook's first sheet: of what, as of when, from which source */
  readonly about: readonly (readonly [what: string, words: string])[];
}

const rowsOf = ({ open, unknown, closed }: Directory): ServiceRow[] => [
  ...open,
  ...unknown,
  ...closed,
];

/** Text alone: what a spreadsheet would run as a formula is guarded. */
export async function* directoryCsv({ directory, names }: DirectoryFile): AsyncGenerator<Buffer> {
  const columns = columnsFor(names);
  const lines = rowsOf(directory).map((row) => columns.map(({ reads }) => guarded(reads(row))));
  yield await Promise.resolve(
    Buffer.from(csvStart + csvLines([columns.map(({ title }) => title), ...lines])),
  );
}

/** The question and its answer, then the services; every text is typed as text. */
export function directoryWorkbook(made: DirectoryFile): AsyncIterable<Buffer> {
  const { directory, names, about } = made;
  const columns = columnsFor(names);
  const told = [['Answer', directory.sentence] as const, ...about];
  return streamWorkbook([
    {
      name: 'read me',
      columns: [{ width: 16 }, { width: 110 }],
      rows: atOnce(told.map(([what, words]) => [{ title: what }, { prose: words }])),
    },
    {
      name: 'services',
      columns: columns.map(({ width }) => ({ width })),
      rows: atOnce([
        columns.map(({ title }) => ({ head: title })),
        ...rowsOf(directory).map((row) => columns.map(({ reads }) => reads(row) || null)),
      ]),
    },
  ]);
}

async function* atOnce(rows: readonly (readonly Cell[])[]): AsyncGenerator<typeof rows> {
  yield await Promise.resolve(rows);
}
