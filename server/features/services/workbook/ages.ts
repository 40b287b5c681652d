/** Ages as people write them in a cell. */

const conception = -9;
const units = '(?:y|yr|yrs|year|years)|(?:m|mo|mth|mths|month|months)';
const pieces = new RegExp(`(\\d{1,3})\\s*(${units})(?![a-z])`, 'g');
const whole = new RegExp(
  `^(?:\\d{1,3}\\s*(?:${units})(?![a-z])[\\s,]*(?:and\\s+)?)+(before birth)?$`,
);

/** Months from birth, conception -9: of "birth", "18 months", "2 years", "1 year 6 months"; undefined for anything else. */
export function monthsOf(typed: string): number | undefined {
  const text = typed.trim().replace(/\s+/g, ' ').toLowerCase();
  if (text === 'conception') return conception;
  if (text === 'birth') return 0;
  const match = whole.exec(text);
  if (!match) return undefined;
  const months = [...text.matchAll(pieces)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (unit.startsWith('y') ? 12 : 1),
    0,
  );
  return match[1] === undefined ? months : -months;
}
