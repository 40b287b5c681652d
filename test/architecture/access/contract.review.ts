/** Whose the review of a Place is, and what its chair decides. */
import type { Area } from './contract.ts';

/** A Place's review is its reviewers', published or not. */
const reviewedPlaces = ['published', 'open'];
const place = '/rounds/:round/places/:place/review';

export const review: readonly Area[] = [
  {
    what: 'Read the review of a Place',
    records: 'place in a round',
    reach: {
      reviewer: reviewedPlaces,
      chair: reviewedPlaces,
      coordinator: ['published', 'published, other Place', 'open', 'open, other Place'],
    },
    routes: [
      'GET /rounds/:round/places/:place/review',
      'GET /rounds/:round/places/:place/review/domains/:domain',
      `GET ${place}/elements/:element`,
      'GET /rounds/:round/places/:place/review/minutes.pdf',
      'GET /rounds/:round/places/:place/review/workshop',
      'GET /rounds/:round/places/:place/review/workshop/decisions',
      'GET /rounds/:round/places/:place/review/workshop/domains/:domain',
      'GET /rounds/:round/places/:place/review/workshop/news',
    ],
  },
  {
    what: 'Give an own view of a domain',
    records: 'place in a round',
    reach: { reviewer: reviewedPlaces, chair: reviewedPlaces },
    frozen: reviewedPlaces,
    routes: ['POST /rounds/:round/places/:place/review/domains/:domain/view'],
  },
  {
    what: 'Record what is agreed',
    records: 'place in a round',
    reach: { reviewer: [], chair: reviewedPlaces },
    refused: { reviewer: reviewedPlaces },
    frozen: reviewedPlaces,
    routes: [
      'POST /rounds/:round/places/:place/review/domains/:domain/agreement',
      `POST ${place}/elements/:element/agreement`,
      `GET ${place}/agree-in-view`,
      `POST ${place}/agree-in-view`,
      'POST /rounds/:round/places/:place/review/workshop/domains/:domain',
    ],
  },
  {
    what: 'Correct what is published, and withdraw that: the chair',
    records: 'place in a round',
    reach: { reviewer: [], chair: reviewedPlaces },
    refused: { reviewer: reviewedPlaces },
    frozen: reviewedPlaces,
    routes: [
      `POST ${place}/domains/:domain/correction`,
      `POST ${place}/domains/:domain/correction/withdraw`,
      `POST ${place}/elements/:element/correction`,
      `POST ${place}/elements/:element/correction/withdraw`,
    ],
  },
  {
    what: 'Publish the corrections that wait in a round as a new edition',
    records: 'round',
    reach: { coordinator: ['published', 'open'] },
    frozen: ['published', 'open'],
    routes: [
      'GET /rounds/:round/corrections',
      'GET /rounds/:round/corrections/publish',
      'POST /rounds/:round/corrections/publish',
    ],
  },
  {
    what: 'Sign a Place off, and reopen it: the chair',
    records: 'place in a round',
    reach: { reviewer: [], chair: reviewedPlaces },
    refused: { reviewer: reviewedPlaces },
    frozen: reviewedPlaces,
    routes: [
      `GET ${place}/sign-off`,
      `POST ${place}/sign-off`,
      `GET ${place}/reopen`,
      `POST ${place}/reopen`,
    ],
  },
];
