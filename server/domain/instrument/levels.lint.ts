/** Checks the scale: levels in order, a descriptor for each, every level with exactly one colour. */
import type { Fault } from '../shape/fault.ts';
import type { Band, Definition } from './definition.ts';
import { itemsOf } from './items.ts';

const scale = [0, 1, 2, 3, 4];
/** Level 0 is "not yet" and has nothing to describe. */
const described = [1, 2, 3, 4];

/** Faults of the words for levels, of the colours and of the descriptors. */
export function levelFaults(definition: Definition): Fault[] {
  const { levels, bands } = definition;
  return [
    ...neededFaults(definition),
    ...(levels === undefined ? [] : orderFaults(levels, scale, '/levels')),
    ...(bands === undefined ? [] : bandFaults(bands)),
    ...itemsOf(definition).flatMap(({ item, path }) =>
      item.type === 'level' ? orderFaults(item.descriptors, described, `${path}/descriptors`) : [],
    ),
  ];
}

function neededFaults(definition: Definition): Fault[] {
  if (!itemsOf(definition).some(({ item }) => item.type === 'level')) return [];
  return (['levels', 'bands'] as const)
    .filter((field) => definition[field] === undefined)
    .map((field) => ({ path: `/${field}`, text: 'is missing: an item of type level needs it' }));
}

function orderFaults(
  list: readonly { readonly level: number }[],
  wanted: readonly number[],
  path: string,
): Fault[] {
  const order = `list the levels ${wanted.join(', ')} in this order`;
  const wrong = list.findIndex(({ level }, i) => level !== wanted[i]);
  const found = list[wrong];
  if (found !== undefined) {
    const text = `level ${found.level} is out of place here: ${order}`;
    return [{ path: `${path}/${wrong}/level`, text }];
  }
  const missing = wanted[list.length];
  return missing === undefined ? [] : [{ path, text: `level ${missing} is missing: ${order}` }];
}

function bandFaults(bands: readonly Band[]): Fault[] {
  const reversed = bands.flatMap(({ from, to }, i) =>
    from <= to ? [] : [{ path: `/bands/${i}/to`, text: 'is below "from": swap them' }],
  );
  const coverage = scale.flatMap((level) => {
    const colours = bands.filter(({ from, to }) => from <= level && level <= to).length;
    if (colours === 1) return [];
    const state = colours === 0 ? 'no colour' : `${colours} colours`;
    return [{ path: '/bands', text: `level ${level} has ${state}: give it exactly one` }];
  });
  return reversed.length > 0 ? reversed : coverage;
}
