/** Small definitions that are right, and a way to make one thing in them wrong. */
import type { Definition, LevelItem } from '../../server/domain/instrument/definition.ts';

export const source = {
  title: 'A toolkit',
  publisher: 'A foundation',
  year: 2023,
  section: 'Tools',
  credit: 'A foundation (2023) A toolkit.',
};

/** A domain of a grid: at each level two required criteria and an optional one. */
export function aLevelItem(id = 'leadership'): LevelItem {
  return {
    id,
    type: 'level',
    text: 'Strategic leadership',
    required: true,
    descriptors: [1, 2, 3, 4].map((level) => ({
      level,
      summary: `Summary of level ${level}`,
      criteria: [
        { id: `${id}-${level}a`, text: 'Someone leads on it', required: true },
        { id: `${id}-${level}b`, text: 'A group meets about it', required: true },
        { id: `${id}-${level}c`, text: 'It has a budget', required: false },
      ],
    })),
  };
}

/** A grid of two domains, with a question that only some are asked. */
export function aMaturityGrid(): Definition {
  return {
    id: 'grid',
    version: '1.0.0',
    kind: 'maturity',
    title: 'A grid',
    summary: 'How far a Place has come.',
    source,
    answered: 'agency-and-place',
    scope: 'About the whole of {place}, not about {agency} alone.',
    terms: [{ id: 'place', term: 'Place', definition: 'A local area of a system.' }],
    levels: ['Not yet', 'Foundations', 'Early growth', 'Good progress', 'Well-established'].map(
      (word, level) => ({ level, word, short: word }),
    ),
    bands: [
      { rag: 'red', from: 0, to: 1 },
      { rag: 'amber', from: 2, to: 3 },
      { rag: 'green', from: 4, to: 4 },
    ],
    sections: [
      { id: 'domains', title: 'Domains', items: [aLevelItem('leadership'), aLevelItem('money')] },
      {
        id: 'about',
        title: 'About your answer',
        items: [
          { id: 'together', type: 'yes-partly-no', text: 'Did colleagues answer with you?' },
          {
            id: 'colleagues',
            type: 'text',
            text: 'Which roles do they have?',
            maxLength: 200,
            required: true,
            when: { item: 'together', is: ['yes', 'partly'] },
          },
        ],
      },
    ],
  };
}

/** A copy of plain data with the value at a JSON pointer replaced, or taken out where it is undefined. */
export function withChange(data: unknown, path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(data);
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>(
    (spot, step) => new Map<string, unknown>(Object.entries(spot ?? {})).get(step),
    copy,
  );
  if (typeof parent !== 'object' || parent === null) throw new Error(`nothing at ${path}`);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  // An own "__proto__" is what JSON.parse makes of that key; plain assignment would not.
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true });
  return copy;
}
