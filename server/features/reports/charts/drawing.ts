/** A chart as marks in paint order, before anybody renders it: path data with a look, and words at their places. */

/** What a shape means; the page gives it a style by its name, the PDF a pen. */
export type ShapeLook =
  // radar
  | 'ring'
  | 'rim'
  | 'spoke'
  | 'area'
  | 'before'
  | 'spread'
  | 'now'
  | 'dot'
  | 'open'
  | 'unknown'
  // strip of ages
  | 'early'
  | 'month'
  | 'birthday'
  | 'rule'
  | 'offer'
  | 'hatch'
  | 'hole'
  | 'plate'
  | 'service'
  | 'ending'
  | 'planned'
  // bars of need
  | 'range'
  | 'room';

/** What words are: plain, quiet, a scale's figure, a name over lines, strong inside a chart, a lane's heading. */
export type WordLook = 'plain' | 'quiet' | 'figure' | 'name' | 'strong' | 'head';

export interface Shape {
  readonly look: ShapeLook;
  /** SVG path data, which pdfkit takes too */
  readonly d: string;
}
export interface Words {
  readonly look: WordLook;
  readonly x: number;
  /** of the baseline */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** In px, y down. Words stand above all shapes. */
export interface Drawing {
  /** the left top corner of what is drawn */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** says what the drawing shows to those who do not see it */
  readonly label: string;
  readonly shapes: readonly Shape[];
  readonly words: readonly Words[];
}

/** `drawing`: a chart on a page. */
export interface ChartView {
  /** classes of its svg: how large it is, and on which screens it stands */
  readonly kind: string;
  readonly drawing: Drawing;
}

/** A length without the noise of floating point: tenths of a pixel. */
export function tenth(length: number): number {
  return Math.round(length * 10) / 10 + 0;
}

export function circle(x: number, y: number, radius: number): string {
  const [left, across] = [tenth(x - radius), tenth(2 * radius)];
  const half = `a${radius} ${radius} 0 1 0`;
  return `M${left} ${tenth(y)}${half} ${across} 0${half} ${-across} 0z`;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rectangle({ x, y, width, height }: Rectangle): string {
  return `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}z`;
}

/** Lines falling to the right, so many px apart, cut off at the edges: a pattern that page and PDF draw alike. */
export function hatching({ x, y, width, height }: Rectangle, apart = 8): string {
  let d = '';
  for (let start = apart - height; start < width; start += apart) {
    const cut = Math.max(0, -start);
    const end = Math.min(height, width - start);
    d += `M${tenth(x + start + cut)} ${tenth(y + cut)}l${tenth(end - cut)} ${tenth(end - cut)}`;
  }
  return d;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`;
}

/** Words in lines of up to so many letters; a word that is longer has its line to itself. */
export function inLines(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
