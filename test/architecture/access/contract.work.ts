/** Whose answers each role reaches. */
import type { Area } from './contract.ts';

const ownDraft = ['own draft'];
const ownResponses = ['own draft', 'own submitted'];
const everyResponse = [
  ...ownResponses,
  'other agency, draft',
  'other agency, submitted',
  'other Place, submitted',
  'on paper',
];
/** a coordinator keys in what came on paper; the rest they may read, so that they are refused in words */
const keyedIn = ['on paper'];
const answeredThemselves = everyResponse.filter((relation) => relation !== 'on paper');
const keys = { coordinator: answeredThemselves };
const keysEntries = { coordinator: answeredThemselves.filter((one) => one !== 'own submitted') };
const keysMaps = {
  coordinator: ['own draft', 'other agency, draft', 'other agency, submitted'],
};
/** submitted, and of a Place that they review */
const reviewed = ['other agency, submitted'];

export const answers: readonly Area[] = [
  {
    what: 'Read the answers of a response',
    records: 'response',
    reach: {
      contributor: ownResponses,
      'agency lead': ownResponses,
      reviewer: reviewed,
      chair: reviewed,
      coordinator: everyResponse,
    },
    routes: [
      'GET /responses/:response',
      'GET /responses/:response/sections/:section',
      'GET /responses/:response/check',
      'GET /responses/:response/submitted',
      'GET /responses/:response/answers.pdf',
    ],
  },
  {
    what: 'Write answers',
    records: 'response',
    reach: { contributor: ownResponses, 'agency lead': ownResponses, coordinator: keyedIn },
    refused: keys,
    frozen: ['own submitted'],
    routes: [
      'POST /responses/:response/copy',
      'GET /responses/:response/carry',
      'POST /responses/:response/carry',
      'POST /responses/:response/carry/start',
      'POST /responses/:response/carry/drop',
      'POST /responses/:response/sections/:section',
      'POST /responses/:response/sections/:section/save',
      'POST /responses/:response/sections/:section/suggestion',
    ],
  },
  {
    what: 'Read the history of answers: those who answer for the agency',
    records: 'response',
    reach: {
      contributor: ownResponses,
      'agency lead': ownResponses,
      reviewer: [],
      chair: [],
      coordinator: keyedIn,
    },
    routes: ['GET /responses/:response/sections/:section/history'],
  },
  {
    what: 'Bring an old answer back',
    records: 'response',
    reach: { contributor: ownResponses, 'agency lead': ownResponses, coordinator: keyedIn },
    frozen: ['own submitted'],
    routes: [
      'GET /responses/:response/sections/:section/history/back',
      'POST /responses/:response/sections/:section/history/back',
    ],
  },
  {
    what: 'Give parts to colleagues, mark a part as done',
    records: 'response',
    reach: { contributor: ownResponses, 'agency lead': ownResponses, coordinator: keyedIn },
    refused: keys,
    frozen: ['own submitted'],
    routes: [
      'GET /responses/:response/parts',
      'POST /responses/:response/parts',
      'POST /responses/:response/sections/:section/done',
    ],
  },
  {
    what: 'Submit a response',
    records: 'response',
    reach: { 'agency lead': ownResponses, coordinator: keyedIn },
    refused: keys,
    frozen: ['own submitted'],
    routes: ['POST /responses/:response/submit'],
  },
  {
    what: 'Return what was submitted: the coordinator and the chair',
    records: 'response',
    reach: { reviewer: [], chair: reviewed, coordinator: everyResponse },
    refused: { reviewer: reviewed },
    frozen: ['own draft', 'other agency, draft', 'on paper'],
    routes: ['GET /responses/:response/return', 'POST /responses/:response/return'],
  },
  {
    what: 'Read that it is returned',
    records: 'returned response',
    reach: { reviewer: [], chair: ['own Place'], coordinator: ['own Place', 'other Place'] },
    routes: ['GET /responses/:response/returned'],
  },
  {
    what: 'Read the services of a map',
    records: 'map',
    reach: {
      contributor: ownDraft,
      'agency lead': ownDraft,
      reviewer: reviewed,
      chair: reviewed,
      coordinator: ['own draft', 'other agency, draft', 'other agency, submitted', 'on paper'],
    },
    routes: ['GET /responses/:response/entries'],
  },
  {
    what: 'Add services, say that there are none',
    records: 'map',
    reach: { contributor: ownDraft, 'agency lead': ownDraft, coordinator: keyedIn },
    refused: keysMaps,
    routes: [
      'GET /responses/:response/template.xlsx',
      'GET /responses/:response/entries.xlsx',
      'GET /responses/:response/entries/upload',
      'POST /responses/:response/entries/upload',
      'POST /responses/:response/entries/upload/store',
      'GET /responses/:response/entries/new',
      'POST /responses/:response/entries',
      'POST /responses/:response/entries/save',
      'POST /responses/:response/no-service',
      'GET /responses/:response/entries/carry',
      'POST /responses/:response/entries/carry',
    ],
  },
  {
    what: 'Answer what a coordinator asks about services, while the map stays submitted',
    records: 'map',
    reach: { contributor: ownDraft, 'agency lead': ownDraft, coordinator: keyedIn },
    refused: keysMaps,
    // Before it is submitted, a map is filled in the forms of its services.
    frozen: ['own draft', 'on paper'],
    routes: ['GET /responses/:response/questions', 'POST /responses/:response/questions'],
  },
  {
    what: 'Read a service',
    records: 'entry',
    reach: {
      contributor: ownDraft,
      'agency lead': ownDraft,
      reviewer: reviewed,
      chair: reviewed,
      coordinator: [
        'own draft',
        'other agency, draft',
        'other agency, submitted',
        'other Place, submitted',
        'on paper',
      ],
    },
    routes: ['GET /responses/:response/entries/:entry'],
  },
  {
    what: 'Read the history of a service: those who answer for the agency',
    records: 'entry',
    reach: {
      contributor: ownDraft,
      'agency lead': ownDraft,
      reviewer: [],
      chair: [],
      coordinator: keyedIn,
    },
    routes: ['GET /responses/:response/entries/:entry/history'],
  },
  {
    what: 'Bring an old answer of a service back',
    records: 'entry',
    reach: { contributor: ownDraft, 'agency lead': ownDraft, coordinator: keyedIn },
    routes: [
      'GET /responses/:response/entries/:entry/history/back',
      'POST /responses/:response/entries/:entry/history/back',
    ],
  },
  {
    what: 'Change, copy, remove and restore a service',
    records: 'entry',
    reach: { contributor: ownDraft, 'agency lead': ownDraft, coordinator: keyedIn },
    refused: keysEntries,
    routes: [
      'POST /responses/:response/entries/:entry',
      'POST /responses/:response/entries/:entry/save',
      'GET /responses/:response/entries/:entry/copy',
      'GET /responses/:response/entries/:entry/remove',
      'POST /responses/:response/entries/:entry/remove',
      'POST /responses/:response/entries/:entry/restore',
    ],
  },
];
