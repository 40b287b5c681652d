/** A document module as the pool runs them: one page, and what can go wrong. */
import { paragraph } from '../../server/adapters/pdf/blocks.ts';
import { closeDocument } from '../../server/adapters/pdf/document.ts';
import { aDocument } from './pdf-document.ts';

export interface TinyView {
  readonly text: string;
  /** throws this message instead */
  readonly failure?: string;
  /** never ends */
  readonly isEndless?: boolean;
}

export async function render(view: TinyView): Promise<Buffer> {
  if (view.failure !== undefined) throw new Error(view.failure);
  if (view.isEndless === true) return new Promise(() => undefined);
  const doc = aDocument();
  paragraph(doc, view.text);
  return closeDocument(doc);
}
