/** Days as people write them in a cell. */
import { readDate, type Read } from '../../../web/fields/scalar.parse.ts';
import { parseForm } from '../../../web/form.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** each names its parts */
const shapes = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:T.*)?$/,
  // the day first, as in Britain
  /^(?<day>\d{1,2})[/. -](?<month>\d{1,2})[/. -](?<year>\d{4})$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<month>[a-z]{3,9})[.,]?\s+(?<year>\d{4})$/,
];

/** "2027-03-31", of "31/03/2027" or "31 March 2027" too; nothing of an empty cell. */
export function dayOf(typed: string): Read<string> {
  const text = typed.trim().toLowerCase();
  if (text === '') return {};
  const found = shapes.map((shape) => shape.exec(text)?.groups).find((groups) => groups);
  if (!found) return { fault: 'must be a date, such as 31/03/2027' };
  const { day = '', month = '', year = '' } = found;
  const form = new URLSearchParams({ d_day: day, d_month: numbered(month), d_year: year });
  const { value } = readDate(parseForm(form.toString()), 'd');
  return value === undefined ? { fault: 'must be a real date, such as 31/03/2027' } : { value };
}

/** The month's number, of its name too; 0 is none. */
function numbered(month: string): string {
  return /^\d/.test(month) ? month : String(months.indexOf(month.slice(0, 3)) + 1);
}
