/** What the reviewers agreed, Place by Place, as minutes: level or colour, before, reason, dissent, who was present. */
import { lede, note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h1, h2, h3 } from '../../../adapters/pdf/headings.ts';
import type { Run } from '../../../adapters/pdf/lines.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import { CHAPTER_START } from '../pdf/paper.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { counted } from '../words.ts';
import { toDecisions, type DecidedView } from './decided.view.ts';

export function writeDecisions(doc: PdfDocument, places: readonly PlaceReportView[]): void {
  const decided = places.map((view) => ({ place: view.place, ...toDecisions(view) }));
  h1(doc, 'What was agreed', { name: CHAPTER_START });
  lede(doc, summaryOf(decided));
  for (const { place, decisions, left } of decided) {
    h2(doc, place);
    if (decisions.length === 0) paragraph(doc, 'Nothing is agreed.', { style: TYPE.small });
    for (const decision of decisions) writeDecision(doc, decision);
    if (left.length > 0 && decisions.length > 0) {
      const runs: Run[] = [
        { text: 'No level agreed: ', font: 'semibold' },
        { text: left.join('; ') },
      ];
      paragraph(doc, runs, { style: TYPE.small, before: 4 });
    }
  }
}

function summaryOf(decided: readonly ReturnType<typeof toDecisions>[]): string {
  const of = (kind: DecidedView['kind']): number =>
    decided.flatMap(({ decisions }) => decisions).filter((each) => each.kind === kind).length;
  const [levels, colours, aside] = [of('level'), of('colour'), of('aside')];
  const setAside = aside > 0 ? ` ${counted(aside, 'domain', 'domains')} set aside.` : '';
  if (levels + colours === 0) {
    return `Nothing is agreed yet: levels are the agencies’ medians.${setAside}`;
  }
  const parts = [
    ...(levels > 0 ? [counted(levels, 'level', 'levels')] : []),
    ...(colours > 0 ? [counted(colours, 'colour', 'colours')] : []),
  ];
  const where = counted(decided.length, 'Place', 'Places');
  return `${parts.join(' and ')} agreed in ${where}.${setAside}`;
}

function writeDecision(doc: PdfDocument, decision: DecidedView): void {
  const { name, agreed, before, rationale, dissent, present } = decision;
  h3(doc, name);
  const runs: Run[] = [
    { text: `${agreed}. `, font: 'semibold' },
    { text: before, colour: COLOUR.soft },
  ];
  paragraph(doc, runs, { style: TYPE.small, after: 3 });
  writeText(doc, 'Because', rationale);
  if (dissent !== '') writeText(doc, 'Dissent', dissent);
  if (present !== '') note(doc, `Present: ${present}.`, { after: 6 });
}

/** What somebody typed, its paragraphs as they were. */
function writeText(doc: PdfDocument, label: string, text: string): void {
  const [first = '', ...more] = text.split(/\n+/u).filter((part) => part.trim() !== '');
  const runs: Run[] = [{ text: `${label}: `, font: 'semibold' }, { text: first }];
  paragraph(doc, runs, { style: TYPE.small, after: 3 });
  for (const part of more) paragraph(doc, part, { style: TYPE.small, after: 3 });
}
