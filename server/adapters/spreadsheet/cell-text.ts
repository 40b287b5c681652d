/** Text as a cell can hold it: any character by the format's own escapes, and no more than a cell takes. */

/** what Excel and LibreOffice keep of a cell */
export const longestCell = 32_767;

/** An escape of the format, which text may hold by chance. */
const escapeLike = /_(?=x[0-9a-f]{4}_)/giu;
/** What XML forbids or discourages, and a return, which XML would turn into a line feed. */
const awkward = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|\ufffd/gu;

/**
 * The text as it goes into the file: spreadsheets, and our own reader, give back what went in.
 * Words that every object of the language knows are escaped too: the writer looks texts up in one.
 */
export function cellText(text: string): string {
  const cut = text.length > longestCell ? wholeStart(text, longestCell) : text;
  const escaped = cut.replace(escapeLike, '_x005F_').replace(awkward, escapeAll);
  return escaped in {} ? escapeOf(escaped.charAt(0)) + escaped.slice(1) : escaped;
}

/** The beginning of a text, no longer than `length`, without half a character at its end. */
export function wholeStart(text: string, length: number): string {
  const start = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start;
}

/** Unit by unit: the format knows no longer escape. */
function escapeAll(found: string): string {
  return Array.from({ length: found.length }, (_, index) => escapeOf(found.charAt(index))).join('');
}

function escapeOf(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
