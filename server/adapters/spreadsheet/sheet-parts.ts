/** What the writer does not do by itself: drop-down lists, prompts, and text that stays text when it is typed again. */
import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { wholeStart } from './cell-text.ts';
import type { ListReference, Sheet, SheetColumn } from './workbook.ts';

/** of the writer's version for Node, which says so but does not export it */
type NodeFeature = Feature<Stream | Buffer | Blob>;

const sheetFile = 'xl/worksheets/sheet{id}.xml';
/** what Excel shows of a prompt; more and it calls the file broken */
const longest = { title: 32, text: 255 };

/** Drop-down lists and prompts in the cells below a sheet's first row. */
export function validations(sheets: readonly Sheet[]): NodeFeature {
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform: (xml, _options, { sheetIndex }) => withValidations(xml, sheets[sheetIndex]),
        },
      },
    },
  };
}

function withValidations(xml: string, sheet: Sheet | undefined): string {
  const all = sheet ? validationsOf(sheet) : [];
  const order = getOrderOfSiblings(sheetFile, 'worksheet');
  if (all.length === 0 || !order) return xml;
  const markup = `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
}

function validationsOf({ columns, rows, emptyRows = 0 }: Sheet): string[] {
  const last = rows.length + emptyRows - 1;
  if (last < 1) return [];
  return columns.flatMap((column, index) => {
    const cells = `${getCellAddress(1, index)}:${getCellAddress(last, index)}`;
    return column.list || column.prompt ? [validation(column, cells)] : [];
  });
}

function validation({ list, prompt, strict = false }: SheetColumn, cells: string): string {
  const attributes = {
    ...(list ? { type: 'list', ...refusal(strict) } : {}),
    allowBlank: '1',
    ...(prompt ? shown(prompt) : {}),
    sqref: cells,
  };
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${attributeText(value)}"`)
    .join('');
  const formula = list ? `<formula1>${sanitizeTextContent(rangeOf(list))}</formula1>` : '';
  return `<dataValidation${written}>${formula}</dataValidation>`;
}

function shown({ title, text }: NonNullable<SheetColumn['prompt']>): Record<string, string> {
  return {
    showInputMessage: '1',
    promptTitle: wholeStart(title, longest.title),
    prompt: wholeStart(text, longest.text),
  };
}

function refusal(strict: boolean): Record<string, string> {
  if (!strict) return {};
  return { showErrorMessage: '1', errorTitle: 'Not in the list', error: 'Choose from the list.' };
}

/** Line ends inside an attribute would be read as spaces. */
function attributeText(text: string): string {
  return sanitizeAttributeValue(text).replaceAll('\n', '&#10;');
}

function rangeOf({ sheet, column, rows }: ListReference): string {
  const letters = getCellAddress(0, column).replace(/\d+$/, '');
  return `'${sheet.replaceAll("'", "''")}'!$${letters}$2:$${letters}$${rows + 1}`;
}

/** The writer numbers its formats from 100; below 164 the numbers are the file format's own. */
const ownFormat = /numFmtId="(1\d\d)"/g;
const textFormat = '49';

/** Text that looks like a formula is quoted, so that it stays text even after somebody has edited the cell. */
export const quotedText: NodeFeature = {
  files: { transform: { 'xl/styles.xml': { transform: withQuotedText } } },
};

function withQuotedText(xml: string): string {
  const text = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(xml)?.[1];
  return xml
    .replaceAll(`<xf numFmtId="${text ?? ''}"`, `<xf numFmtId="${textFormat}" quotePrefix="1"`)
    .replace(ownFormat, (_, number: string) => `numFmtId="${Number(number) + 100}"`);
}
