import { describe, expect, it } from 'vitest';
import { plainText, showableText } from './characters.ts';
import { loadFonts } from './fonts.ts';

const { shows } = loadFonts();

describe('showable text', () => {
  const cases: [why: string, given: string, shown: string][] = [
    ['Welsh and Polish letters are kept', 'Llanŵyn, Tŷ, Mały Krok', 'Llanŵyn, Tŷ, Mały Krok'],
    ['a letter and its accent become one', 'cafe\u0301', 'café'],
    ['an emoji of several parts becomes one mark', 'a 👩‍👩‍👧‍👦 b', 'a □ b'],
    ['a flag becomes one mark', '🇬🇧', '□'],
    ['Arabic letters become a mark each', 'سلام', '□□□□'],
    ['a letter keeps its place when its accent is missing', 'a\u06e1b', 'a□b'],
    ['half a surrogate pair becomes a mark', 'a\ud800b', 'a□b'],
    ['bidi controls go', 'abc\u202egnp.exe\u202c\u2066\u200f', 'abcgnp.exe'],
    ['joiners, soft hyphens and marks of byte order go', '\ufeffso\u00adft\u200b', 'soft'],
    ['control characters go', 'a\u0000b\u001bc', 'abc'],
    ['line ends of every system become one', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['tabs and rare spaces become spaces', 'a\tb\u2003c\u3000d', 'a b c d'],
    ['a no-break space stays one', '31\u00a0March', '31\u00a0March'],
  ];

  it.each(cases)('%s', (_why, given, shown) => {
    expect(showableText(given, shows).text).toBe(shown);
  });

  it('says that a mark was put, and only then', () => {
    expect(showableText('a 🙂', shows).hasMissing).toBe(true);
    expect(showableText('a\u202e □', shows).hasMissing).toBe(false);
  });
});

it('plain text keeps every script, on one line, without controls', () => {
  expect(plainText('سلام 🙂\u202e\r\nTŷ')).toBe('سلام 🙂 Tŷ');
});
