/** Which results each role reaches, and who takes data away. */
import type { Area } from './contract.ts';

/** Before publication: reviewers of the Place, and coordinators. */
const publishedRound = ['published'];
const publishedPlaces = ['published', 'published, other Place'];

export const results: readonly Area[] = [
  {
    what: 'Read the results of a round',
    records: 'round',
    reach: {
      contributor: publishedRound,
      'agency lead': publishedRound,
      reviewer: ['published', 'open'],
      chair: ['published', 'open'],
      'ICB lead': publishedRound,
      coordinator: ['published', 'open'],
    },
    routes: [
      'GET /rounds/:round',
      'GET /rounds/:round/report',
      'GET /rounds/:round/changes',
      'GET /rounds/:round/changes.pdf',
      'GET /rounds/:round/compare',
      'GET /rounds/:round/compare.pdf',
      'GET /rounds/:round/report.pdf',
      'GET /rounds/:round/report-full.pdf',
      'GET /rounds/:round/pack',
      'GET /rounds/:round/pack/progress',
      'POST /rounds/:round/pack',
      'GET /rounds/:round/pack.pdf',
      'GET /rounds/:round/services',
      'GET /rounds/:round/map',
    ],
  },
  {
    what: 'Take the data of a round away: coordinators, and of published rounds ICB leads',
    records: 'round',
    reach: { 'ICB lead': publishedRound, coordinator: ['published', 'open'] },
    routes: [
      'GET /rounds/:round/data',
      'GET /rounds/:round/export.xlsx',
      'GET /rounds/:round/export.csv',
      'GET /rounds/:round/export.json',
      'GET /rounds/:round/services.csv',
      'GET /rounds/:round/services.xlsx',
    ],
  },
  {
    what: 'Read a service in the results of a round',
    records: 'service in results',
    reach: {
      contributor: publishedPlaces,
      'agency lead': publishedPlaces,
      reviewer: [...publishedPlaces, 'open'],
      chair: [...publishedPlaces, 'open'],
      'ICB lead': publishedPlaces,
      coordinator: [...publishedPlaces, 'open', 'open, other Place'],
    },
    routes: ['GET /rounds/:round/services/:service'],
  },
  {
    what: 'Read the results of a Place',
    records: 'place in a round',
    reach: {
      contributor: publishedPlaces,
      'agency lead': publishedPlaces,
      reviewer: [...publishedPlaces, 'open'],
      chair: [...publishedPlaces, 'open'],
      'ICB lead': publishedPlaces,
      coordinator: [...publishedPlaces, 'open', 'open, other Place'],
    },
    routes: [
      'GET /rounds/:round/places/:place/report',
      'GET /rounds/:round/places/:place/map',
      'GET /rounds/:round/places/:place/method',
      'GET /rounds/:round/places/:place/report.pdf',
      'GET /rounds/:round/places/:place/report-full.pdf',
    ],
  },
  {
    what: 'Send questions to agencies about services of a Place, until publication: the coordinator',
    records: 'place in a round',
    reach: { coordinator: [...publishedPlaces, 'open', 'open, other Place'] },
    frozen: publishedPlaces,
    routes: [
      'GET /rounds/:round/places/:place/questions',
      'POST /rounds/:round/places/:place/questions',
    ],
  },
];
