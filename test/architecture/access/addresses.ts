/** For every kind of record and every relation the ids that stand for it in an address. */
import type { Knex } from 'knex';
import { actionAddresses } from './addresses.actions.ts';
import { commentAddresses } from './addresses.comments.ts';
import { noId, nobody } from './addresses.none.ts';
import { peopleAddresses } from './addresses.people.ts';
import type { Records } from './contract.ts';
import { finder, type Found } from './found.ts';
import { slugIn, type Furnished } from './people.ts';

/** Path parameters by name. */
export type Ids = Readonly<Record<string, string>>;
/** By relation; several where an address can be foreign or missing in several ways. */
export type Addresses = Readonly<Record<Records, Readonly<Record<string, readonly Ids[]>>>>;

const domain = 'strategic-leadership';
const element = 'E4';

type Site = Readonly<Record<'here' | 'there', Furnished>>;

export async function addressesOf(db: Knex, { here, there }: Site): Promise<Addresses> {
  const own = finder(db, 'here', here);
  const foreign = finder(db, 'there', there);
  const theirs = (slug: string): string => slugIn('there', slug);
  return {
    ...(await workAddresses(own, foreign)),
    ...(await peopleAddresses(own, foreign)),
    none: { page: [{}] },
    round: {
      published: [{ round: 'past' }],
      open: [{ round: 'now' }],
      drawn: [{ round: 'next' }],
      'other system': ['past', 'now', 'next'].map((round) => ({ round: theirs(round) })),
      missing: [{ round: 'nothing' }, { round: nobody }],
    },
    'place in a round': {
      published: [{ round: 'past', place: 'ferrow-vale', domain, element }],
      'published, other Place': [{ round: 'past', place: 'quillby', domain, element }],
      open: [{ round: 'now', place: 'ferrow-vale', domain, element }],
      'open, other Place': [{ round: 'now', place: 'quillby', domain, element }],
      drawn: [{ round: 'next', place: 'ferrow-vale', domain, element }],
      'other system': [
        { round: theirs('past'), place: theirs('ferrow-vale'), domain, element },
        { round: 'past', place: theirs('ferrow-vale'), domain, element },
        { round: theirs('past'), place: 'ferrow-vale', domain, element },
      ],
      missing: [
        { round: 'past', place: 'nothing', domain, element },
        { round: 'nothing', place: 'ferrow-vale', domain, element },
      ],
    },
    'service in results': await serviceAddresses(own, foreign, theirs),
    instrument: {
      published: [{ id: 'pair-maturity', version: '1.0.0' }],
      missing: [
        { id: 'pair-maturity', version: '9.9.9' },
        { id: 'nothing', version: '1.0.0' },
      ],
    },
    place: thing('ferrow-vale', theirs('ferrow-vale')),
    'births of a year': {
      own: [{ thing: 'ferrow-vale', year: '2025' }],
      'other system': [{ thing: theirs('ferrow-vale'), year: '2025' }],
      missing: [
        { thing: 'ferrow-vale', year: '2024' },
        { thing: 'quillby', year: '2025' },
        { thing: 'nothing', year: '2025' },
      ],
    },
    agency: thing('kingfisher', theirs('kingfisher')),
    'round to open': {
      drawn: [{ round: 'next' }],
      'other system': [{ round: theirs('next') }],
      missing: [{ round: 'nothing' }],
    },
    'round to run': {
      open: [{ round: 'now' }],
      'other system': [{ round: theirs('now') }],
      missing: [{ round: 'nothing' }],
    },
    'step to take': {
      open: [
        { round: 'next', step: 'open' },
        { round: 'now', step: 'close' },
      ],
      'other system': [
        { round: theirs('next'), step: 'open' },
        { round: theirs('now'), step: 'close' },
      ],
      missing: [
        { round: 'nothing', step: 'open' },
        { round: 'now', step: 'nothing' },
      ],
    },
    'asked agency': {
      open: [{ round: 'now', agency: 'wendside' }],
      'other system': [
        { round: theirs('now'), agency: theirs('wendside') },
        { round: 'now', agency: theirs('wendside') },
        { round: theirs('now'), agency: 'wendside' },
      ],
      missing: [{ round: 'now', agency: 'nothing' }],
    },
    'agency in a round': {
      own: [{ round: 'now', agency: 'kingfisher' }],
      'other agency': [{ round: 'now', agency: 'wendside' }],
      'other system': [
        { round: theirs('now'), agency: theirs('kingfisher') },
        { round: 'now', agency: theirs('kingfisher') },
        { round: theirs('now'), agency: 'kingfisher' },
      ],
      missing: [
        { round: 'now', agency: 'nothing' },
        { round: 'nothing', agency: 'kingfisher' },
      ],
    },
    team: {
      own: [{ agency: 'kingfisher' }],
      'other agency': [{ agency: 'wendside' }],
      'other system': [{ agency: theirs('kingfisher') }],
      missing: [{ agency: 'nothing' }],
    },
    action: await actionAddresses(own, foreign),
    comment: await commentAddresses(own, foreign, {
      round: theirs('past'),
      place: theirs('ferrow-vale'),
    }),
    token: {
      'ICB lead’s': [{ token: await own.token('ICB lead') }],
      'coordinator’s': [{ token: await own.token('coordinator') }],
      'other system': [{ token: await foreign.token('coordinator') }],
      missing: [{ token: nobody }, { token: noId }],
    },
    message: await messageAddresses(db),
  };
}

