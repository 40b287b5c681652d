/** A small invented system with one open round of the shipped grid and map, and the people who work in it. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { readShippedDefinition } from '../../server/adapters/instruments.ts';
import type { Definition } from '../../server/domain/instrument/definition.ts';
import type { RoundStatus } from '../../server/domain/round/round.ts';
import { publishDefinition } from '../../server/features/instruments/instruments.queries.ts';
import type { PersonPlan, SystemPlan } from '../../server/features/set-up/plan.ts';
import { insertRound, setRoundStatus } from '../../server/features/set-up/round.queries.ts';
import { idOf, insertSystem, type SystemIds } from '../../server/features/set-up/set-up.queries.ts';

/** Everybody's e-mail address is the first name at the system's slug. */
const people: readonly Omit<PersonPlan, 'email'>[] = [
  { name: 'Siân Elwyn-Hughes', role: 'agency-lead', agency: 'kingfisher' },
  { name: 'Małgorzata Wiśniewska', role: 'contributor', agency: 'kingfisher' },
  { name: 'Tomos Prydderch', role: 'agency-lead', agency: 'wendside' },
  { name: 'Amina Rahman', role: 'reviewer', places: ['ferrow-vale', 'quillby'], chair: true },
  { name: 'Bea Lund', role: 'reviewer', places: ['quillby'] },
  { name: 'Colm Doyle', role: 'coordinator' },
  { name: 'Ifeoma Obi', role: 'icb-lead' },
];

export const firstName = (name: string): string => name.split(' ')[0] ?? name;

export function aSystemPlan(slug = 'aldermoor-and-wend'): SystemPlan {
  return {
    slug,
    name: slug === 'aldermoor-and-wend' ? 'Aldermoor and Wend' : `System ${slug}`,
    fictional: true,
    notes: [],
    places: [
      { slug: 'ferrow-vale', name: 'Ferrow Vale' },
      { slug: 'quillby', name: 'Quillby' },
    ],
    agencies: [
      {
        slug: 'kingfisher',
        name: 'Kingfisher Children’s Community Services',
        sectors: ['health-visiting'],
        places: ['ferrow-vale', 'quillby'],
      },
      {
        slug: 'wendside',
        name: 'Wendside Maternity',
        sectors: ['midwifery'],
        places: ['ferrow-vale'],
      },
    ],
    people: people.map((person) => ({
      ...person,
      email: `${firstName(person.name).toLowerCase()}@${slug}.example`,
    })),
  };
}

export interface TestSystem {
  readonly ids: SystemIds;
  readonly slug: string;
  readonly roundId: string;
  readonly roundSlug: string;
  /** id of an agency's response; `place` for what is answered per Place */
  readonly response: (agency: string, place?: string) => Promise<string>;
  readonly moveRound: (status: RoundStatus) => Promise<void>;
}

export interface SystemOptions {
  readonly slug?: string;
  /** published first where they are not there yet; the shipped grid and map where left out */
  readonly definitions?: readonly Definition[];
  readonly roundStatus?: RoundStatus;
}

export function shippedDefinitions(): Definition[] {
  return ['pair-maturity', 'pair-service-map'].map((id) => {
    const definition = readShippedDefinition(id, '1.0.0');
    if (!definition) throw new Error(`${id} 1.0.0 is not shipped`);
    return definition;
  });
}

/** Creates the system with its round, from 2 March 2026 to 27 March 2026 at 17:00. */
export async function aSystem(db: Knex, options: SystemOptions = {}): Promise<TestSystem> {
  const plan = aSystemPlan(options.slug);
  const definitions = options.definitions ?? shippedDefinitions();
  for (const definition of definitions) await publishDefinition(db, definition, randomUUID);
  const roundSlug = 'spring-2026';
  const { ids, roundId } = await db.transaction(async (trx) => {
    const created = await insertSystem(trx, plan, randomUUID);
    const round = await insertRound(
      trx,
      created,
      {
        slug: roundSlug,
        name: 'Round 3, spring 2026',
        status: options.roundStatus ?? 'open',
        opensAt: new Date('2026-03-02T08:00:00Z'),
        closesAt: new Date('2026-03-27T17:00:00Z'),
        instruments: definitions.map(({ id, version }) => ({ id, version })),
      },
      { newId: randomUUID, position: 1 },
    );
    return { ids: created, roundId: round };
  });
  return {
    ids,
    slug: plan.slug,
    roundId,
    roundSlug,
    response: (agency, place) => responseId(db, { ids, roundId, agency, place }),
    moveRound: (status) => setRoundStatus(db, ids.systemId, roundId, { status }),
  };
}

interface ResponseName {
  readonly ids: SystemIds;
  readonly roundId: string;
  readonly agency: string;
  readonly place: string | undefined;
}

async function responseId(
  db: Knex,
  { ids, roundId, agency, place }: ResponseName,
): Promise<string> {
  const row = await db('responses as r')
    .join('assignments as a', 'a.id', 'r.assignment_id')
    .where({
      'a.round_id': roundId,
      'a.agency_id': idOf(ids.agencies, agency),
      'a.place_id': place === undefined ? null : idOf(ids.places, place),
    })
    .first<{ id: string } | undefined>('r.id');
  if (!row) throw new Error(`${agency} has no response here`);
  return row.id;
}
