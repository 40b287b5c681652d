/** Who reaches the Board paper of a round. */
import type { Area } from './contract.ts';

const publishedRound = ['published'];

export const boardPapers: readonly Area[] = [
  {
    what: 'Read a Board paper: the coordinator while it is written, once published whoever else downloads reports',
    records: 'round',
    reach: {
      reviewer: publishedRound,
      chair: publishedRound,
      'ICB lead': publishedRound,
      coordinator: ['published', 'open'],
    },
    routes: ['GET /rounds/:round/board-paper', 'GET /rounds/:round/board-paper.pdf'],
  },
  {
    what: 'Write a Board paper, and look at its history',
    records: 'round',
    reach: { coordinator: ['published', 'open'] },
    routes: [
      'GET /rounds/:round/board-paper/edit',
      'POST /rounds/:round/board-paper/edit',
      'GET /rounds/:round/board-paper/history',
    ],
  },
];
