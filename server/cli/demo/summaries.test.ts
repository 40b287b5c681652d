/** The demonstration's summaries: few pages, and no figure or sentence that the page does not have. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import type { ReadPdf } from '../../../test/factories/pdf-reader.ts';
import { inFull, patient, useDownloads } from '../../../test/factories/report-downloads.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import { headings, paperWords, rowsOf } from '../../../test/factories/report-papers.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';
import { loadDemonstration } from './load.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);

const system = '/rounds/autumn-2025/report';
const placeAddress = (place: string): string => `/rounds/autumn-2025/places/${place}/report`;
const places = [
  'ferrow-vale',
  'saltmere-bay',
  'twr-wennol',
  'kestlebrook-and-the-seven-parishes',
  'brackwater',
  'isle-of-skerrow',
];

let priya: Visitor;
beforeAll(async () => {
  await loadDemonstration(database.db, new Date('2026-11-20T10:00:00Z'));
  priya = await signIn('priya.ramanathan@example.org');
}, patient.timeout);

/** Numbers as they are read: "1,832", "3.3"; those of when and where the paper was made left out. */
function figuresOf(words: string): Set<string> {
  const said = words.replace(/Made \d+ \w+ \d+, [\d:]+/u, '').replace(/https?:\S+/gu, '');
  return new Set(said.match(/\d+(?:[.,]\d+)*/gu) ?? []);
}

const missing = (paper: ReadPdf, page: string): string[] => {
  const known = figuresOf(page);
  return [...figuresOf(paperWords(paper))].filter((figure) => !known.has(figure));
};

describe.each(places)('the summary of %s', patient, (place) => {
  let short: ReadPdf;
  let page: string;
  beforeAll(async () => {
    short = await read(priya, placeAddress(place));
    page = wordsOf((await priya.get(placeAddress(place))).text);
  });

  it('takes four pages', () => {
    expect(short.pages).toHaveLength(4);
  });

  it('has no figure that its page does not have', () => {
    expect(missing(short, page)).toEqual([]);
  });

  it('gives the page’s reason for every element and every agreed level', () => {
    for (const element of ['E1', 'E2', 'E3', 'E4', 'E5', 'E6']) {
      const why = rowsOf(short, `${element} ·`)[0]?.at(-1) ?? '';
      expect(why).not.toBe('');
      expect(page).toContain(why);
    }
    const reasons = rowsOf(short, 'Strategic leadership').map((cells) => cells.at(-1) ?? '');
    expect(page).toContain(reasons.at(-1));
  });
});

describe('the summary of the system', patient, () => {
  it('takes four pages, and has no figure that its page does not have', async () => {
    const short = await read(priya, system);
    expect(short.pages).toHaveLength(4);
    expect(missing(short, wordsOf((await priya.get(system)).text))).toEqual([]);
  });
});

describe('the full report', patient, () => {
  it('goes on with every service, condition and criterion', async () => {
    const full = await read(priya, inFull(placeAddress('ferrow-vale')));
    expect(full.pages.length).toBeGreaterThan(8);
    const all = [
      'Services by sector and level',
      'Each domain, with its reasons',
      'Every service entered for Ferrow Vale: 11',
      'How each element was worked out',
      'What each next level asks for',
    ];
    expect(headings(full, 'H2')).toEqual(expect.arrayContaining(all));
    const short = headings(await read(priya, placeAddress('ferrow-vale')), 'H2');
    expect(short.filter((heading) => all.includes(heading))).toEqual([]);
  });
});
