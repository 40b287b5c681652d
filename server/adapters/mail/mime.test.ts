/** A message as it goes over the wire, read back by a parser of mail. */
import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar.ts';
import { toMime, type OutgoingMail } from './mime.ts';

const mail: OutgoingMail = {
  id: '0b8f6c1e-0000-4000-8000-000000000001',
  from: { name: 'Self-assessment', address: 'assess@example.org' },
  to: 'sian@kingfisher.example',
  date: new Date('2026-03-18T14:02:00Z'),
  letter: {
    subject: 'Not submitted yet: Cylch 3, gwanwyn 2026, Bwrdeistref Ŵŷ',
    greeting: 'Hello Siân',
    paragraphs: ['Kingfisher has not submitted it.'],
    moment: 'It closes: Friday 27 March 2026 at 17:00 (UK time)',
    action: { label: 'Continue', url: 'https://assess.example.org/responses/1' },
    why: 'You answer for Kingfisher.',
  },
  calendar: null,
};
const read = async (outgoing: OutgoingMail): Promise<ParsedMail> =>
  simpleParser(await toMime(outgoing));

describe('a message', () => {
  it('has a text and an HTML twin, and says that it is automatic', async () => {
    const { headers, subject, from, to, date, messageId, text, html } = await read(mail);
    expect(subject).toBe(mail.letter.subject);
    expect(from?.text).toBe('"Self-assessment" <assess@example.org>');
    expect([to].flat().map((each) => each?.text)).toEqual(['sian@kingfisher.example']);
    expect(date).toEqual(mail.date);
    expect(messageId).toBe('<0b8f6c1e-0000-4000-8000-000000000001@example.org>');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(text).toContain('Hello Siân');
    expect(html).toContain('Hello Siân');
  });

  it('is the same to the last byte each time it is made', async () => {
    expect((await toMime(mail)).equals(await toMime(mail))).toBe(true);
  });

  it('brings a calendar file where there is one', async () => {
    const calendar = calendarFile({
      id: 'a',
      host: 'assess.example.org',
      title: 'Answers due',
      due: new Date('2026-03-27T17:00:00Z'),
      writtenAt: mail.date,
      url: 'https://assess.example.org/',
    });
    const { attachments } = await read({ ...mail, calendar });
    expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['deadline.ics', 'text/calendar'],
    ]);
    expect(attachments[0]?.content.toString()).toBe(calendar);
  });

  it('[trust 26] keeps its headers whatever a name or an address holds', async () => {
    const attack = 'Round\r\nBcc: evil@example.net\r\n\r\n<b>body</b>';
    const raw = (
      await toMime({
        ...mail,
        to: 'sian@kingfisher.example\r\nBcc: evil@example.net',
        letter: { ...mail.letter, subject: attack },
      })
    ).toString();
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(headers).not.toMatch(/^bcc:/im);
    expect((await read({ ...mail, letter: { ...mail.letter, subject: attack } })).bcc).toBe(
      undefined,
    );
  });
});
