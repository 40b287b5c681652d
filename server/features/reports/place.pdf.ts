/** The Place report as a PDF; run by a worker, or by the command line. */
import { closeDocument } from '../../adapters/pdf/document.ts';
import type { PdfDocument } from '../../adapters/pdf/sheet.ts';
import { methodPart, openPaper, writeContents, writeHead } from './pdf/paper.ts';
import type { Paper, Part } from './pdf/paper.ts';
import { writeDomainSections } from './pdf/place-domain-sections.ts';
import { writeDomains } from './pdf/place-domains.ts';
import { writeElements } from './pdf/place-elements.ts';
import { writeNextLevels } from './pdf/place-next-levels.ts';
import { writeAnswerers, writeServices } from './pdf/place-services.ts';
import { writeProfile } from './pdf/place-profile.ts';
import { writeElementWorkings } from './pdf/place-workings.ts';
import type { PlaceReportView } from './place-report.view.ts';

/** A Board member reads the first page; the second answers what stands behind it; the workings come last. */
export function render(paper: Paper<PlaceReportView>): Promise<Buffer> {
  const { view } = paper;
  const doc = openPaper(paper, `${view.place}: Place report`);
  const parts = [...partsOf(doc, view), methodPart(doc, paper, view.asksMap)];
  writeHead(doc, paper);
  if (view.domains.length > 0) writeDomains(doc, view);
  writeContents(doc, parts);
  for (const { write } of parts) write();
  return closeDocument(doc);
}

function partsOf(doc: PdfDocument, view: PlaceReportView): Part[] {
  const { domains, elements } = view;
  const part = (name: string, title: string, write: () => void): Part => ({ name, title, write });
  const elementPart = (...of: Parameters<typeof part>): Part[] =>
    elements.length > 0 ? [part(...of)] : [];
  const domainPart = (...of: Parameters<typeof part>): Part[] =>
    domains.length > 0 ? [part(...of)] : [];
  return [
    ...elementPart('elements', 'Elements of support', () => writeElements(doc, elements)),
    ...domainPart('profile', 'Profile', () => writeProfile(doc, view)),
    ...domainPart('domains', 'Domains', () => writeDomainSections(doc, view)),
    ...elementPart('services', 'Services', () => writeServices(doc, view)),
    part('answered', 'Who answered', () => writeAnswerers(doc, view)),
    ...elementPart('workings', 'Workings', () => writeElementWorkings(doc, elements)),
    ...(domains.some(({ working }) => working.next !== null)
      ? [part('next-levels', 'Next levels', () => writeNextLevels(doc, domains))]
      : []),
  ];
}
