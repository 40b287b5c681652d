/** The blank paper form of any instrument: all that it asks, with room for every answer, read by its structure. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/config/database.ts';
import { aMaturityGrid } from '../../../../test/factories/definitions.ts';
import {
  findNodes,
  readPdf,
  squeeze,
  type ReadPdf,
} from '../../../../test/factories/pdf-reader.ts';
import { structureFaults } from '../../../../test/factories/pdf-structure.ts';
import { patient } from '../../../../test/factories/report-downloads.ts';
import { headings, paperWords } from '../../../../test/factories/report-papers.ts';
import { aServiceMap } from '../../../../test/factories/service-map.ts';
import { aSystem } from '../../../../test/factories/system.ts';
import { anApp } from '../../../../test/factories/visitor.ts';
import { everybody } from '../../../../test/factories/visitors.ts';
import { readShippedDefinition } from '../../../adapters/instruments.ts';
import { createPdfPool } from '../../../adapters/pdf/pool.ts';
import type { Definition } from '../../../domain/instrument/definition.ts';
import { entryItemsOf } from '../../../domain/instrument/items.ts';
import { render } from './form.pdf.ts';
import { toFormView } from './form.view.ts';

const madeAt = new Date('2026-03-18T14:02:00Z');
const receiver = { names: ['Colm Doyle'], system: 'Aldermoor and Wend' };

async function formOf(definition: Definition): Promise<ReadPdf> {
  return readPdf(await render({ view: toFormView(definition, receiver), madeAt }));
}

function shipped(id: string): Definition {
  const definition = readShippedDefinition(id, '1.0.0');
  if (!definition) throw new Error(`${id} is not shipped`);
  return definition;
}

/** No entries and no levels: every type of simple item, asked once. */
function aQuestionnaire(): Definition {
  const map = aServiceMap();
  const items = entryItemsOf(map).map(({ item }) => item);
  return { ...map, kind: 'questionnaire', sections: [{ id: 'all', title: 'All', items }] };
}

/** What each blank is for. */
const blanks = ({ pages }: ReadPdf): string[] =>
  pages.flatMap(({ tree }) => findNodes(tree, 'Form').map(({ alt }) => alt ?? ''));

describe.each([
  ['a small grid', aMaturityGrid()],
  ['a small map', aServiceMap()],
  ['a questionnaire', aQuestionnaire()],
  ['pair-maturity', shipped('pair-maturity')],
  ['pair-service-map', shipped('pair-service-map')],
])('the form of %s', (_, definition) => {
  let form: ReadPdf;
  beforeAll(async () => {
    form = await formOf(definition);
  });

  it('has no fault in its structure, and nothing drawn outside of it', () => {
    expect(structureFaults(form.source)).toEqual([]);
    expect(form.pages.map(({ untagged }) => untagged).join('')).toBe('');
  });

  it('says everything that is asked, with every term, and whose work it is', () => {
    const words = paperWords(form);
    const inside = entryItemsOf(definition).map(({ item }) => item);
    const asked = definition.sections.flatMap(({ title, items }) => [
      title,
      ...[...items, ...inside].flatMap((item) => [
        item.text,
        item.help ?? '',
        ...('descriptors' in item
          ? item.descriptors.flatMap(({ note = '', criteria }) => [
              note,
              ...criteria.flatMap(({ text, help = '' }) => [text, help]),
            ])
          : []),
        ...('options' in item
          ? (item.options ?? []).flatMap(({ label, help = '' }) => [label, help])
          : []),
      ]),
    ]);
    const terms = (definition.terms ?? []).flatMap((one) => [one.term, one.definition]);
    expect([...asked, ...terms].filter((text) => !words.includes(squeeze(text)))).toEqual([]);
    for (const { artifacts } of form.pages) {
      expect(artifacts.join(' ')).toContain(definition.source.credit.slice(0, 20));
    }
  });

  it('has room for whose it is, where it goes, and never for a family', () => {
    const words = paperWords(form);
    expect(blanks(form)).toEqual(expect.arrayContaining(['Agency', 'Address or e-mail']));
    expect(blanks(form).includes('Place')).toBe(definition.answered !== 'agency');
    expect(words).toContain('To Colm Doyle, who coordinates this for Aldermoor and Wend.');
    expect(words).toContain('Never name or describe a family so that someone could recognise it.');
    expect(form.pages.at(1)?.artifacts.join(' ')).toContain('Agency ____');
  });
});

describe('a grid on paper', () => {
  it('has four boxes for every statement, under real headings', async () => {
    const form = await formOf(aMaturityGrid());
    const [table] = form.pages.flatMap(({ tree }) => findNodes(tree, 'Table'));
    const rows = table ? findNodes(table, 'TR') : [];
    expect(rows[0]?.children.slice(1).map(({ text }) => squeeze(text))).toEqual([
      'Met',
      'Partly',
      'Not met',
      'Don’t know',
    ]);
    const statement = rows.find(({ text }) => text.includes('It has a budget'));
    expect(squeeze(statement?.children[0]?.text ?? '')).toBe('It has a budget (optional)');
    expect(
      statement?.children.slice(1).map((cell) => findNodes(cell, 'Form').map(({ alt }) => alt)),
    ).toEqual([['Tick: Met'], ['Tick: Partly'], ['Tick: Not met'], ['Tick: Don’t know']]);
    expect(blanks(form).filter((words) => words === 'Tick: We can’t say')).toHaveLength(2);
  });

  it('begins every domain on a page of its own', async () => {
    const form = await formOf(shipped('pair-maturity'));
    const starts = form.pages.map(({ tree }) => findNodes(tree, 'H2').length);
    expect(Math.max(...starts.slice(1))).toBe(1);
  });
});

describe('entries on paper', () => {
  it('are one form to copy, after the grid of those who have none', async () => {
    const form = await formOf(aServiceMap());
    expect(headings(form, 'H2')).toContain('One form for each service');
    expect(paperWords(form)).toContain('once for each service, before you write on them');
    expect(blanks(form)).toContain('Tick: No service in any Place: Midwifery');
    expect(blanks(form)).toContain('Midwifery: names of Places');
  });

  it('say when a question applies, by its number', async () => {
    const words = paperWords(await formOf(aServiceMap()));
    expect(words).toContain(
      'Only if something is ticked under question 5 (“Who is turned away?”).',
    );
  });

  it('have rows to write in, as many as are allowed and paper has room for', async () => {
    const all = blanks(await formOf(aServiceMap()));
    expect(all.filter((words) => words.endsWith(': Families a year'))).toHaveLength(3);
    expect(all).toContain('2026-27: Amount (£)');
  });
});

describe('as a download', patient, () => {
  const database = useDatabase();
  const pdf = createPdfPool({ workers: 1 });
  afterAll(() => pdf.close());

  it('is there for everybody who may read the instrument, under its name', async () => {
    await aSystem(database.db, { definitions: [aMaturityGrid()] });
    const as = await everybody(database.db, undefined, anApp(database.db, { pdf }));
    const page = await as('Siân').get('/instruments/grid/1.0.0');
    expect(page.text).toContain('href="/instruments/grid/1.0.0/form.pdf"');
    const response = await as('Siân').get('/instruments/grid/1.0.0/form.pdf');
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/pdf');
    expect(response.headers['content-disposition']).toContain('A grid, paper form 1.0.0.pdf');
    expect(paperWords(await readPdf(response.body as Uint8Array))).toContain('A grid');
    expect((await as('Siân').get('/instruments/grid/9.9.9/form.pdf')).status).toBe(404);
  });
});
