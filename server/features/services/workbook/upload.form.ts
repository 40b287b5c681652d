/** Reads what was uploaded, and what its preview sends back: the workbook's text, and a choice for each row. */
import { createHash } from 'node:crypto';
import type { ReadSheet } from '../../../adapters/spreadsheet/workbook.ts';
import { AppError } from '../../../domain/errors.ts';
import { sizeFault } from '../../../domain/shape/size.ts';
import type { Form } from '../../../web/form.ts';
import type { PlannedRow, RowChoice } from './planned-row.ts';

/** Bytes of a page's workbook: with its choices it must fit into a body of 2 MB. */
const longestText = 1_600_000;
const limits = { depth: 4, values: 300_000 };

/** The text that a page carries; undefined where it is too long for one. */
export function carriedText(sheets: readonly ReadSheet[]): string | undefined {
  const text = JSON.stringify(sheets.map(({ name, rows }) => [name, rows]));
  return Buffer.byteLength(text) > longestText ? undefined : text;
}

/** @throws AppError bad-request: no page of ours sends anything else */
export function readCarried(text: string): readonly ReadSheet[] {
  const sheets = parsed(text);
  if (!Array.isArray(sheets) || !sheets.every(isSheet)) throw broken();
  return sheets.map(([name, rows]) => ({ name, rows }));
}

function parsed(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken();
  }
  if (sizeFault(value, limits)) throw broken();
  return value;
}

type CarriedSheet = [name: string, rows: string[][]];

function isSheet(value: unknown): value is CarriedSheet {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [name, rows] = value as unknown[];
  return typeof name === 'string' && Array.isArray(rows) && rows.every(isRow);
}

function isRow(row: unknown): row is string[] {
  return Array.isArray(row) && row.every((cell) => typeof cell === 'string');
}

function broken(): AppError {
  return new AppError('bad-request', 'The workbook arrived broken. Upload it again.');
}

const ownFields = ['_csrf', 'sheets', 'digest'];
const rowField = /^row-\d{1,7}$/;

export function choiceField({ number }: Pick<PlannedRow, 'number'>): string {
  return `row-${number}`;
}

export interface SentChoices {
  readonly text: string;
  readonly digest: string;
  /** '' where nothing was chosen */
  readonly choiceOf: (row: PlannedRow) => RowChoice | '';
}

export function parseChoices(form: Form): SentChoices {
  if (!form.names().every((name) => ownFields.includes(name) || rowField.test(name))) {
    throw new AppError('bad-request', 'The form holds a field that this page does not have.');
  }
  return {
    text: form.text('sheets'),
    digest: form.text('digest'),
    choiceOf: (row) => row.choices.find((choice) => choice === form.text(choiceField(row))) ?? '',
  };
}

/** What was looked at: the same rows on the same list have the same one, and anything else another. */
export function digestOf(text: string, rows: readonly PlannedRow[]): string {
  return createHash('sha256')
    .update(JSON.stringify([text, rows]))
    .digest('base64url');
}
