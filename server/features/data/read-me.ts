/** The workbook's first sheet: what it is, what it rests on, and what each column says. */
import type { Cell } from '../../adapters/spreadsheet/workbook.ts';
import type { DataTable } from '../../results/data/table.ts';
import { formatDate, formatTime } from '../../web/time.ts';
import type { About } from './about.ts';
import { columnsOf } from './cells.ts';
import { holds } from './words.ts';

export const readMeColumns = [{ width: 22 }, { width: 26 }, { width: 110 }];

type Row = readonly Cell[];

export function readMeRows(about: About, tables: readonly DataTable[]): Row[] {
  return [
    [{ title: `${about.systemName}, ${about.roundName}: the data` }],
    [],
    ...facts(about),
    [],
    [{ head: 'Sheet' }, { head: 'Column' }, { head: 'What it says' }],
    ...tables.flatMap(explained),
  ];
}

function facts(about: About): Row[] {
  return [
    fact('What it holds', holds(about.names)),
    fact('State', about.draft ? `${about.status}: a draft, figures may change` : about.status),
    ...dated('Opened', about.opensAt),
    ...dated('Closed', about.closesAt),
    ...dated('Published', about.publishedAt),
    ...edition(about),
    fact('Made', momentWords(about.madeAt)),
    ...about.instruments.map(({ id, version, title }) =>
      fact('Instrument', `${title} (${id}, version ${version})`),
    ),
    ...about.credits.map((credit) => fact('Source', credit)),
    ...about.notes.map((note) => fact('Rests on', note)),
    fact('Times', 'Moments end in Z and are in universal time; days are days in London.'),
    fact('Lists', 'A cell that holds several things has a semicolon between them.'),
  ];
}

function edition({ edition: number, editionAt, editionNote }: About): Row[] {
  if (number === null) return [];
  const when = editionAt === null ? '' : `, ${formatDate(new Date(editionAt))}`;
  return [fact('Edition', [`${number}${when}`, editionNote].filter(Boolean).join('. '))];
}

const fact = (name: string, text: string): Row => [{ title: name }, null, { prose: text }];

function dated(name: string, at: string | null): Row[] {
  return at === null ? [] : [fact(name, momentWords(at))];
}

function momentWords(at: string): string {
  const moment = new Date(at);
  return `${formatDate(moment)}, ${formatTime(moment)}`;
}

function explained(table: DataTable): Row[] {
  return [
    [{ title: table.name }, null, { prose: sentence(table.about) }],
    ...columnsOf(table).map(({ name, about }): Row => [
      table.name,
      name,
      { prose: sentence(about) },
    ]),
  ];
}

/** A question keeps its mark. */
const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
