/** The meaning gate of the definition language: what a definition of the right shape must also keep to. Pure. */
import type { Fault } from '../shape/fault.ts';
import type { Definition } from './definition.ts';
import { entryFaults } from './entries.lint.ts';
import { idFaults } from './ids.lint.ts';
import { entriesItem, levelItems } from './items.ts';
import { itemFaults } from './items.lint.ts';
import { levelFaults } from './levels.lint.ts';

/** Everything that makes no sense in a definition, each with a pointer to the spot. */
export function lint(definition: Definition): Fault[] {
  return [
    ...kindFaults(definition),
    ...scopeFaults(definition),
    ...idFaults(definition),
    ...levelFaults(definition),
    ...itemFaults(definition),
    ...entryFaults(definition),
  ];
}

function kindFaults(definition: Definition): Fault[] {
  const { kind, support } = definition;
  if (kind === 'maturity' && levelItems(definition).length === 0) {
    return [{ path: '/kind', text: 'maturity needs an item of type level: add one' }];
  }
  if (kind !== 'service-map') return [];
  const lacks: Fault[] = [];
  if (entriesItem(definition) === undefined) {
    lacks.push({ path: '/kind', text: 'service-map needs an item of type entries: add one' });
  }
  if (support === undefined) {
    lacks.push({ path: '/support', text: 'is missing: a service-map needs its rules' });
  }
  return lacks;
}

// An instrument answered for no Place, or by no agency, has no name to put there.
function scopeFaults({ answered, scope }: Definition): Fault[] {
  const known = answered === 'agency-and-place' ? ['place', 'agency'] : [answered];
  return [...scope.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: '/scope',
      text: `{${name}} is not known here: use ${known.map((word) => `{${word}}`).join(' or ')}`,
    }));
}
