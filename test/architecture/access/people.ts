/** Two systems with an agency, a Place and a round of every kind that an address can name, and somebody in every role. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { makeAdministrator } from '../../../server/db/accounts.ts';
import { queueMail } from '../../../server/db/outbox.queries.ts';
import { invitation } from '../../../server/domain/mail/invitation.ts';
import { publishDefinition } from '../../../server/features/instruments/instruments.queries.ts';
import type { AgencyPlan, PersonPlan } from '../../../server/features/set-up/plan.ts';
import { setRoundStatus } from '../../../server/features/set-up/round.queries.ts';
import { insertSystem, type SystemIds } from '../../../server/features/set-up/set-up.queries.ts';
import { anAction } from '../../factories/actions.ts';
import { aComment } from '../../factories/check.ts';
import { aToken, tokenOf } from '../../factories/tokens.ts';
import { giveBirths } from '../../factories/need.ts';
import { addRound, giveEntries, giveLevels } from '../../factories/results.ts';
import { shippedDefinitions } from '../../factories/system.ts';
import type { Role } from './contract.ts';
import { givePastServices } from './past-services.ts';

export interface Furnished {
  readonly ids: SystemIds;
  /** by what the round is for: "now" is open, "past" published, "next" a draft */
  readonly rounds: Readonly<Record<'now' | 'past' | 'next', string>>;
}

const people: readonly (Omit<PersonPlan, 'email'> & { readonly called: string })[] = [
  { called: 'contributor', name: 'Małgorzata', role: 'contributor', agency: 'kingfisher' },
  { called: 'agency lead', name: 'Siân', role: 'agency-lead', agency: 'kingfisher' },
  { called: 'reviewer', name: 'Bea', role: 'reviewer', places: ['ferrow-vale'] },
  { called: 'chair', name: 'Amina', role: 'reviewer', places: ['ferrow-vale'], chair: true },
  { called: 'ICB lead', name: 'Ifeoma', role: 'icb-lead' },
  { called: 'coordinator', name: 'Colm', role: 'coordinator' },
  { called: 'colleague', name: 'Nia', role: 'contributor', agency: 'kingfisher' },
  { called: 'stranger', name: 'Tomos', role: 'contributor', agency: 'wendside' },
];

/** An address that can be told from the other system's by its look only in tests. */
export const emailOf = (called: string, system: string): string =>
  `${called.replace(' ', '-').toLowerCase()}@${system}.example`;

const agency = (
  system: string,
  slug: string,
  places: readonly string[],
  onPaper = false,
): AgencyPlan => ({
  slug: slugIn(system, slug),
  name: `${slug} of ${system}`,
  sectors: ['midwifery'],
  places: places.map((place) => slugIn(system, place)),
  ...(onPaper ? { onPaper } : {}),
});

/** The other system's things have other names, so that an address names one of the two. */
export const slugIn = (system: string, slug: string): string =>
  system === 'here' ? slug : `${slug}-${system}`;

export async function furnish(db: Knex, system: string): Promise<Furnished> {
  const definitions = shippedDefinitions();
  for (const definition of definitions) await publishDefinition(db, definition, randomUUID);
  const places = ['ferrow-vale', 'quillby'];
  const own = (slug: string): string => slugIn(system, slug);
  const ids = await insertSystem(
    db,
    {
      slug: system,
      name: `System ${system}`,
      fictional: true,
      notes: [],
      places: places.map((slug) => ({ slug: own(slug), name: `${slug} of ${system}` })),
      agencies: [
        agency(system, 'kingfisher', places),
        agency(system, 'wendside', places),
        agency(system, 'hive', ['ferrow-vale']),
        agency(system, 'nest', places),
        agency(system, 'post', places, true),
      ],
      people: people.map(({ called, agency: of, places: reviewed, ...person }) => ({
        ...person,
        email: emailOf(called, system),
        ...(of === undefined ? {} : { agency: own(of) }),
        ...(reviewed ? { places: reviewed.map(own) } : {}),
      })),
    },
    randomUUID,
  );
  const round = (slug: string, status: 'open' | 'published' | 'draft', position: number) =>
    addRound(db, ids, { slug: own(slug), status, position, definitions });
  const rounds = {
    past: await round('past', 'published', 1),
    now: await round('now', 'open', 2),
    next: await round('next', 'draft', 3),
  };
  await answer(db, system, { ids, rounds });
  await plan(db, system, { ids, rounds });
  await comment(db, system, { ids, rounds });
  for (const { called } of people) await giveToken(db, ids, called, system);
  const by = emailOf('coordinator', system);
  await giveBirths(db, ids, { place: own('ferrow-vale'), by, year: 2025, births: 1200 });
  if (system === 'there') {
    const stranger = { email: emailOf('stranger', system) };
    await db('people').where(stranger).update({ deactivated_at: new Date() });
    await link(db, ids.people.get(emailOf('colleague', system)) ?? '');
  } else {
    await write(db, ids);
  }
  return { ids, rounds };
}

