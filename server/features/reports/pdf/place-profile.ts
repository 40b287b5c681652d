/** A Place's profile: how many of its domains stand at each level, and all of them in one drawing. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { profileChartHeight, writeProfileChart } from './place-profile-chart.ts';

/** of the sentence above the radar */
const COUNTS_HEIGHT = 56;

export function writeProfile(doc: PdfDocument, view: PlaceReportView): void {
  const keep = COUNTS_HEIGHT + profileChartHeight(doc, view);
  h2(doc, 'Profile', { name: 'profile', keep });
  writeCounts(doc, view);
  writeProfileChart(doc, view);
}

function writeCounts(doc: PdfDocument, view: PlaceReportView): void {
  const counts = view.profile.flatMap(({ word, count }, index): Run[] => [
    { text: `${index > 0 ? ', ' : ''}${word} ` },
    { text: String(count), font: 'semibold' },
  ]);
  paragraph(doc, [
    { text: 'Domains at each level: ', font: 'semibold' },
    ...counts,
    { text: ['.', view.staged, view.profileNote].filter(Boolean).join(' ') },
  ]);
}
