/** The Place summary as a PDF, about four pages to take to a meeting; run by a worker, or by the command line. */
import { closeDocument } from '../../../adapters/pdf/document.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { openReport, partsOf, writeContents, writeHead } from '../pdf/paper.ts';
import type { Paper, Part } from '../pdf/paper.ts';
import { writeAgesInShort } from '../pdf/place-ages.ts';
import { writeContradictions } from '../pdf/place-contradictions.ts';
import { writeDomains } from '../pdf/place-domains.ts';
import { writeElementsInShort } from '../pdf/place-elements.ts';
import { writeActionsInShort } from '../pdf/place-actions.ts';
import { writeNeedInShort } from '../pdf/place-need.ts';
import { writeProfileInShort } from '../pdf/place-profile.ts';
import type { PlaceElementView } from '../place-elements.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { captionOf } from '../report.view.ts';
import { inShort } from './in-short.ts';
import { methodInShort } from './method.ts';
import { writeMapInShort } from './place-map.ts';
import { writeSettled } from './place-settled.ts';

/** The first page says it; the others say why, what is open at each age, for how many, and what is being done. */
export function render(paper: Paper<PlaceReportView>): Promise<Buffer> {
  const { view } = paper;
  const doc = openReport(paper, `${view.place}: Place summary`);
  const caption = captionOf('Place summary', view, view.corrected);
  writeHead(doc, { ...paper, view: { ...view, caption } });
  const parts = [...bodyOf(doc, paper), methodOf(doc, paper)];
  writeContents(doc, parts, new URL(view.fullHref, paper.made.address).href);
  if (view.domains.length > 0) writeDomains(doc, view);
  for (const { write } of parts) write();
  return closeDocument(doc);
}

function bodyOf(doc: PdfDocument, { view, made }: Paper<PlaceReportView>): Part[] {
  const { domains, elements, ages, need, contradictions, actions } = view;
  const isContradicted = contradictions !== null && contradictions.found.length > 0;
  const [grid, map] = [domains.length > 0, elements.length > 0];
  return partsOf([
    [grid, 'profile', 'Profile', () => writeProfileInShort(doc, view)],
    [map, 'elements', 'Elements', () => writeElementsInShort(doc, elements.map(elementInShort))],
    [grid, 'settled', 'Settled and open', () => writeSettled(doc, domains)],
    [ages !== null, 'ages', 'Ages', () => ages && writeAgesInShort(doc, ages)],
    [map, 'map', 'Service map', () => writeMapInShort(doc, view)],
    [
      isContradicted,
      'contradictions',
      'Map and grid',
      () => contradictions && writeContradictions(doc, contradictions),
    ],
    [need !== null, 'need', 'Need', () => need && writeNeedInShort(doc, need)],
    [
      actions !== null,
      'actions',
      'Actions',
      () => actions && writeActionsInShort(doc, actions, made.address),
    ],
  ]);
}

/** characters of the reason for another colour, and of a sentence, which may name many agencies */
const MOST = { rationale: 200, dissent: 120, sentence: 260 } as const;

function elementInShort(element: PlaceElementView): PlaceElementView {
  const { agreed } = element;
  const why = element.why.map((sentence) => inShort(sentence, MOST.sentence));
  if (agreed === null) return { ...element, why };
  const rationale = inShort(agreed.rationale, MOST.rationale);
  const dissent = inShort(agreed.dissent, MOST.dissent);
  return { ...element, why, agreed: { ...agreed, rationale, dissent, present: '' } };
}

function methodOf(doc: PdfDocument, paper: Paper<PlaceReportView>): Part {
  const { asksMap, need, answered, names } = paper.view;
  return methodInShort(doc, paper, {
    asksMap,
    showsNeed: need !== null && need.empty === null,
    said: [answered, names ? 'This copy is for reviewers and the coordinator.' : ''],
  });
}
