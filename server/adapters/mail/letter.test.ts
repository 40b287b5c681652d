/** The twins of a message: the same words as text and as HTML, whatever people have typed into names. */
import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { letterHtml, letterStyles } from './letter.html.ts';
import { letterText, type Letter } from './letter.ts';

const letter: Letter = {
  subject: 'Not submitted yet: Round 3, spring 2026',
  greeting: 'Hello Siân',
  paragraphs: [
    'Kingfisher has not submitted Maturity grid, Ferrow Vale.',
    'What is entered is saved.',
  ],
  moment: 'Round 3, spring 2026 closes: Friday 27 March 2026 at 17:00 (UK time)',
  action: { label: 'Continue answering', url: 'https://assess.example.org/?a=1&b=2' },
  why: 'You get this because you answer for Kingfisher.',
};

describe('the text', () => {
  it('says everything, in order, with the link on a line of its own', () => {
    expect(letterText(letter)).toBe(`Hello Siân

Kingfisher has not submitted Maturity grid, Ferrow Vale.

What is entered is saved.

Round 3, spring 2026 closes: Friday 27 March 2026 at 17:00 (UK time)

Continue answering:
https://assess.example.org/?a=1&b=2

-- 
Parent-infant self-assessment
You get this because you answer for Kingfisher.
`);
  });

  it('leaves no gap where there is no moment', () => {
    expect(letterText({ ...letter, moment: '' })).toContain(
      'What is entered is saved.\n\nContinue answering:',
    );
  });
});

/** What a mail program shows of it. */
function shown(html: string): string {
  const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  return body
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the HTML', () => {
  it('says the same', () => {
    const { greeting, paragraphs, moment, action, why } = letter;
    expect(shown(letterHtml(letter))).toBe(
      [
        'Parent-infant self-assessment',
        greeting,
        ...paragraphs,
        moment,
        action.label,
        'Or open this address:',
        action.url,
        why,
      ].join(' '),
    );
  });

  it('[trust 28] is not changed by what people put into names', () => {
    const attack = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&`;
    const html = letterHtml({
      subject: attack,
      greeting: attack,
      paragraphs: [attack],
      moment: attack,
      action: { label: attack, url: `https://assess.example.org/${attack}` },
      why: attack,
    });
    const tags = [...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag);
    const plain = [...letterHtml({ ...letter, paragraphs: ['x'] }).matchAll(/<(\w+)/g)];
    expect(tags).toEqual(plain.map(([, tag]) => tag));
    expect(html).not.toMatch(/<script|<img|="[^"]*'>/);
  });

  it('asks nobody else for anything: no picture, no style sheet, no font', () => {
    expect(letterHtml(letter)).not.toMatch(/<(img|link|style|script)|url\(|@import|src=/);
  });

  it('has styles on every element, and a page’s style sheet has the same (--update rewrites it)', async () => {
    const rules = Object.entries(letterStyles).map(
      ([part, declarations]) => `.app .letter-${part} { ${declarations}; }`,
    );
    const css = await prettier.format(
      `/* How a message looks, as in server/adapters/mail/letter.html.ts: a test writes it. */\n${rules.join('\n')}`,
      { parser: 'css' },
    );
    await expect(css).toMatchFileSnapshot('../../../public/css/letter.css');
  });
});
