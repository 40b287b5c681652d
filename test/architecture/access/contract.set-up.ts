/** Who reaches set-up, the people of an agency, and the administration. */
import type { Area } from './contract.ts';

const page = ['page'];
const own = ['own'];
/** The coordinator's alone. */
const coordinator = (
  what: string,
  records: Area['records'],
  reached: readonly string[],
  routes: readonly string[],
): Area => ({ what, records, reach: { coordinator: reached }, routes });

export const setUp: readonly Area[] = [
  coordinator('Set up: lists, new things, imports', 'none', page, [
    'GET /set-up',
    'GET /set-up/import',
    'POST /set-up/import',
    'POST /set-up/import/store',
    'GET /set-up/places.csv',
    'GET /set-up/templates/places.csv',
    'GET /set-up/agencies.csv',
    'GET /set-up/templates/agencies.csv',
    'GET /set-up/people.csv',
    'GET /set-up/templates/people.csv',
    'GET /set-up/places',
    'GET /set-up/need',
    'GET /set-up/places/new',
    'POST /set-up/places',
    'GET /set-up/agencies',
    'GET /set-up/agencies/new',
    'POST /set-up/agencies',
    'GET /set-up/people',
    'GET /set-up/people/new',
    'POST /set-up/people',
    'GET /set-up/rounds',
    'GET /set-up/rounds/new',
    'POST /set-up/rounds',
  ]),
  coordinator('Set up a Place', 'place', own, [
    'GET /set-up/places/:thing',
    'POST /set-up/places/:thing',
    'POST /set-up/places/:thing/move',
    'GET /set-up/places/:thing/retire',
    'POST /set-up/places/:thing/retire',
    'POST /set-up/places/:thing/restore',
    'GET /set-up/places/:thing/need/new',
    'POST /set-up/places/:thing/need',
  ]),
  coordinator('Enter births and need of a Place', 'births of a year', own, [
    'GET /set-up/places/:thing/need/:year',
    'POST /set-up/places/:thing/need/:year',
    'GET /set-up/places/:thing/need/:year/history',
    'GET /set-up/places/:thing/need/:year/remove',
    'POST /set-up/places/:thing/need/:year/remove',
    'POST /set-up/places/:thing/need/:year/restore',
  ]),
  coordinator('Set up an agency', 'agency', own, [
    'GET /set-up/agencies/:thing',
    'POST /set-up/agencies/:thing',
    'GET /set-up/agencies/:thing/retire',
    'POST /set-up/agencies/:thing/retire',
    'POST /set-up/agencies/:thing/restore',
  ]),
  coordinator('Set up a person, give roles', 'person', own, [
    'GET /set-up/people/:person',
    'POST /set-up/people/:person',
    'GET /set-up/people/:person/roles/new',
    'POST /set-up/people/:person/roles',
    'GET /set-up/people/:person/leave',
    'POST /set-up/people/:person/leave',
  ]),
  coordinator('Change a role, take it away', 'role', own, [
    'GET /set-up/people/:person/roles/:role',
    'POST /set-up/people/:person/roles/:role',
    'GET /set-up/people/:person/roles/:role/remove',
    'POST /set-up/people/:person/roles/:role/remove',
  ]),
  coordinator(
    'Draw up a round',
    'round to open',
    ['drawn'],
    [
      'GET /set-up/rounds/:round/edit',
      'POST /set-up/rounds/:round/edit',
      'GET /set-up/rounds/:round/delete',
      'POST /set-up/rounds/:round/delete',
    ],
  ),
  coordinator(
    'Look after a round',
    'round to run',
    ['open'],
    [
      'GET /set-up/rounds/:round',
      'GET /set-up/rounds/:round/extend',
      'POST /set-up/rounds/:round/extend',
      'GET /set-up/rounds/:round/reminders',
      'POST /set-up/rounds/:round/reminders',
      'GET /set-up/rounds/:round/agencies',
      'POST /set-up/rounds/:round/agencies',
    ],
  ),
  coordinator(
    'Take a step of a round',
    'step to take',
    ['open'],
    ['GET /set-up/rounds/:round/steps/:step', 'POST /set-up/rounds/:round/steps/:step'],
  ),
  coordinator(
    'Withdraw what an agency is asked',
    'asked agency',
    ['open'],
    [
      'GET /set-up/rounds/:round/agencies/:agency/withdraw',
      'POST /set-up/rounds/:round/agencies/:agency/withdraw',
    ],
  ),
  coordinator('Find the round to look after', 'none', page, ['GET /progress']),
  coordinator(
    'See who has answered, remind them',
    'round',
    ['published', 'open', 'drawn'],
    ['GET /rounds/:round/progress', 'POST /rounds/:round/remind', 'POST /rounds/:round/reminders'],
  ),
  {
    what: 'See how far an agency has come',
    records: 'agency in a round',
    reach: { 'agency lead': own, coordinator: ['own', 'other agency'] },
    routes: ['GET /rounds/:round/progress/:agency'],
  },
  {
    what: 'See and invite the people of an agency',
    records: 'team',
    reach: { 'agency lead': own },
    routes: [
      'GET /agencies/:agency/people',
      'GET /agencies/:agency/people/new',
      'POST /agencies/:agency/people',
    ],
  },
  {
    what: 'Invite somebody again, remove them',
    records: 'colleague',
    reach: { 'agency lead': own },
    routes: [
      'POST /agencies/:agency/people/:person/invite',
      'GET /agencies/:agency/people/:person/remove',
      'POST /agencies/:agency/people/:person/remove',
    ],
  },
];

export const administration: readonly Area[] = [
  {
    what: 'Create systems, list accounts',
    records: 'none',
    reach: { administrator: page },
    routes: [
      'GET /administration',
      'GET /administration/systems/new',
      'POST /administration/systems/new',
      'GET /administration/accounts',
    ],
  },
  {
    what: 'Close an account, remove its authenticator',
    records: 'account',
    reach: { administrator: ['any'] },
    routes: [
      'POST /administration/accounts/:account/deactivate',
      'POST /administration/accounts/:account/remove-authenticator',
    ],
  },
  {
    what: 'Open a closed account again',
    records: 'closed account',
    reach: { administrator: ['any'] },
    routes: ['POST /administration/accounts/:account/reactivate'],
  },
  {
    what: 'Unlink the account of an organisation',
    records: 'linked account',
    reach: { administrator: ['any'] },
    routes: ['POST /administration/accounts/:account/unlink-organisation'],
  },
];
