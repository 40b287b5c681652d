/** Tagging: which ink is content, under which element, and which is decoration that a screen reader skips. */

export type Pdf = PDFKit.PDFDocument;
export type StructElement = PDFKit.PDFStructureElement;
type ElementOptions = PDFKit.Mixins.StructureElementOptions;

/**
 * Draws decoration (rules, tints, swatches, running heads) as an artifact, with the graphics state put
 * back afterwards. Never call it inside marked content: the artifact would close that content.
 */
export function artifact(
  pdf: Pdf,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  pdf.markContent('Artifact', { type });
  keepingState(pdf, draw);
  pdf.endMarkedContent();
}

/** Runs the drawing and puts colours, widths, dashes and clips back: pdfkit's dash and line width leak. */
export function keepingState(pdf: Pdf, draw: () => void): void {
  pdf.save();
  draw();
  pdf.restore();
}

/** Opens an element under its parent. End it on the page of its last content. */
export function openElement(
  pdf: Pdf,
  parent: StructElement,
  tag: string,
  options: ElementOptions = {},
): StructElement {
  const element = pdf.struct(tag, options);
  parent.add(element);
  return element;
}

/** An element that holds what `fill` adds to it. */
export function addElement<T>(
  pdf: Pdf,
  parent: StructElement,
  tag: string,
  options: ElementOptions,
  fill: (element: StructElement) => T,
): T {
  const element = openElement(pdf, parent, tag, options);
  const result = fill(element);
  element.end();
  return result;
}

/** Adds table attributes for which pdfkit has no option; call it before the element ends. */
export function addTableAttributes(
  element: StructElement,
  attributes: { ColSpan?: number; Summary?: string },
): void {
  const { Summary, ...others } = attributes;
  element.dictionary.data.A = {
    ...element.dictionary.data.A,
    O: 'Table',
    ...others,
    ...(Summary === undefined ? {} : { Summary: textObject(Summary) }),
  };
}

/** Text as the value of an entry: pdfkit writes a String object as text, but a plain string as a name. */
export function textObject(text: string): string {
  return new String(text) as string;
}
