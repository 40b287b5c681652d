import { beforeAll, describe, expect, it } from 'vitest';
import { useMapVisit } from '../../../../test/factories/map-visit.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';
import { patient, useWorkbooks } from '../../../../test/factories/workbooks.ts';

const { database, listOf, place, added, system } = useMapVisit();
const { signIn, download, read } = useWorkbooks(database);
let siân: Visitor;
let response: string;

beforeAll(async () => {
  siân = await signIn(`siân@${system().slug}.example`);
  response = (await listOf()).replace(/\/entries$/, '');
});

const sheetOf = (sheets: Awaited<ReturnType<typeof read>>, name: string) =>
  sheets.find((sheet) => sheet.name === name)?.rows ?? [];

describe('a filled workbook', patient, () => {
  it('has a row for each entry in words, in the order of the definition, and one for each figure', async () => {
    const id = await added([
      ['name', 'Home visits'],
      ['sector', 'health-visiting'],
      ['places', place('ferrow-vale')],
      ['places', place('quillby')],
      ['levels', 'universal'],
      ['levels', 'targeted'],
      ['ages_from', '-9'],
      ['ages_to', '24'],
      ['interventions', '_unknown'],
      ['funding', 'fixed-term'],
      ['fundingEnds_day', '31'],
      ['fundingEnds_month', '3'],
      ['fundingEnds_year', '2027'],
      ['figures_0_place', place('quillby')],
      ['figures_0_level', 'universal'],
      ['figures_0_wte', '1.5'],
    ]);
    const sheets = await read(await download(siân, `${response}/entries.xlsx`));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Services',
      'Figures',
      'Read me',
      'Allowed values',
    ]);
    const [head = [], row = []] = sheetOf(sheets, 'Services');
    const cell = (title: string) => row[head.indexOf(title)];
    expect(head.slice(0, 5)).toEqual([
      'Name (needed)',
      'Sector (needed)',
      'Places (needed)',
      'Level (needed)',
      'Focus (needed)',
    ]);
    expect(cell('Name (needed)')).toBe('Home visits');
    expect(cell('Sector (needed)')).toBe('Health visiting');
    expect(cell('Places (needed)')).toBe('Ferrow Vale; Quillby');
    expect(cell('Level (needed)')).toBe('Universal; Targeted');
    expect([cell('Ages: from'), cell('Ages: up to')]).toEqual(['Conception', '2 years']);
    expect(cell('Interventions')).toBe('Not known');
    expect(cell('Funding ends')).toBe('2027-03-31');
    expect(cell('Reference (leave as it is)')).toBe(`${id}/1`);
    expect(sheetOf(sheets, 'Figures').slice(0, 2)).toEqual([
      [
        ...[
          'Service',
          'Place (needed)',
          'Level (needed)',
          'Families a year',
          'WTE',
          'Spend a year',
        ],
        ...['Wait', 'Reference (leave as it is)'],
      ],
      ['Home visits', 'Quillby', 'Universal', '', '1.5', '', '', `${id}/1`],
    ]);
    const text = sheetOf(sheets, 'Read me').flat().join('\n');
    expect(text).toContain('Service map for parent-infant relationships, version 1.0.0');
    expect(text).toContain('Drawn from: Parent-Infant Foundation (2023)');
    expect(sheetOf(sheets, 'Allowed values')[0]).toContain('Sector');
  });
});

describe('a template', patient, () => {
  it('has the same sheets, and no row', async () => {
    const reply = await siân.getFile(`${response}/template.xlsx`);
    expect(reply.headers['content-disposition']).toContain('to fill in');
    const sheets = await read(Buffer.from(reply.body as Uint8Array));
    expect(sheetOf(sheets, 'Services')).toHaveLength(1);
    expect(sheetOf(sheets, 'Figures')).toHaveLength(1);
  });

  it('is for those who answer for the agency: others find nothing there', async () => {
    const tomos = await signIn(`tomos@${system().slug}.example`);
    for (const name of ['entries.xlsx', 'template.xlsx']) {
      expect((await tomos.get(`${response}/${name}`)).status).toBe(404);
    }
  });
});
