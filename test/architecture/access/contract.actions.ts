/** Whose actions each role reaches, and who raises and changes them. */
import type { Area } from './contract.ts';

const page = ['page'];
const published = ['published', 'own', 'ICB lead’s'];
const ofAgency = [...published, 'unpublished, own'];
const reviewed = [...published, 'unpublished'];
const all = [...reviewed, 'unpublished, other Place', 'unpublished, own'];
const notOwn = published.filter((relation) => relation !== 'own');

export const actions: readonly Area[] = [
  {
    what: 'List actions: each what they may see of them',
    records: 'none',
    reach: {
      contributor: page,
      'agency lead': page,
      reviewer: page,
      chair: page,
      'ICB lead': page,
      coordinator: page,
    },
    routes: ['GET /actions', 'GET /actions.csv', 'GET /actions.xlsx'],
  },
  {
    what: 'Raise an action',
    records: 'none',
    reach: { reviewer: page, chair: page, 'ICB lead': page, coordinator: page },
    routes: ['GET /actions/new', 'POST /actions'],
  },
  {
    what: 'Read an action: before publication the Place’s reviewers, coordinators and its owners',
    records: 'action',
    reach: {
      contributor: ofAgency,
      'agency lead': ofAgency,
      reviewer: reviewed,
      chair: reviewed,
      'ICB lead': published,
      coordinator: all,
    },
    routes: ['GET /actions/:action'],
  },
  {
    what: 'Change an action: agency leads say how their agency’s stand, ICB leads change their own',
    records: 'action',
    reach: {
      'agency lead': ['own', 'unpublished, own'],
      reviewer: reviewed,
      chair: reviewed,
      'ICB lead': ['ICB lead’s'],
      coordinator: all,
    },
    refused: { 'agency lead': notOwn, 'ICB lead': ['published', 'own'] },
    routes: ['GET /actions/:action/edit', 'POST /actions/:action/edit'],
  },
  {
    what: 'Go through the open actions of the rounds before',
    records: 'none',
    reach: { reviewer: page, chair: page, coordinator: page },
    routes: ['GET /actions/review'],
  },
  {
    what: 'Say whether an open action still stands',
    records: 'action',
    reach: { reviewer: reviewed, chair: reviewed, coordinator: all },
    routes: ['POST /actions/:action/review'],
  },
];
