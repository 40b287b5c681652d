/** Who reads the factual check of a Place, comments on it and answers. */
import type { Area } from './contract.ts';

/** where the contributor's and the agency lead's agency is asked */
const askedPlaces = ['published', 'published, other Place', 'open', 'open, other Place'];
const reviewedPlaces = ['published', 'open'];
const ofPlace = ['own', 'other agency'];

export const factualCheck: readonly Area[] = [
  {
    what: 'Read the factual check of a Place, each agency its own comments',
    records: 'place in a round',
    reach: {
      contributor: askedPlaces,
      'agency lead': askedPlaces,
      reviewer: reviewedPlaces,
      chair: reviewedPlaces,
      coordinator: askedPlaces,
    },
    routes: ['GET /rounds/:round/places/:place/check'],
  },
  {
    what: 'Comment on the draft results of a Place, while they are checked',
    records: 'place in a round',
    reach: { contributor: askedPlaces, 'agency lead': askedPlaces },
    frozen: askedPlaces,
    routes: ['POST /rounds/:round/places/:place/check'],
  },
  {
    what: 'Change the own agency’s comment, until it is answered',
    records: 'comment',
    reach: { contributor: ['own'], 'agency lead': ['own'] },
    frozen: ['own'],
    routes: ['POST /rounds/:round/places/:place/check/:comment'],
  },
  {
    what: 'Answer a comment, until publication: the Place’s reviewers',
    records: 'comment',
    reach: { reviewer: ofPlace, chair: ofPlace },
    frozen: ofPlace,
    routes: ['POST /rounds/:round/places/:place/check/:comment/answer'],
  },
];
