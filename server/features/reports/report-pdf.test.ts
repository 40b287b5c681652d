/** What the PDFs with all workings say: the real case's 24 colours with their reasons, and the figures of the pages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aGridSystem } from '../../../test/factories/grid-system.ts';
import { findNodes, squeeze } from '../../../test/factories/pdf-reader.ts';
import { aPublishedCase, type Colours } from '../../../test/factories/published-case.ts';
import {
  inFull,
  patient,
  placeReport,
  report,
  useDownloads,
} from '../../../test/factories/report-downloads.ts';
import { cellsOf, wordsOf } from '../../../test/factories/report-pages.ts';
import { headings, panelOf, paperWords, rowsOf } from '../../../test/factories/report-papers.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import type { Rag } from '../../domain/scoring/score.ts';
import { toRag } from './words.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);

describe('the real case on paper', patient, () => {
  let visitor: Visitor;
  let expected: Colours;
  let places: readonly string[];
  beforeAll(async () => {
    const { system, expected: colours } = await aPublishedCase(database.db, 'published');
    expected = colours;
    places = [...system.ids.places.keys()];
    visitor = await signIn(system.email('ifeoma'));
  });

  it('has its 24 colours in the system’s PDF, each with the reason that the page gives', async () => {
    const paper = await read(visitor, inFull(report));
    const { text: html } = await visitor.get(report);
    for (const [element, colours] of Object.entries(expected)) {
      const cells = rowsOf(paper, ` ${element}`)[0] ?? [];
      const onPage = cellsOf(html, `${element},`);
      expect(cells).toHaveLength(places.length);
      for (const [index, place] of places.entries()) {
        const { word } = toRag(colours[place] as Rag);
        expect(cells[index], `${element} in ${place}`).toMatch(new RegExp(`^${word} \\S`));
        expect(onPage[index]?.words.toLowerCase()).toContain(cells[index]?.toLowerCase());
      }
    }
  });

  it('has the same colours in each Place’s PDF, with every reason of the page', async () => {
    for (const place of places) {
      const paper = await read(visitor, inFull(placeReport(place)));
      const html = wordsOf((await visitor.get(placeReport(place))).text);
      for (const [element, colours] of Object.entries(expected)) {
        const [[colour = '', why = ''] = []] = rowsOf(paper, `${element} ·`);
        expect(colour, `${element} in ${place}`).toContain(toRag(colours[place] as Rag).word);
        expect(why).not.toBe('');
        expect(html).toContain(why);
      }
    }
  });

  it('says what it rests on, whose work it is, and when it was made', async () => {
    const paper = await read(visitor, inFull(placeReport('blackpool')));
    expect(headings(paper, 'H2').at(-1)).toBe('How this was made');
    expect(headings(paper, 'H3')).toEqual(
      expect.arrayContaining(['What this rests on', 'Sources']),
    );
    const words = paperWords(paper);
    expect(words).toContain(
      'section 2 of the supporting information to the strategy of March 2025',
    );
    expect(words).toContain('Source: Parent-Infant Foundation (2023)');
    expect(words).toContain('Made 18 March 2026, 14:02');
    expect(words).toContain(
      'Online: http://127.0.0.1:3000/rounds/spring-2026/places/blackpool/report',
    );
    const frame = paper.pages.map(({ artifacts }) => artifacts.join(' '));
    expect(frame.every((text) => text.includes('Parent-Infant Foundation (2023)'))).toBe(true);
    expect(frame[0]).toContain(`Page 1 of ${paper.pages.length}`);
  });

  it('lists every service with the conditions that it meets, lacks, or leaves unknown', async () => {
    const paper = await read(visitor, inFull(placeReport('blackburn-with-darwen')));
    const row = rowsOf(paper, 'Family hubs with Start for Life funding').find(([state]) =>
      state?.startsWith('Running'),
    );
    expect(row?.[0]).toBe('Running Yes');
    expect(row?.[1]).toContain('Lacks: recurrent funding (now: Fixed term).');
  });
});

describe('the grid on paper', patient, () => {
  let system: ResultsSystem;
  beforeAll(async () => {
    system = await aGridSystem(database.db, 'grid');
  });
  const coordinator = (): Promise<Visitor> => signIn(system.email('colm'));

  it('has the page’s level, colour, count and marks in every cell of the matrix', async () => {
    const visitor = await coordinator();
    const paper = await read(visitor, inFull(report));
    const { text: html } = await visitor.get(report);
    for (const domain of ['Strategic leadership', 'Financial investment', 'Outcomes and impact']) {
      const cells = rowsOf(paper, domain).find(({ length }) => length > 2) ?? [];
      for (const [index, { words }] of cellsOf(html, domain).entries()) {
        const [level = '', ...marks] = (cells[index] ?? '').split(', ');
        const wanted = words.replace('Agencies say ', '').toLowerCase();
        expect(wanted, domain).toContain(level.split(' ').slice(0, -1).join(' ').toLowerCase());
        for (const mark of marks) expect(wanted, domain).toContain(mark.toLowerCase());
      }
    }
    expect(rowsOf(paper, 'Strategic leadership').at(-1)).toEqual([
      'Early growth Amber, 4 of 4',
      'No level given Unknown, 0 of 4',
      '–',
    ]);
    expect(rowsOf(paper, 'Financial investment').at(-1)?.[0]).toBe(
      'Not yet to Well-established To discuss, 4 of 4',
    );
  });

  it('counts in its tally what the page counts', async () => {
    const visitor = await coordinator();
    const paper = await read(visitor, inFull(report));
    const html = wordsOf((await visitor.get(report)).text);
    const lists = paper.pages.flatMap(({ tree }) => findNodes(tree, 'L'));
    const tally = squeeze(lists[1]?.text ?? '');
    expect(tally).toBe(
      '0 Red domains 2 Amber domains 0 Green domains 1 To discuss no colour yet 19 Unknown no level given',
    );
    const figure = 'domains to discuss, of 22';
    // a figure that leads to its rows says again what it counts, for those who hear the link
    expect(html).toContain(`${figure} 1 ${figure} red 0 amber 2 amber green 0`);
    expect(html).toContain('unknown, no level given 19');
  });

  it('shows a Place’s distribution as a figure, in the words of the page', async () => {
    const visitor = await coordinator();
    const paper = await read(visitor, inFull(placeReport('place-1')));
    const [row] = rowsOf(paper, 'Financial investment');
    expect(row?.slice(0, 4)).toEqual([
      'Not yet to Well-established',
      'To discuss',
      '2 at Not yet at Foundations, 2 at Well-established. Median: Not yet at Foundations; split.',
      '4 of 4',
    ]);
    expect(panelOf(paper, 'Financial investment')).toEqual({
      Level: 'Not yet to Well-established',
      Colour: 'To discuss no colour yet',
      'At levels 0 to 4': row?.[2],
      'Gave a level': '4 of 4 evidence: 4 agencies',
      Median: 'Not yet at Foundations agreement −1.00',
      'To discuss': 'Levels lie 4 apart, from Not yet to Well-established.',
    });
  });

  it('keeps an agreed level with its rationale, who was present and the dissent', async () => {
    const paper = await read(await coordinator(), inFull(placeReport('place-1')));
    expect(panelOf(paper, 'Workforce development')).toMatchObject({
      Colour: 'Amber agreed',
      Agreed: 'Early growth, on 20 March 2026. The plan names under-twos.',
      Present: 'Amina Rahman (chair), Bea Lund',
      Dissent: 'One saw less.',
      Flags: 'Few answers.',
    });
  });
});