const thing = (own: string, other: string) => ({
  own: [{ thing: own }],
  'other system': [{ thing: other }],
  missing: [{ thing: 'nothing' }, { thing: nobody }],
});

async function workAddresses(
  own: Found,
  foreign: Found,
): Promise<Pick<Addresses, 'response' | 'returned response' | 'map' | 'entry'>> {
  const section = 'financial-investment';
  const grid = async (found: Found, agency: string, place: string): Promise<Ids> => ({
    response: await found.response(agency, place),
    section,
  });
  const map = async (found: Found, agency: string): Promise<Ids> => ({
    response: await found.response(agency, null),
  });
  const entry = async (found: Found, agency: string, name: string): Promise<Ids> => ({
    ...(await map(found, agency)),
    entry: await found.entry(agency, name),
  });
  const [ownEntry, theirEntry] = [
    await entry(own, 'kingfisher', 'Here'),
    await entry(foreign, 'kingfisher', 'Here'),
  ];
  const otherEntry = await entry(own, 'wendside', 'Here');
  return {
    response: {
      'own draft': [await grid(own, 'kingfisher', 'ferrow-vale')],
      'own submitted': [await grid(own, 'kingfisher', 'quillby')],
      'other agency, draft': [await grid(own, 'hive', 'ferrow-vale')],
      'other agency, submitted': [await grid(own, 'wendside', 'ferrow-vale')],
      'other Place, submitted': [await grid(own, 'wendside', 'quillby')],
      'on paper': [await grid(own, 'post', 'ferrow-vale')],
      'other system': [
        await grid(foreign, 'kingfisher', 'ferrow-vale'),
        await grid(foreign, 'wendside', 'ferrow-vale'),
      ],
      missing: [
        { response: nobody, section },
        { response: noId, section },
      ],
    },
    'returned response': {
      'own Place': [await grid(own, 'nest', 'ferrow-vale')],
      'other Place': [await grid(own, 'nest', 'quillby')],
      'other system': [await grid(foreign, 'nest', 'ferrow-vale')],
      missing: [
        { response: nobody },
        { response: noId },
        await grid(own, 'wendside', 'ferrow-vale'),
      ],
    },
    map: {
      'own draft': [await map(own, 'kingfisher')],
      'other agency, draft': [await map(own, 'hive')],
      'other agency, submitted': [await map(own, 'wendside')],
      'on paper': [await map(own, 'post')],
      'other system': [await map(foreign, 'kingfisher'), await map(foreign, 'wendside')],
      missing: [{ response: nobody }, { response: noId }],
    },
    entry: {
      'own draft': [ownEntry],
      'other agency, draft': [await entry(own, 'hive', 'Here')],
      'other agency, submitted': [otherEntry],
      'other Place, submitted': [await entry(own, 'wendside', 'There')],
      'on paper': [await entry(own, 'post', 'Here')],
      'other system': [
        theirEntry,
        { ...ownEntry, entry: theirEntry['entry'] ?? '' },
        { ...theirEntry, entry: ownEntry['entry'] ?? '' },
      ],
      missing: [
        { ...ownEntry, entry: nobody },
        { ...ownEntry, entry: noId },
        { ...ownEntry, entry: otherEntry['entry'] ?? '' },
        { ...ownEntry, response: nobody },
      ],
    },
  };
}

async function serviceAddresses(
  own: Found,
  foreign: Found,
  theirs: (slug: string) => string,
): Promise<Addresses['service in results']> {
  const past = { round: 'past', service: await own.service('Past here of wendside') };
  const now = { round: 'now', service: await own.service('Here of wendside') };
  const foreignPast = await foreign.service('Past here of wendside');
  return {
    published: [past],
    'published, other Place': [
      { round: 'past', service: await own.service('Past there of wendside') },
    ],
    open: [now],
    'open, other Place': [{ round: 'now', service: await own.service('There of wendside') }],
    'open, not submitted': [{ round: 'now', service: await own.service('Here of hive') }],
    'other system': [
      { round: theirs('past'), service: foreignPast },
      { round: 'past', service: foreignPast },
      { ...past, round: theirs('past') },
    ],
    missing: [
      { round: 'past', service: nobody },
      { round: 'past', service: noId },
      { ...past, round: 'nothing' },
      // submitted, but in another round
      { ...now, round: 'past' },
    ],
  };
}

/** The demonstration shows them to everybody. */
async function messageAddresses(db: Knex): Promise<Addresses['message']> {
  const message = await db('messages').first<{ id: string } | undefined>('id');
  return {
    any: [{ message: message?.id ?? '' }],
    missing: [{ message: nobody }, { message: noId }],
  };
}
