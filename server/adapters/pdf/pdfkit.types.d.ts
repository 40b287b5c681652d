/** What pdfkit 0.20 can do and its published types do not yet say: tagging options, parsed fonts, encoded text. */
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

  /** a font of this document */
  interface EmbeddedFont {
    readonly id: string;
    ref(): PDFKitReference;
    /** hexadecimal glyphs, and for each how far the next one stands, in thousandths of the size */
    encode(text: string): [string[], GlyphPosition[]];
  }

  interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
    /** of the glyph alone, without kerning */
    readonly advanceWidth: number;
  }

  interface PDFDocument {
    /** the font chosen last */
    readonly _font: EmbeddedFont;
  }

  interface PDFStructureElement {
    readonly dictionary: { readonly data: { A?: Record<string, unknown> } };
  }
}
