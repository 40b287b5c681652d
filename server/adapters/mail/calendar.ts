/** A calendar file with one entry (RFC 5545): the half hour that ends when something is due, in UTC, with an alarm the day before. */

export interface CalendarEntry {
  /** the same for every file about the same thing: a later file moves the entry instead of adding one */
  readonly id: string;
  /** the host of the site, which makes the id unique in the world */
  readonly host: string;
  readonly title: string;
  readonly due: Date;
  /** when this file was written: of two files about one entry the later one counts */
  readonly writtenAt: Date;
  readonly url: string;
}

const halfHourMs = 30 * 60 * 1000;
const minuteMs = 60 * 1000;

/** "20260327T170000Z" */
function moment(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function text(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
}

/** A line has at most 75 octets; what is left goes on after a blank, and no letter is cut in two. */
function folded(line: string): string {
  const lines = [''];
  for (const letter of line) {
    const current = lines.at(-1) ?? '';
    if (Buffer.byteLength(current + letter) > 75) lines.push(` ${letter}`);
    else lines[lines.length - 1] = current + letter;
  }
  return lines.join('\r\n');
}

export function calendarFile({ id, host, title, due, writtenAt, url }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parent-infant self-assessment//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    `DTSTAMP:${moment(writtenAt)}`,
    `SEQUENCE:${Math.floor(writtenAt.getTime() / minuteMs)}`,
    `DTSTART:${moment(new Date(due.getTime() - halfHourMs))}`,
    `DTEND:${moment(due)}`,
    `SUMMARY:${text(title)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(title)}`,
    'TRIGGER;RELATED=END:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
