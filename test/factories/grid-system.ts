/** Two Places and four agencies; in the first Place two domains are answered, one of them split, and a third is agreed. */
import type { Knex } from 'knex';
import { agree, aPlanOf, aResultsSystem, giveLevels, type ResultsSystem } from './results.ts';

export async function aGridSystem(db: Knex, slug: string): Promise<ResultsSystem> {
  const system = await aResultsSystem(db, aPlanOf(slug, { places: 2, agencies: 4 }));
  for (const [n, level] of [0, 0, 4, 4].entries()) {
    await giveLevels(
      db,
      system,
      { agency: `agency-${n + 1}`, place: 'place-1' },
      {
        'strategic-leadership': { level: 2, evidence: 'Minutes of June.' },
        'financial-investment': { level, evidence: 'The budget.' },
      },
    );
  }
  await agree(db, system, {
    place: 'place-1',
    domain: 'workforce-development',
    level: 2,
    dissent: 'One saw less.',
  });
  return system;
}
