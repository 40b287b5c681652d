/** The structure of every paper, as assistive technology meets it: headers, order, words for figures, links. */
import type { Knex } from 'knex';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aGridSystem } from '../../../test/factories/grid-system.ts';
import { squeeze, type PdfNode, type ReadPdf } from '../../../test/factories/pdf-reader.ts';
import { allNodes, readStructure, structureFaults } from '../../../test/factories/pdf-structure.ts';
import { aPublishedCase } from '../../../test/factories/published-case.ts';
import {
  boardPaper,
  placePaper,
  placeSummary,
  sidesPaper,
  systemPaper,
  systemSummary,
} from '../../../test/factories/report-drawing.ts';
import {
  allUnknown,
  fewAgencies,
  fortyAgencies,
  fourteenPlaces,
  nobodyYet,
} from '../../../test/factories/report-limits.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import type { MemberRole } from '../../domain/access/scope.ts';
import { PAGE } from '../../adapters/pdf/tokens.ts';

const database = useDatabase();
/** a Place's paper and the system's are drawn and read back whole */
const patient = { timeout: 60_000 };

const HEADING = /^H[1-3]$/u;

/** Headings in reading order. */
function headingsIn(node: PdfNode): readonly PdfNode[] {
  const below = node.children.flatMap(headingsIn);
  return HEADING.test(node.role) ? [node, ...below] : below;
}

/** The roles of what is read last, from the whole down to the least. */
function rolesAtEnd({ role, children }: PdfNode): readonly string[] {
  const last = children.at(-1);
  return last ? [role, ...rolesAtEnd(last)] : [role];
}

/** A word that was parted at its hyphen is whole again; marks for letters that the font lacks are left out. */
const joined = (text: string): string => squeeze(text.replace(/-\n/gu, '-'));

interface Case {
  readonly about: string;
  readonly system: (db: Knex) => Promise<ResultsSystem>;
  readonly reader?: MemberRole;
}

const cases: readonly Case[] = [
  { about: 'a grid with a split and an agreement', system: (db) => aGridSystem(db, 'grid') },
  {
    about: 'the published case, read without names',
    system: async (db) => (await aPublishedCase(db, 'published')).system,
    reader: 'icb-lead',
  },
  { about: 'three agencies, read without names', system: fewAgencies, reader: 'icb-lead' },
  { about: 'fourteen Places', system: fourteenPlaces },
  { about: 'forty agencies, long texts and many scripts', system: fortyAgencies },
  { about: 'answers of which none is known', system: allUnknown },
  { about: 'a round that nobody has answered', system: nobodyYet },
];

describe.each(cases)('the papers of $about', patient, ({ system: make, reader }) => {
  let papers: readonly ReadPdf[];
  beforeAll(async () => {
    const { db } = database;
    const system = await make(db);
    const [place = ''] = system.ids.places.keys();
    papers = [
      await placePaper(db, system, place, reader),
      await systemPaper(db, system, reader),
      await placeSummary(db, system, place, reader),
      await systemSummary(db, system, reader),
      await boardPaper(db, system, reader),
      await sidesPaper(db, system, reader),
    ];
  });

  it('have no fault in their structure, and nothing drawn outside of it', () => {
    for (const { source, pages } of papers) {
      expect(structureFaults(source)).toEqual([]);
      expect(pages.map(({ untagged }) => untagged).join('')).toBe('');
    }
  });

  it('have a bookmark for every heading, in reading order, at its depth and page', () => {
    for (const { pages, outline } of papers) {
      const headings = pages.flatMap(({ tree }, index) =>
        headingsIn(tree).map(({ role, text }) => ({
          title: joined(text),
          depth: Number(role.slice(1)),
          page: index + 1,
        })),
      );
      expect(outline.map((item) => ({ ...item, title: joined(item.title) }))).toEqual(headings);
    }
  });

  it('end no page in a heading', () => {
    for (const { pages } of papers) {
      const ends = pages.map(({ tree }) => rolesAtEnd(tree));
      expect(ends.filter((roles) => roles.some((role) => HEADING.test(role)))).toEqual([]);
    }
  });

  it('fill every page but the last at least to its half', () => {
    const half = PAGE.height - (PAGE.top + PAGE.body / 2);
    for (const { pages } of papers) {
      const emptier = pages.slice(0, -1).filter(({ lowest }) => lowest > half);
      expect(emptier.map((page) => squeeze(page.tree.text).slice(0, 80))).toEqual([]);
    }
  });
});

describe('the check itself', patient, () => {
  let source: string;
  beforeAll(async () => {
    const system = await aGridSystem(database.db, 'checked');
    ({ source } = await placePaper(database.db, system, 'place-1'));
  });

  it('reads all of a paper', () => {
    const nodes = allNodes(readStructure(source).root);
    const roles = new Set(nodes.map(({ role }) => role));
    for (const role of ['H1', 'H2', 'H3', 'Sect', 'Table', 'Figure', 'Link', 'LBody']) {
      expect(roles).toContain(role);
    }
  });

  it.each([
    ['/S /H2', '/S /H3', 'a heading H3 skips a rank'],
    ['/Scope /Column', '/Scope /Row', 'a column without a heading'],
    [
      '/S /TH\n/A <<\n/O /Table\n/Scope /Row',
      '/S /TD\n/A <<\n/O /Table',
      'a row without a heading',
    ],
    ['/Alt (', '/Not (', 'a figure without words'],
    ['/Contents (Go to', '/Not (Go to', 'a link without contents'],
    ['/S /Link', '/S /Span', 'an annotation outside a link'],
    ['/Lang (en-GB)', '/Lang (cy)', 'the language is not en-GB'],
    ['/S /LBody', '/S /P', 'P in LI'],
  ])('finds the fault where %j becomes %j', (whole, broken, fault) => {
    expect(source.includes(whole)).toBe(true);
    expect(structureFaults(source.replace(whole, broken))).toContain(fault);
  });
});
