/** What pdfkit 0.20 can do and its published types do not yet say: tagging options, parsed fonts. */
/// <reference types="pdfkit" />

declare namespace PDFKit {
  namespace Mixins {
    interface StructureElementOptions {
      title?: string;
      /** left, top, right, bottom, in points from the top left of the page */
      bbox?: [number, number, number, number];
      placement?: 'Block' | 'Inline';
      scope?: 'Column' | 'Row';
    }

    interface AnnotationOption {
      structParent?: PDFStructureElement;
    }

    interface PDFFont {
      /** a font that fontkit has parsed */
      registerFont(name: string, font: { postscriptName: string; unitsPerEm: number }): this;
    }
  }

  interface PDFOutline {
    readonly outlineData: { Count?: number };
    addItem(title: string, options: { expanded: boolean; top: number; left: number }): PDFOutline;
  }

  interface PDFStructureElement {
    readonly dictionary: { readonly data: { A?: Record<string, unknown> } };
  }
}
