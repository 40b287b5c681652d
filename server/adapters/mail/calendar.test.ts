/** The calendar file, read back by somebody else's parser. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarEntry } from './calendar.ts';

const entry: CalendarEntry = {
  id: '4c1b7c52-0000-4000-8000-000000000001',
  host: 'assess.example.org',
  title: 'Answers due: Round 3, spring 2026',
  due: new Date('2026-03-27T17:00:00Z'),
  writtenAt: new Date('2026-03-18T14:02:00Z'),
  url: 'https://assess.example.org/responses/1',
};

function read(file: string): ICAL.Event {
  const event = ICAL.Component.fromString(file).getFirstSubcomponent('vevent');
  if (!event) throw new Error('the file has no entry');
  return new ICAL.Event(event);
}
const sequenceOf = (file: string): number => read(file).sequence;

describe('the calendar file', () => {
  it('is the half hour before the deadline, in UTC, so that every calendar shows its own time', () => {
    const event = read(calendarFile(entry));
    expect(event.uid).toBe('4c1b7c52-0000-4000-8000-000000000001@assess.example.org');
    expect(event.summary).toBe('Answers due: Round 3, spring 2026');
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-27T16:30:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-03-27T17:00:00.000Z');
    expect(event.component.getFirstPropertyValue('url')).toBe(entry.url);
    expect(event.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('action')).toBe(
      'DISPLAY',
    );
  });

  it('of a later message moves the entry', () => {
    const later = { ...entry, writtenAt: new Date('2026-03-20T09:00:00Z') };
    expect(sequenceOf(calendarFile(later))).toBeGreaterThan(sequenceOf(calendarFile(entry)));
  });

  it('keeps every letter of a long name, in lines of at most 75 octets that end as they must', () => {
    const title = `Round of ${'Łódź, Llanfair; ŵ \\ '.repeat(12)}👶🏽`;
    const file = calendarFile({ ...entry, title });
    expect(read(file).summary).toBe(title);
    const lines = file.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('cannot be given further lines by a name', () => {
    const title = 'Round\r\nATTENDEE:mailto:evil@example.net\nX';
    const file = calendarFile({ ...entry, title });
    expect(file).not.toMatch(/^ATTENDEE/m);
    expect(read(file).summary).toBe('Round\nATTENDEE:mailto:evil@example.net\nX');
  });
});
