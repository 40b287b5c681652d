/** A Place's profile: how many of its domains stand at each level, and all of them in one drawing. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { TYPE, type TextStyle } from '../../../adapters/pdf/tokens.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { profileChartHeight, writeProfileChart } from './place-profile-chart.ts';

/** of the sentence above the radar */
const COUNTS_HEIGHT = 56;

export function writeProfile(doc: PdfDocument, view: PlaceReportView): void {
  writeChart(doc, view, TYPE.body);
  if (view.radar === null) return;
  const words = view.profile.map(({ word }, level) => `${level} ${word}`).join(', ');
  note(doc, `Levels: ${words}.`, { before: 5 });
}

/** The page before it has said which level each number is. */
export function writeProfileInShort(doc: PdfDocument, view: PlaceReportView): void {
  writeChart(doc, view, TYPE.small);
}

function writeChart(doc: PdfDocument, view: PlaceReportView, style: TextStyle): void {
  const keep = COUNTS_HEIGHT + profileChartHeight(doc, view);
  h2(doc, 'Profile', { name: 'profile', keep });
  writeCounts(doc, view, style);
  writeProfileChart(doc, view);
}

function writeCounts(doc: PdfDocument, view: PlaceReportView, style: TextStyle): void {
  const counts = view.profile.flatMap(({ word, count }, index): Run[] => [
    { text: `${index > 0 ? ', ' : ''}${word} ` },
    { text: String(count), font: 'semibold' },
  ]);
  const runs: Run[] = [
    { text: 'Domains at each level: ', font: 'semibold' },
    ...counts,
    { text: ['.', view.staged, view.profileNote].filter(Boolean).join(' ') },
  ];
  paragraph(doc, runs, { style });
}
