/** The strip's geometry: offers and holes fill a lane exactly, services stand below it with their names. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHILDHOOD, holesBetween } from '../../../domain/elements/age-lanes.ts';
import type { Span } from '../../../domain/elements/element.ts';
import { ageStrip, PRINT, SCREEN, SHEET } from './age-strip.ts';
import { tallAgeStrip } from './age-strip-tall.ts';
import type { Drawing, ShapeLook } from './drawing.ts';
import type { StripLane, StripService } from './strip.ts';

function lane(offered: readonly Span[], services: readonly StripService[] = []): StripLane {
  const holes = holesBetween(CHILDHOOD, offered);
  return { level: 'Specialist', meaning: 'by expert staff', offered, holes, open: false, services };
}

const service = (
  text: string,
  ages: Span,
  look: StripService['look'] = 'service',
): StripService => ({ text, ages, look });

function pathsOf({ shapes }: Drawing, look: ShapeLook): string[] {
  return shapes.filter((shape) => shape.look === look).map(({ d }) => d);
}

/** The months that a box of the wide strip covers; its outline lies half a pixel inside. */
function monthsOf(box: string): Span {
  const [, x = '', width = ''] = /^M([\d.]+) [\d.]+h([\d.]+)/.exec(box) ?? [];
  const month = (px: number): number => Math.round((px - SCREEN.left) / SCREEN.month) - 9;
  return [month(Number(x)), month(Number(x) + Number(width))];
}

describe('a strip of ages', () => {
  it('is one hole where nothing is offered, and says so', () => {
    const drawing = ageStrip([lane([])], SCREEN, '');
    expect(pathsOf(drawing, 'offer')).toEqual([]);
    expect(pathsOf(drawing, 'hole').map(monthsOf)).toEqual([[-9, 60]]);
    expect(drawing.words.map(({ text }) => text)).toContain(
      'No specialist offer, conception to 5 years',
    );
  });

  it('has no hole where something is offered at every age', () => {
    expect(pathsOf(ageStrip([lane([[-9, 60]])], SCREEN, ''), 'hole')).toEqual([]);
  });

  it('says of an open lane that no offer is known', () => {
    const drawing = ageStrip([{ ...lane([]), open: true }], SCREEN, '');
    expect(drawing.words.map(({ text }) => text)).toContain(
      'No known specialist offer, conception to 5 years',
    );
  });

  it('is filled by its offers and its holes, without overlap', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: -9, max: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(cuts, (months) => {
        const sorted = months.toSorted((one, other) => one - other);
        const offered = sorted.flatMap((from, n): Span[] => {
          const to = sorted[n + 1];
          return n % 2 === 0 && to !== undefined ? [[from, to]] : [];
        });
        const drawing = ageStrip([lane(offered)], SCREEN, '');
        const boxes = [...pathsOf(drawing, 'offer'), ...pathsOf(drawing, 'hole')]
          .map(monthsOf)
          .toSorted(([one], [other]) => one - other);
        expect(boxes[0]?.[0]).toBe(-9);
        expect(boxes.at(-1)?.[1]).toBe(60);
        for (const [n, [from]] of boxes.slice(1).entries()) expect(from).toBe(boxes[n]?.[1]);
      }),
    );
  });

  it('says less in a narrow hole, and nothing where no word fits', () => {
    const wordsIn = (hole: Span): string[] =>
      ageStrip([lane(holesBetween(CHILDHOOD, [hole]))], SCREEN, '')
        .words.filter(({ look }) => look === 'strong')
        .map(({ text }) => text);
    expect(wordsIn([18, 60])).toEqual(['No specialist offer, 18 months to 5 years']);
    expect(wordsIn([12, 25])).toEqual(['No offer for 13 months']);
    expect(wordsIn([0, 9])).toEqual(['None, 9 months']);
    expect(wordsIn([0, 4])).toEqual(['None']);
    expect(wordsIn([0, 2])).toEqual([]);
  });
});

describe('the services of a strip', () => {
  it('are lines of their ages, up to the fifth birthday, by what becomes of them', () => {
    const drawing = ageStrip(
      [
        lane(
          [[0, 60]],
          [
            service('Clinic', [24, 216]),
            service('Groups', [0, 12], 'ending'),
            service('Team', [0, 6], 'planned'),
          ],
        ),
      ],
      SCREEN,
      '',
    );
    const [clinic = ''] = pathsOf(drawing, 'service');
    expect(clinic).toMatch(/^M645 [\d.]+L1185 /);
    expect(pathsOf(drawing, 'ending')).toHaveLength(1);
    expect(pathsOf(drawing, 'planned')).toHaveLength(1);
  });

  it('have their names at the right, else at the left, else above the line', () => {
    const drawing = ageStrip(
      [
        lane(
          [[-9, 60]],
          [
            service('Right of it', [0, 12]),
            service('Left of it', [24, 60]),
            service('Above it', [-9, 60]),
          ],
        ),
      ],
      SCREEN,
      '',
    );
    const names = drawing.words.filter(({ look }) => look === 'name');
    expect(names.map(({ x, anchor }) => [x, anchor])).toEqual([
      [472, 'start'],
      [638, 'end'],
      [150, 'start'],
    ]);
  });

  it('have their names cut where they are longer than the strip', () => {
    const long = 'Grupa wsparcia dla rodziców '.repeat(10).trim();
    const drawing = ageStrip([lane([[-9, 60]], [service(long, [-9, 60])])], PRINT, '');
    const [name] = drawing.words.filter(({ look }) => look === 'name');
    expect(name?.text).toMatch(/…$/);
    expect(name?.text.length).toBeLessThan(100);
  });

  it('are close lines with their number where there are many', () => {
    const many = Array.from({ length: 60 }, (_, n) => service(`Service ${n}`, [0, 12]));
    const drawing = ageStrip([lane([[0, 12]], many)], SCREEN, '');
    expect(drawing.words.filter(({ look }) => look === 'name')).toEqual([]);
    expect(drawing.words.map(({ text }) => text)).toContain('60 services, 32 of them drawn');
    expect(drawing.height).toBeLessThan(420);
  });

  it('leave three lanes room on a page of paper, however they are spread', () => {
    const most = 3 * PRINT.mostNamed;
    const whole = (count: number): StripLane => {
      const services = Array.from({ length: count }, (_, n) => service(`Service ${n}`, [-9, 60]));
      return lane([[-9, 60]], services);
    };
    for (const size of [PRINT, SHEET]) {
      for (const counts of [
        [most, 0, 0],
        [most + 1, 8, 8],
        [8, 8, 8],
        [90, 90, 90],
      ]) {
        const { width, height } = ageStrip(counts.map(whole), size, '');
        expect(width * 0.65).toBeLessThanOrEqual(493.28);
        expect(height * 0.65).toBeLessThan(680);
      }
    }
  });

  it('have their names in one long lane if the others are short', () => {
    const many = Array.from({ length: 20 }, (_, n) => service(`Service ${n}`, [0, 12]));
    const drawing = ageStrip([lane([[0, 12]], many), lane([]), lane([])], PRINT, '');
    expect(drawing.words.filter(({ look }) => look === 'name')).toHaveLength(20);
  });
});

describe('the upright strip', () => {
  it('has a column for each level, with the same holes', () => {
    const drawing = tallAgeStrip([lane([[-9, 60]]), lane([]), lane([[0, 24]])], 'In words.');
    expect(drawing.width).toBe(288);
    expect(pathsOf(drawing, 'offer')).toHaveLength(2);
    expect(pathsOf(drawing, 'hole')).toHaveLength(3);
    expect(drawing.label).toBe('In words.');
  });
});
