/** Writes a workbook row by row, for what is too long to be held in memory; `write.ts` is for what people fill in. */
import {
  getCellAddress,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { cellText } from './cell-text.ts';
import type { Cell, SheetColumn } from './workbook.ts';
import { zipStream, type StreamedFile } from './zip-stream.ts';

export interface StreamedSheet {
  /** 31 characters at most, without []/\:*? ; each sheet another */
  readonly name: string;
  readonly columns: readonly Pick<SheetColumn, 'width'>[];
  /** some rows at a time, the columns' names first */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** The file's bytes. Every text stands in a cell that is typed as text: nothing in it is ever run as a formula. */
export function streamWorkbook(sheets: readonly StreamedSheet[]): AsyncIterable<Buffer> {
  const fixed = (name: string, xml: string): StreamedFile => ({ name, pieces: [xmlStart + xml] });
  return zipStream([
    fixed('[Content_Types].xml', contentTypes(sheets.length)),
    fixed('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    fixed('xl/workbook.xml', workbook(sheets)),
    fixed('xl/_rels/workbook.xml.rels', relations(parts(sheets.length))),
    fixed('xl/styles.xml', styles),
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      pieces: sheetXml(sheet),
    })),
  ]);
}

const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const documentNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const partType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

function contentTypes(sheets: number): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${partType}.${type}+xml"/>`;
  return `<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${numbers(
    sheets,
  )
    .map((n) => part(`worksheets/sheet${n}`, 'worksheet'))
    .join('')}</Types>`;
}

type Relation = readonly [id: string, type: string, target: string];

function parts(sheets: number): Relation[] {
  return [
    ...numbers(sheets).map((n): Relation => [`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`]),
    [`rId${sheets + 1}`, 'styles', 'styles.xml'],
  ];
}

function relations(all: readonly Relation[]): string {
  const each = all.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${documentNames}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageNames}/relationships">${each.join('')}</Relationships>`;
}

function workbook(sheets: readonly StreamedSheet[]): string {
  const each = sheets.map(
    ({ name }, index) =>
      `<sheet name="${sanitizeAttributeValue(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${documentNames}"><sheets>${each.join('')}</sheets></workbook>`;
}

/** By number in `styles`. Text is quoted, so that it stays text even after somebody has edited the cell. */
const style = { number: 0, text: 1, head: 2, prose: 3, title: 4, day: 5 } as const;
const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const asText = 'numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"';
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="200" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD8DDE0"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${[
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${top}</xf>`,
  `<xf ${asText} fontId="0" fillId="0" borderId="0" xfId="0">${top}</xf>`,
  `<xf ${asText} fontId="1" fillId="2" borderId="0" xfId="0">${top}</xf>`,
  `<xf ${asText} fontId="0" fillId="0" borderId="0" xfId="0">${wrapped}</xf>`,
  `<xf ${asText} fontId="1" fillId="0" borderId="0" xfId="0">${top}</xf>`,
  `<xf numFmtId="200" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${top}</xf>`,
].join('')}</cellXfs></styleSheet>`;

async function* sheetXml({ columns, rows }: StreamedSheet): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${xmlStart}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  let written = 0;
  for await (const some of rows) {
    const first = written;
    yield some.map((row, index) => rowXml(row, first + index)).join('');
    written += some.length;
  }
  yield '</sheetData><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
}

/** @param index from 0 */
function rowXml(row: readonly Cell[], index: number): string {
  const cells = row.map((cell, column) => cellXml(cell, getCellAddress(index, column)));
  return `<row r="${index + 1}">${cells.join('')}</row>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textXml(cell, at, style.text);
  if (typeof cell === 'number') return `<c r="${at}" s="${style.number}"><v>${cell}</v></c>`;
  if ('date' in cell) return `<c r="${at}" s="${style.day}"><v>${dayNumber(cell.date)}</v></c>`;
  if ('head' in cell) return textXml(cell.head, at, style.head);
  if ('prose' in cell) return textXml(cell.prose, at, style.prose);
  return textXml(cell.title, at, style.title);
}

function textXml(text: string, at: string, number: number): string {
  const written = sanitizeTextContent(cellText(text));
  return `<c r="${at}" s="${number}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`;
}

/** The format counts days from the last but one of 1899. */
function dayNumber(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
