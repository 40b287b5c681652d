/** The minutes as a PDF: what they say, how they are built, who may have them, and that taking them is written down. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { readPdf, type ReadPdf } from '../../../test/factories/pdf-reader.ts';
import { structureFaults } from '../../../test/factories/pdf-structure.ts';
import { patient, useDownloads } from '../../../test/factories/report-downloads.ts';
import { headings, paperWords, rowsOf } from '../../../test/factories/report-papers.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import {
  agreementOf,
  aReviewedSystem,
  calmDomain,
  domainPath,
  reviewPath,
  splitDomain,
  visit,
} from '../../../test/factories/review.ts';
import { madeAt } from '../../web/made.ts';
import { setRoundStatus } from '../set-up/round.queries.ts';
import { render } from './minutes.pdf.ts';
import type { MinutedDomain, MinutesView } from './minutes.view.ts';

const database = useDatabase();
const { signIn, read } = useDownloads(database);
const minutes = `${reviewPath}/minutes`;

describe('the minutes of a Place', patient, () => {
  let system: ResultsSystem;
  let paper: ReadPdf;
  beforeAll(async () => {
    const { db } = database;
    system = await aReviewedSystem(db, 'minutes');
    const amina = await visit(db, system, 'amina');
    for (const [domain, values] of [
      [splitDomain, { agreed: '2', because: 'Nothing before birth.', dissent: 'Teo holds 3.' }],
      [calmDomain, { agreed: '2', because: 'All alike.' }],
      ['outcomes-and-impact', { agreed: 'none', because: 'Nobody could judge it.' }],
    ] as const) {
      await amina.post(`${domainPath(domain)}/agreement`, agreementOf(system, values));
    }
    paper = await read(await signIn('bea@minutes.example'), minutes);
  });

  it('say what was decided of each domain, and what was there before', () => {
    expect(rowsOf(paper, 'Services and interventions')[0]).toEqual([
      'Good progress, split',
      '5 of 5',
      'Early growth',
      'recorded',
    ]);
    expect(rowsOf(paper, 'Outcomes and impact')[0]).toEqual([
      'No level given',
      '0 of 5',
      'Set aside',
      'none',
    ]);
    expect(paperWords(paper)).toContain('2 of 11 domains agreed, 1 set aside, 8 left.');
  });

  it('give the reason, the dissent, who was present and who recorded it', () => {
    const words = paperWords(paper);
    expect(words).toMatch(
      /Early growth\. Median before: Good progress, split; 5 of 5 gave a level\. Because: Nothing before birth\. Dissent: Teo holds 3\. Present: Amina Rahman \(chair\), Bea Lund, Teo Marlowe\. Amina Rahman recorded it on/,
    );
    expect(words).toContain('Because: Nobody could judge it.');
    expect(headings(paper, 'H2')).toEqual([
      'Decisions at a glance',
      'Agreed',
      'Set aside',
      'Left to agree',
      'Sign-off',
      'What this rests on',
    ]);
    expect(words).toContain('Not signed off.');
    expect(words).toContain('system self-assessment grid, version 1.0.0');
  });

  it('are sound in their structure, and marked as a draft before publication', () => {
    expect(structureFaults(paper.source)).toEqual([]);
    expect(paper.pages.map(({ untagged }) => untagged).join('')).toBe('');
    expect(paper.title).toBe('Place 1: minutes of the review, Round spring-2026, draft');
    expect(paper.pages[0]?.artifacts.join(' ')).toContain('DRAFT');
  });

  it('that they were taken away is written down; asking for the headers alone takes nothing', async () => {
    const taken = () =>
      database
        .db('audit_events')
        .where({ system_id: system.ids.systemId, act: 'minutes.downloaded' })
        .select('subject_type', 'details');
    const before = (await taken()).length;
    const colm = await signIn('colm@minutes.example');
    await colm.head(`${minutes}.pdf`);
    expect(await taken()).toHaveLength(before);
    await colm.get(`${minutes}.pdf`);
    expect((await taken()).at(-1)).toMatchObject({ subject_type: 'place' });
    expect(await taken()).toHaveLength(before + 1);
  });

  it('[trust 13] are for its reviewers and coordinators, after publication too', async () => {
    const { systemId } = system.ids;
    await setRoundStatus(database.db, systemId, system.roundId, { status: 'published' });
    for (const who of ['otto', 'ifeoma', 'siân', 'wanda']) {
      const { status } = await (await signIn(`${who}@minutes.example`)).get(`${minutes}.pdf`);
      expect(status, who).toBe(who === 'otto' ? 404 : 403);
    }
    const published = await read(await signIn('amina@minutes.example'), minutes);
    expect(published.title).toBe('Place 1: minutes of the review, Round spring-2026');
  });
});

const made = madeAt(new Date('2026-05-19T13:00:00Z'), 'http://127.0.0.1:3000/rounds/r/places/p');
const undecided: MinutedDomain = {
  name: 'Strategic leadership',
  median: 2,
  medianWord: 'Early growth',
  split: false,
  given: '5 of 5',
  agreed: null,
  stands: null,
  isAside: false,
};
const view: MinutesView = {
  system: 'Aldermoor and Wend',
  place: 'Kestlebrook and the Seven Parishes of the Upper Marram Valley',
  round: 'Spring 2026',
  status: 'In review',
  draft: true,
  summary: 'Nothing is agreed yet.',
  domains: [undecided],
  elements: [],
  reviewers: [],
  quorum: 'The quorum is 3 of 0 reviewers.',
  signOffs: ['Not signed off.'],
  instruments: ['Maturity grid, version 1.0.0'],
  credits: ['Parent-Infant Foundation (2023).'],
};

describe('minutes at their limits', patient, () => {
  it('with nothing agreed have no empty part', async () => {
    const paper = await readPdf(await render({ view, made }));
    expect(structureFaults(paper.source)).toEqual([]);
    expect(headings(paper, 'H2')).not.toContain('Agreed');
    expect(paperWords(paper)).toContain('Nothing is agreed yet.');
  });

  it('with a reason of 20,000 characters lose none of it, and name every element', async () => {
    const rationale = Array.from({ length: 2500 }, (_, n) => `${n} word`)
      .join(' ')
      .slice(0, 20_000);
    const stands = {
      level: 'Good progress',
      steps: null,
      rag: '',
      rationale,
      dissent: '',
      present: Array.from({ length: 40 }, (_, n) => `Reviewer Number-${n} von Langenfeld`).join(
        ', ',
      ),
      recorded: 'Ines Okonjo recorded it on 19 May 2026 at 14:00',
      thin: '',
    };
    const element = {
      name: 'Specialist 0-2 mental health support',
      derived: 'red',
      agreed: 'amber',
      words: 'Amber instead of red',
      rationale: 'The team began in May.',
      dissent: 'One saw no change.',
      present: 'Ines Okonjo (chair)',
      recorded: 'Ines Okonjo recorded it on 19 May 2026 at 14:00',
      thin: '',
    } as const;
    const long = {
      ...view,
      domains: [{ ...undecided, agreed: 3, stands } as const],
      elements: [element],
    };
    const paper = await readPdf(await render({ view: long, made }));
    expect(structureFaults(paper.source)).toEqual([]);
    expect(paperWords(paper).replace(/\s/gu, '')).toContain(rationale.replace(/\s/gu, ''));
    expect(paperWords(paper)).toContain('Amber instead of red');
    expect(paper.pages.length).toBeGreaterThan(4);
  });
});
