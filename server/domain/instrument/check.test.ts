import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMaturityGrid, withChange } from '../../../test/factories/definitions.ts';
import { timed } from '../../../test/factories/processor-time.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Fault } from '../shape/fault.ts';
import { checkDefinition } from './check.ts';

const grid = aMaturityGrid();
const map = aServiceMap();

it('takes a definition that keeps the rules, as it is', () => {
  expect(checkDefinition(grid)).toEqual({ ok: true, definition: grid });
  expect(checkDefinition(map)).toEqual({ ok: true, definition: map });
});

describe('whatever comes in', () => {
  const json = fc.jsonValue({ maxDepth: 3 });

  it('is answered with a definition or with faults, and never thrown at', () => {
    fc.assert(
      fc.property(json, (value) => {
        const checked = checkDefinition(value);
        expect(checked.ok ? 0 : checked.faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it('in whatever spot of a definition, is taken or told of', () => {
    const spots = [...pathsIn(map, '')];
    fc.assert(
      fc.property(fc.constantFrom(...spots), json, (path, value) => {
        const checked = checkDefinition(withChange(map, path, value));
        for (const fault of checked.ok ? [] : checked.faults) {
          expect(fault.path).toMatch(/^(\/|$)/);
          expect(fault.text).toMatch(/^.+$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  function* pathsIn(value: unknown, path: string): Generator<string> {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      yield `${path}/${key}`;
      yield* pathsIn(child, `${path}/${key}`);
    }
  }
});

describe('[trust 19] what is too big is refused at once', () => {
  function checkedWithin(milliseconds: number, input: unknown): readonly Fault[] {
    checkDefinition(grid);
    const { result: checked, ms } = timed(() => checkDefinition(input));
    expect(ms).toBeLessThan(milliseconds);
    return checked.ok ? [] : checked.faults;
  }

  it('10,000 levels deep', () => {
    let when: unknown = { item: 'together', is: ['yes'] };
    for (let depth = 0; depth < 10_000; depth++) when = { not: when };
    expect(checkedWithin(200, withWhen(when))).toEqual([
      {
        path: `/sections/0/items/0/when${'/not'.repeat(35)}`,
        text: 'goes deeper than 40 levels: flatten it',
      },
    ]);
  });

  it('100,000 items', () => {
    const items = Array.from({ length: 100_000 }, () => ({ type: 'date', text: 'x', when: {} }));
    expect(checkedWithin(200, { ...grid, sections: [{ id: 'a', title: 'x', items }] })).toEqual([
      { path: '/sections/0/items', text: 'holds more than 500 values: shorten it' },
    ]);
  });

  function withWhen(when: unknown): unknown {
    const items = [{ id: 'a', type: 'date', text: 'x', when }];
    return { ...grid, sections: [{ id: 'a', title: 'x', items }] };
  }
});

describe('every definition that is shipped', () => {
  const folder = new URL('../../../seeds/instruments/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[^/\\]+[/\\]\d+\.\d+\.\d+\.json$/.test(file),
  );

  it.each(files)('%s passes both gates', (file) => {
    const checked = checkDefinition(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    expect(checked.ok ? [] : checked.faults).toEqual([]);
  });

  it('is looked at', () => {
    expect(files.length).toBeGreaterThan(1);
  });
});
