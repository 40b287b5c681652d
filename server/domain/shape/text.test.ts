import { expect, it } from 'vitest';
import { linkFault, textFault } from './text.ts';

it.each(['', 'Plain', 'ŵ ŷ ✓ 👶🏽', 'two\r\nlines\tand a tab', '\u202eturned'])(
  'the text %j can be kept',
  (text) => {
    expect(textFault(text)).toBeUndefined();
  },
);

it.each(['a\0b', '\uD83D', 'x\uDC76', '\uDC76\uD83D'])(
  '[trust 24] the text %j cannot be kept',
  (text) => {
    expect(textFault(text)).toMatch(/^must not hold .* type it again$/);
  },
);

it.each(['https://example.org', 'https://example.org/a?b=c#d', 'https://xn--bb-eka.at/x%20y'])(
  'the link %s can be shown',
  (link) => {
    expect(linkFault(link)).toBeUndefined();
  },
);

it.each([
  'javascript:alert(1)',
  'data:text/html,<b>x</b>',
  ' javascript:https://example.org',
  'http://example.org',
  '//example.org',
  'https:/example.org',
  'https://',
  'https:///etc',
  'https://exa mple.org',
  'https://example.org\n',
  'https://[',
  '',
])('[trust 27] the link %j is refused', (link) => {
  expect(linkFault(link)).toBe('must be a whole link that starts with https://');
});
