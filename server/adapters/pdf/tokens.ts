/** The look of every PDF: colours, type and the page's measures, all lengths in points. */

/** `ink` 14.7:1 on white, `soft` 6.8:1 (5.9:1 on the watermark), `brand` 11.2:1. */
export const COLOUR = {
  ink: '#1D2A33',
  soft: '#4A5D6B',
  brand: '#0B3A75',
  paper: '#FFFFFF',
  rule: '#B9C4CC',
  hair: '#D5DDE2',
  wash: '#F1F4F6',
  watermark: '#ECEFF2',
  grid: '#8797A3',
  stepEdge: '#6B7B88',
  targetedBar: '#6C93C0',
  needBar: '#8FA3B3',
} as const;

/** Depth of a count by its share of all counts: up to 20, 40, 60 and 100%. */
export const SHARE_COLOURS = ['#EAF0F7', '#D3E0EF', '#B4CBE4', '#93B4D8'] as const;

export type RagColour = 'green' | 'amber' | 'red' | 'white' | 'purple' | 'discuss';

export interface RagStyle {
  /** what the reader sees beside the swatch; "white" is a colour's name and reads "Unknown" */
  readonly word: string;
  readonly fill: string;
  readonly edge: string;
  /** behind a whole cell; text on it keeps the contrast of ink */
  readonly tint: string;
}

/**
 * Colour never speaks alone: every swatch has a pattern of its own (drawn in swatch.ts) and its
 * word beside it. Green is plain and grey in print, so that it recedes; red is the darkest.
 */
export const RAG: Readonly<Record<RagColour, RagStyle>> = {
  green: { word: 'Green', fill: '#4FAE7B', edge: '#0F5230', tint: '#E4F1E9' },
  amber: { word: 'Amber', fill: '#FFC23D', edge: '#6B4300', tint: '#FFF5DC' },
  red: { word: 'Red', fill: '#B5161F', edge: '#6E0D13', tint: '#FBE7E6' },
  white: { word: 'Unknown', fill: '#FFFFFF', edge: '#4A5D6B', tint: '#FFFFFF' },
  purple: { word: 'In development', fill: '#F3ECF9', edge: '#5A2D91', tint: '#F3ECF9' },
  discuss: { word: 'To discuss', fill: '#FFFFFF', edge: '#1D2A33', tint: '#FFFFFF' },
};

const A4 = { width: 595.28, height: 841.89 } as const;
/** 18 mm, so that a punched page loses no text */
const MARGIN = 51;

export const PAGE = {
  ...A4,
  left: MARGIN,
  right: A4.width - MARGIN,
  /** the width that text may fill */
  measure: A4.width - 2 * MARGIN,
  /** where text starts on the first page, under its brand rule, and on every later page */
  firstTop: 44,
  top: 66,
  /** where text ends */
  bottom: 778,
  /** the tallest thing that a page can hold */
  body: 778 - 66,
} as const;

export type FontName = 'regular' | 'semibold' | 'bold' | 'italic';

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  /** height of a line */
  readonly leading: number;
  readonly colour: string;
}

const { ink, soft, brand } = COLOUR;

export const TYPE = {
  title: { font: 'bold', size: 25, leading: 28, colour: ink },
  /** of a title that would take three lines or more */
  longTitle: { font: 'bold', size: 19, leading: 22, colour: ink },
  eyebrow: { font: 'semibold', size: 9.5, leading: 13, colour: brand },
  lede: { font: 'regular', size: 13, leading: 18, colour: ink },
  h2: { font: 'bold', size: 15, leading: 19, colour: brand },
  h3: { font: 'semibold', size: 11, leading: 14, colour: ink },
  body: { font: 'regular', size: 10.5, leading: 14.5, colour: ink },
  /** a paper for a Board is read on a tablet at arm's length */
  board: { font: 'regular', size: 11, leading: 15.5, colour: ink },
  small: { font: 'regular', size: 9.5, leading: 13, colour: ink },
  cell: { font: 'regular', size: 9, leading: 11.5, colour: ink },
  boardCell: { font: 'regular', size: 10, leading: 13, colour: ink },
  /** the smallest type there is */
  matrix: { font: 'semibold', size: 8, leading: 9.4, colour: ink },
  columnHead: { font: 'semibold', size: 8.5, leading: 10.5, colour: soft },
  note: { font: 'regular', size: 8.5, leading: 11, colour: soft },
  foot: { font: 'regular', size: 8, leading: 10.5, colour: soft },
} as const satisfies Record<string, TextStyle>;
