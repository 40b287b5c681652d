/** What of a sector's offer has changed between two rounds, case by case. */
import { expect, it } from 'vitest';
import type { SectorCellView, SectorOffer } from '../sector-table.view.ts';
import { sectorMove } from './sector-move.ts';

const times = { now: 'Spring', then: 'Autumn' };
const names = ['Universal', 'Targeted', 'Specialist'];

type Said = number | 'gap' | 'none yet';

function offer(said: Said, n: number): SectorOffer {
  return {
    level: names[n] ?? '',
    count: typeof said === 'number' ? said : 0,
    text: String(said),
    isGap: said === 'gap',
    mayFill: said === 'none yet',
  };
}

/** A sector's cell; none of the levels: what it says in their stead. */
function cell(...said: [string] | [Said, Said, Said]): SectorCellView {
  const [first] = said;
  const offers = said.length === 3 ? said.map(offer) : [];
  return { place: 'Place 1', text: String(first), label: '', href: '', offers };
}

it.each([
  ['a gap that is filled', cell('gap', 1, 1), cell('gap', 'gap', 1), 'Targeted gap to 1', 'up'],
  ['a level that is lost', cell('gap', 'gap', 1), cell(2, 'gap', 1), 'Universal 2 to gap', 'down'],
  ['more services', cell(1, 3, 'gap'), cell(1, 2, 'gap'), 'Targeted 2 to 3', 'same'],
  ['what stayed', cell(1, 'gap', 2), cell(1, 'gap', 2), 'Universal 1, specialist 2', 'same'],
  ['no level in either', cell('gap', 'gap', 'gap'), cell('gap', 'gap', 'gap'), 'Gaps', 'same'],
  [
    'one filled, one lost',
    cell(1, 'gap', 'gap'),
    cell('gap', 1, 'gap'),
    'Universal gap to 1, targeted 1 to gap',
    'same',
  ],
  [
    'a gap that is filled beside a level nobody has told of yet',
    cell(1, 'none yet', 1),
    cell('gap', 'gap', 1),
    'Universal gap to 1',
    'up',
  ],
])('%s is told by its levels', (_, now, then, text, kind) => {
  const move = sectorMove(now, then, times);
  expect(move.text).toMatch(new RegExp(`^${text}`));
  expect([move.change?.kind, move.why]).toEqual([kind, '']);
});

it.each([
  ['a Place that was not asked', cell(1, 1, 1), undefined, 'Not asked in Autumn.'],
  ['a sector without an answer', cell('Not answered yet'), cell(1, 1, 1), 'Not answered yet in Sp'],
  [
    'silence in both rounds',
    cell('Not asked'),
    cell('Not answered yet'),
    'Not asked in Spring; not answered yet in Autumn.',
  ],
  [
    'a level that an answer may still fill',
    cell(1, 'none yet', 1),
    cell(1, 1, 1),
    'Targeted not known in Spring.',
  ],
])('%s is not compared, and says why', (_, now, then, why) => {
  const move = sectorMove(now, then, times);
  expect(move).toMatchObject({ text: 'Not compared', change: null });
  expect(move.why).toMatch(new RegExp(`^${why}`));
});

it('how far an offer reaches is counted in levels', () => {
  const texts = [
    sectorMove(cell(1, 1, 'gap'), cell('gap', 'gap', 'gap'), times),
    sectorMove(cell('gap', 1, 1), cell(1, 1, 1), times),
    sectorMove(cell(1, 'gap', 1), cell(1, 1, 'gap'), times),
  ].map(({ change }) => change?.text);
  expect(texts).toEqual(['2 levels more', '1 level fewer', 'as many levels']);
});
