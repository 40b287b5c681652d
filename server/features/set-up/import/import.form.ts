/** Reads what was sent to be looked at, or to be stored after it was looked at. */
import { createHash } from 'node:crypto';
import { readCsv, textOfFile } from '../../../adapters/csv.ts';
import { notFound } from '../../../domain/errors.ts';
import type { Table } from '../../../domain/set-up/import/table.ts';
import { refuseOthers, type Form } from '../../../web/form.ts';
import { setUpLists, type SetUpList } from '../../../web/set-up.paths.ts';
import type { FormFault } from '../fields.view.ts';
import type { Planned } from './kinds.ts';

/** Room for 1,000 rows with notes; a body may hold 2 MB. */
const longestText = 500_000;

export interface SentTable {
  readonly what: SetUpList;
  /** as it was pasted, or as the file has it */
  readonly text: string;
  readonly table: Table;
  readonly faults: readonly FormFault[];
}

export function parseTable(form: Form): SentTable {
  refuseOthers(form, ['what', 'text', 'file', 'digest', 'rows']);
  const what = listNamed(form.text('what'));
  if (!what) throw notFound();
  // What was read is shown before it is stored: a file goes before text that may be left from a try before.
  const file = form.file('file');
  const text = (file ? textOfFile(file.bytes) : form.text('text')).replace(/\r\n?/g, '\n');
  const { rows, fault } = readCsv(text.slice(0, longestText));
  const [header, ...others] = rows;
  const words = [tooLong(text), fault, header ? '' : 'Paste rows, or choose a file'].find(Boolean);
  return {
    what,
    text,
    table: { header: header?.cells ?? [], rows: others },
    faults: words === undefined ? [] : [{ field: file ? 'file' : 'text', text: words }],
  };
}

function tooLong(text: string): string {
  return text.length > longestText ? 'That is too long: send some of the rows at a time' : '';
}

export function listNamed(name: string): SetUpList | undefined {
  return setUpLists.find((list) => list === name);
}

/** What was looked at: the same text on the same lists has the same one, and anything else another. */
export function digestOf({ what, text }: SentTable, { rows }: Planned): string {
  const seen = JSON.stringify([what, text, rows]);
  return createHash('sha256').update(seen).digest('base64url');
}