/** In the open round Kingfisher and Wendside have submitted for Quillby, Wendside the rest too; Nest got all back. */
async function answer(db: Knex, system: string, { ids, rounds }: Furnished): Promise<void> {
  const own = (slug: string): string => slugIn(system, slug);
  const now = { ids, roundId: rounds.now };
  for (const [of, place] of [
    ['kingfisher', 'quillby'],
    ['wendside', 'quillby'],
    ['wendside', 'ferrow-vale'],
    ['post', 'ferrow-vale'],
  ] as const) {
    await giveLevels(
      db,
      now,
      { agency: own(of), place: own(place) },
      { 'financial-investment': 2 },
    );
  }
  for (const of of ['kingfisher', 'wendside', 'hive', 'post']) {
    const entry = (name: string, place: string) => ({
      agency: own(of),
      name: `${name} of ${of}`,
      places: [own(place)],
      sector: 'midwifery',
      status: 'running',
    });
    const entries = [entry('Here', 'ferrow-vale'), entry('There', 'quillby')];
    await giveEntries(db, now, own(of), entries);
  }
  await givePastServices(db, { ids, roundId: rounds.past }, own);
  // As the pages store them: an entry's answers name its Places by id.
  await db.raw(
    `update service_entries e set answers = jsonb_set(e.answers, '{places}', (
       select jsonb_agg(p.place_id) from service_entry_places p
       where p.system_id = e.system_id and p.entry_id = e.id))
     where e.system_id = ?`,
    [ids.systemId],
  );
  const drafts = ['kingfisher', 'hive'].map((slug) => ids.agencies.get(own(slug)) ?? '');
  await db.raw(
    `update responses r set status = 'draft', submitted_at = null from assignments a
     where a.id = r.assignment_id and a.place_id is null and a.agency_id = any(?::uuid[])`,
    [drafts],
  );
  // Post answers on paper: what the coordinator has keyed in is not submitted.
  await db.raw(
    `update responses r set status = 'draft', submitted_at = null from assignments a
     where a.id = r.assignment_id and a.round_id = ? and a.agency_id = ?`,
    [rounds.now, ids.agencies.get(own('post')) ?? ''],
  );
  await db.raw(
    `update responses r set status = 'returned', submitted_at = null, returned_at = now(),
       returned_by = ?, return_reason = 'The figures are of last year.'
     from assignments a where a.id = r.assignment_id and a.round_id = ? and a.agency_id = ?`,
    [
      ids.people.get(emailOf('coordinator', system)) ?? '',
      rounds.now,
      ids.agencies.get(own('nest')) ?? '',
    ],
  );
  await setRoundStatus(db, ids.systemId, rounds.past, {
    status: 'published',
    publishedAt: new Date('2026-03-01T09:00:00Z'),
  });
}

/** An action of every kind that an address can name; each is called by what it is. */
async function plan(db: Knex, system: string, { ids, rounds }: Furnished): Promise<void> {
  const own = (slug: string): string => slugIn(system, slug);
  for (const [what, of, place, round, by] of [
    ['published', 'wendside', 'ferrow-vale', 'past', 'coordinator'],
    ['own', 'kingfisher', 'ferrow-vale', 'past', 'coordinator'],
    ['ICB lead’s', 'wendside', 'quillby', 'past', 'ICB lead'],
    ['unpublished', 'wendside', 'ferrow-vale', 'now', 'coordinator'],
    ['unpublished, other Place', 'wendside', 'quillby', 'now', 'coordinator'],
    ['unpublished, own', 'kingfisher', 'quillby', 'now', 'coordinator'],
  ] as const) {
    await anAction(
      db,
      { ids, roundId: rounds[round] },
      { what, agency: own(of), place: own(place), by: emailOf(by, system) },
    );
  }
}

/** A comment of every kind on what was a draft; each says what it is. */
async function comment(db: Knex, system: string, { ids, rounds }: Furnished): Promise<void> {
  for (const [text, agency, place, called] of [
    ['own', 'kingfisher', 'ferrow-vale', 'colleague'],
    ['other agency', 'wendside', 'ferrow-vale', 'stranger'],
    ['other Place', 'wendside', 'quillby', 'stranger'],
  ] as const) {
    await aComment(db, ids, {
      roundId: rounds.past,
      place: slugIn(system, place),
      agency: slugIn(system, agency),
      by: emailOf(called, system),
      text,
    });
  }
}

/** An account of an organisation is linked to the person's. */
async function link(db: Knex, personId: string): Promise<void> {
  await db('person_identities').insert({
    id: randomUUID(),
    person_id: personId,
    issuer: 'https://id.example.org/',
    subject: 'nia',
    label: 'nia@id.example',
    linked_at: new Date(),
    last_used_at: new Date(),
  });
}

/** A message with a date, which has an entry for calendars. */
async function write(db: Knex, { systemId, people: known }: SystemIds): Promise<void> {
  const closesAt = new Date('2026-03-27T17:00:00Z');
  const content = invitation({
    name: 'Nia',
    systemName: 'System here',
    agencyName: 'kingfisher of here',
    round: { id: 'now', name: 'Round now', closesAt },
    path: '/',
  });
  await db.transaction((trx) =>
    queueMail(trx, {
      systemId,
      personId: known.get(emailOf('colleague', 'here')) ?? '',
      kind: 'invitation',
      content,
      queuedAt: new Date(),
      notAfter: closesAt,
    }),
  );
}

/** A token for analysts' tools, whatever the role: what it opens is asked with every request. */
async function giveToken(
  db: Knex,
  { systemId, people: known }: SystemIds,
  called: string,
  system: string,
): Promise<void> {
  await aToken(db, {
    systemId,
    personId: known.get(emailOf(called, system)) ?? '',
    token: tokenOf(emailOf(called, system)),
    madeAt: new Date(),
  });
}

/** Who signs in as what: the id behind a persona's button. */
export async function personaOf(db: Knex, role: Role): Promise<string> {
  if (role === 'administrator') {
    const person = { id: randomUUID(), name: 'Petra', email: emailOf(role, 'here') };
    return makeAdministrator(db, person, new Date());
  }
  const row = await db('memberships as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where('p.email', emailOf(role, 'here'))
    .first<{ id: string } | undefined>('m.id');
  if (!row) throw new Error(`nobody here is the ${role}`);
  return row.id;
}
