/** What each sector offers in each Place, on the system's page and its paper. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { cellsOf, sectionOf } from '../../../test/factories/report-pages.ts';
import { inFull, patient, report, useDownloads } from '../../../test/factories/report-downloads.ts';
import { aResultsSystem, giveEntries } from '../../../test/factories/results.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const downloads = useDownloads(database);
const places = [
  { slug: 'place-1', name: 'Place 1' },
  { slug: 'place-2', name: 'Place 2' },
];

describe('sectors by Places', () => {
  let visitor: Visitor;
  let html: string;
  beforeAll(async () => {
    const { db } = database;
    const agency = (slug: string, sector: string, at: readonly string[]) => ({
      slug,
      name: slug,
      sectors: [sector],
      places: at,
    });
    const both = ['place-1', 'place-2'];
    const system = await aResultsSystem(db, {
      slug: 'sectors',
      places,
      agencies: [
        agency('midwives', 'midwifery', both),
        agency('visitors', 'health-visiting', both),
        agency('more-visitors', 'health-visiting', ['place-2']),
        agency('children', 'childrens-social-care', ['place-1']),
      ],
    });
    const entry = (sector: string, at: readonly string[], levels: readonly string[]) => ({
      name: `Service of ${sector}`,
      places: at,
      sector,
      status: 'running',
      focus: 'relationship',
      levels,
    });
    await giveEntries(db, system, 'midwives', [
      { agency: 'midwives', ...entry('midwifery', ['place-1'], ['universal', 'targeted']) },
    ]);
    await giveEntries(db, system, 'visitors', [
      { agency: 'visitors', ...entry('health-visiting', both, ['universal']) },
    ]);
    visitor = await downloads.signIn(system.email('colm'));
    html = (await visitor.get(report)).text;
  });
  const cells = (sector: string): string[] =>
    cellsOf(html.slice(html.indexOf('id="sectors"')), sector).map(({ words }) => words);

  it('have what runs at each level, and a gap in words where everybody has answered', () => {
    expect(cells('Midwifery')).toEqual([
      'Place 1 1 gap Universal 1 Targeted 1 Specialist gap',
      'Place 2 3 gaps Universal gap Targeted gap Specialist gap',
    ]);
  });

  it('leave open what a missing answer may fill', () => {
    expect(cells('Health visiting')).toEqual([
      'Place 1 2 gaps Universal 1 Targeted gap Specialist gap',
      'Place 2 No gap yet Universal 1 Targeted none yet Specialist none yet',
    ]);
  });

  it('tell who has not answered from who was not asked', () => {
    expect(cells('Children’s social care')).toEqual([
      'Place 1 Not answered yet',
      'Place 2 Not asked',
    ]);
  });

  it('are counted in the sentence above them', () => {
    expect(sectionOf(html, 'sectors')).toContain(
      '6 gaps. 2 more where none is known yet: an answer may still name one.',
    );
  });

  it('stand in the PDF figure for figure', patient, async () => {
    const { pages } = await downloads.read(visitor, inFull(report));
    const text = pages
      .map(({ tree }) => tree.text)
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain('What eight sectors offer');
    expect(text).toContain('6 gaps. 2 more where none is known yet');
    expect(text).toContain('No gap yet Universal 1 Targeted none yet Specialist none yet');
  });
});
