import { describe, expect, it } from 'vitest';
import { readEmail } from './email.ts';
import { newSlug } from './slug.ts';
import { nameKey, readName, readNote } from './text.ts';

describe('a name', () => {
  it.each([
    ['  Tŵr \u00a0 Wennol ', 'Tŵr Wennol'],
    ['Kingfisher Children’s Services', 'Kingfisher Children’s Services'],
    ['=SUM(A1)', '=SUM(A1)'],
    ['e\u0301cole', '\u00e9cole'],
  ])('%j is kept as %j', (text, value) => {
    expect(readName(text)).toEqual({ value, fault: '' });
  });

  it.each([
    ['', 'Give a name'],
    [' \t ', 'Give a name'],
    ['Kingfisher\r\nBcc: all@example.org', 'The name must stand on one line'],
    ['a\nb', 'The name must stand on one line'],
    ['a\u2028b', 'The name holds a character that can’t be seen: type it again'],
    ['abc\u202ednuos', 'The name holds a character that can’t be seen: type it again'],
    ['a\u0007b', 'The name holds a character that can’t be seen: type it again'],
    ['a\0b', 'The name holds half a character: type it again'],
    ['a\ud800b', 'The name holds half a character: type it again'],
    ['x'.repeat(121), 'The name is longer than 120 characters: shorten it'],
  ])('[trust 26] %j is refused: %s', (text, fault) => {
    expect(readName(text).fault).toBe(fault);
  });

  it('is taken for the same whatever its case, spaces and apostrophes', () => {
    expect(nameKey('KINGFISHER  Children’s')).toBe(nameKey("Kingfisher Children's"));
    expect(nameKey('Blackburn–Darwen')).toBe(nameKey('Blackburn-Darwen'));
    expect(nameKey('Quillby')).not.toBe(nameKey('Quilby'));
  });
});

describe('a note', () => {
  it.each([
    ['', '', ''],
    ['two \r\nlines\n', 'two\nlines', ''],
    ['\ttab\tinside', 'tab\tinside', ''],
    ['x'.repeat(1001), 'x'.repeat(1001), 'The note is longer than 1000 characters: shorten it'],
    ['a\0b', 'a\0b', 'The note holds a character that can’t be seen: type it again'],
    ['a\u202eb', 'a\u202eb', 'The note holds a character that can’t be seen: type it again'],
  ])('%j', (text, value, fault) => {
    expect(readNote(text)).toEqual({ value, fault });
  });
});

describe('an e-mail address', () => {
  it.each([
    [' Sian.Elwyn@NHS.net ', 'sian.elwyn@nhs.net'],
    ["o'neill+piew@a-b.example", "o'neill+piew@a-b.example"],
    ['siân@aldermoor-and-wend.example', 'siân@aldermoor-and-wend.example'],
  ])('%j is kept as %j', (text, value) => {
    expect(readEmail(text)).toEqual({ value, fault: '' });
  });

  it.each([
    'nobody',
    'a@b',
    'a@@b.org',
    'a@b@c.org',
    '.a@b.org',
    'a..b@c.org',
    'a@-b.org',
    'a@b-.org',
    'a@b..org',
    'a@b.1',
    'Ann <ann@b.org>',
    'ann@b.org, bob@b.org',
    'a b@c.org',
    'ann@b.org\r\nBcc: all@c.org',
    'mailto:ann@b.org',
    `${'a'.repeat(65)}@b.org`,
    `a@${'b'.repeat(64)}.org`,
  ])('[trust 26] %j is refused', (text) => {
    expect(readEmail(text).fault).toBe('Give one e-mail address, such as name@example.org');
  });

  it('is asked for where it is missing', () => {
    expect(readEmail(' ').fault).toBe('Give an e-mail address');
  });
});

describe('a slug', () => {
  it.each([
    ['Kingfisher Children’s Services', 'kingfisher-childrens-services'],
    ['Tŵr Wennol', 'twr-wennol'],
    ['Dom Łódź & Co.', 'dom-lodz-co'],
    ['../../etc', 'etc'],
    ['家', 'agency'],
    ['New', 'new-2'],
    ['Quillby', 'quillby-3'],
    ['ab '.repeat(30), 'ab-'.repeat(20).slice(0, -1)],
  ])('of %j is %s', (name, slug) => {
    const taken = new Set(['quillby', 'quillby-2']);
    expect(newSlug(name, 'agency', taken)).toBe(slug);
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});
