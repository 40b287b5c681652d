/** How pages put numbers, lists and the beginnings of sentences in words. */

/** "A, B and C" */
export function andList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** "1 service", "2 services" */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const smallNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A small number inside a sentence: "seven"; 0 is "no", from 13 on figures. */
export function inWords(count: number): string {
  return smallNumbers[count] ?? String(count);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Specialist support" inside a sentence: "specialist support". */
export function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** "3,240" */
export function wholeFigure(figure: number): string {
  return whole.format(figure);
}

/** "10.7"; "11" where there is nothing behind the point */
export function shortFigure(figure: number): string {
  return short.format(figure);
}

/** Two decimals, with a real minus sign. */
export function decimal(figure: number): string {
  return figure.toFixed(2).replace('-', '−');
}
