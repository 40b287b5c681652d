/** The interface for programs, and the tokens that open it: whoever may take data away. */
import type { Area } from './contract.ts';

const roundLists = ['places', 'scores', 'elements', 'system', 'entries', 'actions', 'instrument'];
const list = (name: string): string => `GET /api/v1/rounds/:round/${name}`;
const page = ['page'];

export const interfaceForPrograms: readonly Area[] = [
  {
    what: 'See and make own tokens for analysts’ tools',
    records: 'none',
    reach: { 'ICB lead': page, coordinator: page },
    routes: ['GET /account/tokens', 'GET /account/tokens/new', 'POST /account/tokens'],
  },
  {
    what: 'Revoke a token for analysts’ tools: one’s own',
    records: 'token',
    reach: { 'ICB lead': ['ICB lead’s'], coordinator: ['coordinator’s'] },
    routes: ['POST /account/tokens/:token/revoke'],
  },
  {
    what: 'Read what the interface for programs says of itself',
    records: 'none',
    reach: 'everybody',
    routes: ['GET /api/v1/openapi.json'],
  },
  {
    what: 'List rounds through the interface for programs, with a token',
    records: 'none',
    reach: { 'ICB lead': page, coordinator: page },
    byToken: true,
    routes: ['GET /api/v1/rounds'],
  },
  {
    what: 'Take the data of a round away through the interface, with a token',
    records: 'round',
    reach: { 'ICB lead': ['published'], coordinator: ['published', 'open'] },
    byToken: true,
    routes: roundLists.map(list),
  },
  {
    what: 'Take single answers away through the interface, with a token',
    records: 'round',
    reach: { 'ICB lead': [], coordinator: ['published', 'open'] },
    byToken: true,
    routes: [list('answers')],
  },
];
