/** Minutes at their limits: long reasons and dissent, every script, names of sixty characters, nothing decided. */
import { describe, expect, it } from 'vitest';
import { readPdf, type ReadPdf } from '../../../test/factories/pdf-reader.ts';
import { structureFaults } from '../../../test/factories/pdf-structure.ts';
import { headings, paperWords } from '../../../test/factories/report-papers.ts';
import { MISSING_NOTE } from '../../adapters/pdf/document.ts';
import { madeAt } from '../../web/made.ts';
import { render } from './minutes.pdf.ts';
import type { MinutedDomain, MinutesView } from './minutes.view.ts';

const place = 'Llanfihangel-y-Creuddyn, Żółkiew and the Border Parishes (N)';
const words = 'Rhannodd y fydwraig ei phrofiad; położna była wysłuchana.';
const long = `${Array.from({ length: 170 }, () => `${words} ${words}`).join('\n\n')} 👶🏽 مرحبا \u202eabc\u202c`;

const decided: MinutedDomain = {
  name: 'Strategic leadership',
  median: 1,
  medianWord: 'Foundations',
  split: true,
  given: '8 of 10',
  agreed: 2,
  isAside: false,
  stands: {
    level: 'Early growth',
    steps: null,
    rag: '',
    rationale: long,
    dissent: long,
    present: Array.from({ length: 40 }, (_, n) => `Świętosława Wrzesińska-Łuć ${n + 1}`).join(', '),
    recorded: 'שרה كريم 👶 recorded it on 4 March 2026 at 14:02',
    thin: '',
  },
};
const view: MinutesView = {
  system: 'Aldermoor and Wend',
  place,
  round: 'Spring 2026',
  status: 'In review',
  draft: true,
  summary: '1 of 2 domains agreed, 1 left.',
  domains: [
    decided,
    { ...decided, name: place, agreed: null, median: null, stands: null, split: false },
  ],
  elements: [],
  reviewers: Array.from({ length: 60 }, (_, n) => `Siân ${n + 1}, also answers for ${place}`),
  quorum: 'The quorum is 3 of 60 reviewers.',
  signOffs: ['Not signed off.', `Reopened by Ines Okonjo: ${long.slice(0, 2000)}`],
  instruments: ['Maturity grid, version 1.0.0'],
  credits: ['Parent-Infant Foundation (2023)'],
};
const made = madeAt(new Date('2026-03-18T14:02:00Z'), 'http://127.0.0.1:3000/rounds/spring-2026');
const draw = async (given: MinutesView): Promise<ReadPdf> =>
  readPdf(await render({ view: given, made }));

describe('minutes with very long texts in every script', { timeout: 60_000 }, () => {
  it('[trust 31] hold every word of reason and dissent, and say what could not be shown', async () => {
    // fonts are parsed once in a process
    await render({ view: { ...view, domains: [] }, made });
    const before = process.cpuUsage();
    const bytes = await render({ view, made });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(5);
    const paper = await readPdf(bytes);
    const text = paperWords(paper);
    expect(long.length).toBeGreaterThan(19_500);
    // twice 340, and what the second sign-off holds of it
    expect(text.split('położna była wysłuchana').length - 1).toBeGreaterThanOrEqual(680 + 34);
    expect(text).toContain('□ □□□□□ abc');
    expect(text).toContain(MISSING_NOTE);
    expect(text).toContain('Świętosława Wrzesińska-Łuć 40.');
    expect(text).toContain('Siân 60, also answers for Llanfihangel-y-Creuddyn');
    expect(structureFaults(paper.source)).toEqual([]);
    expect(headings(paper, 'H3').filter((each) => each === 'Strategic leadership')).toHaveLength(1);
  });

  it('keep a long name whole, and say where nothing is decided', async () => {
    const paper = await draw({
      ...view,
      domains: [],
      reviewers: [],
      summary: 'Nothing is agreed yet.',
    });
    expect(headings(paper, 'H1')).toEqual([place]);
    expect(paperWords(paper)).toContain('Nothing is agreed yet.');
    expect(structureFaults(paper.source)).toEqual([]);
  });
});
