/** The signs of a Place's domain: its level as steps, its colour with the flags below. */
import { levelCell, ragCell } from '../../../adapters/pdf/cells.ts';
import type { StepsLevel } from '../../../adapters/pdf/glyphs.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { TableCell } from '../../../adapters/pdf/table.types.ts';
import type { PlaceDomainView } from '../place-domains.view.ts';

export function toLevel(doc: PdfDocument, domain: PlaceDomainView): TableCell {
  return levelCell(doc, stepsOf(domain), domain.text);
}

/** A split is lined up to the highest level that was given, as far as that may be seen. */
function stepsOf({ rag, level, distribution }: PlaceDomainView): StepsLevel {
  if (rag.code !== 'discuss') return level;
  return { splitUpTo: distribution?.counts.findLastIndex((count) => count > 0) ?? 0 };
}

/** Flags stand below the word; "split" is what "to discuss" says already. */
export function toColour(doc: PdfDocument, { rag, flags, action }: PlaceDomainView): TableCell {
  const shown = flags.filter(({ code }) => code !== 'split').map(({ text }) => text);
  return ragCell(doc, rag.code, [...shown, ...(action ? [action.text] : [])].join(', '));
}
