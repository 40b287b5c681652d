/** The mark of a response's state, 18 px: dashed ring, pie, disc with a tick, arrow, dash. */

export type StatusMark = 'not-started' | 'under-way' | 'submitted' | 'returned' | 'not-asked';

export interface StatusGlyph {
  readonly mark: StatusMark;
  /** path data of the pie's filled part; '' where nothing is filled, and for all other marks */
  readonly pie: string;
}
/** The shapes that the marks point at, once on a page. */
export type StatusShapes = Record<string, never>;

const CENTRE = 9;
const RADIUS = 5.8;
const round = (figure: number): number => Math.round(figure * 100) / 100;

/** Clockwise from twelve o'clock. @param share from 0 to 1 */
export function piePath(share: number): string {
  if (share <= 0) return '';
  const top = `${CENTRE} ${round(CENTRE - RADIUS)}`;
  const arc = (large: number, end: string): string => `A${RADIUS} ${RADIUS} 0 ${large} 1 ${end}`;
  if (share >= 1) {
    const bottom = `${CENTRE} ${round(CENTRE + RADIUS)}`;
    return `M${top}${arc(1, bottom)}${arc(1, top)}z`;
  }
  const angle = share * 2 * Math.PI;
  const x = round(CENTRE + RADIUS * Math.sin(angle));
  const y = round(CENTRE - RADIUS * Math.cos(angle));
  return `M${CENTRE} ${CENTRE}V${round(CENTRE - RADIUS)}${arc(share > 0.5 ? 1 : 0, `${x} ${y}`)}z`;
}
