/** Text as it is typed, in paragraphs and lists. */
import { expect, it } from 'vitest';
import { toBlocks, type WrittenBlock } from './written.ts';

const paragraph = (text: string): WrittenBlock => ({ kind: 'paragraph', text });
const bullets = (...items: string[]): WrittenBlock => ({ kind: 'list', items, start: null });
const numbers = (start: number, ...items: string[]): WrittenBlock => ({
  kind: 'list',
  items,
  start,
});

it.each<[string, string, readonly WrittenBlock[]]>([
  ['nothing', ' \n\n', []],
  ['a paragraph keeps its line breaks', 'One.\nTwo.', [paragraph('One.\nTwo.')]],
  ['an empty line parts two', 'One.\n\nTwo.', [paragraph('One.'), paragraph('Two.')]],
  [
    'dashes, bullets and stars make a list',
    '- One\n• Two\n* Three\n– Four',
    [bullets('One', 'Two', 'Three', 'Four')],
  ],
  [
    'a line below an item goes on with it',
    '- One\n  and more\n- Two',
    [bullets('One\nand more', 'Two')],
  ],
  ['numbers start where they are written to', '3. One\n4) Two', [numbers(3, 'One', 'Two')]],
  [
    'bullets and numbers are lists of their own',
    'We ask:\n1. One\n- Two',
    [paragraph('We ask:'), numbers(1, 'One'), bullets('Two')],
  ],
  [
    'a minus, a year or a decimal begins no item',
    '-5 per cent\n2.5 posts\n2026 was late',
    [paragraph('-5 per cent\n2.5 posts\n2026 was late')],
  ],
])('%s', (_, text, blocks) => {
  expect(toBlocks(text)).toEqual(blocks);
});
