/** Who reaches what is the same for everybody: help, sign-in, lists, instruments, the audit trail. */
import type { Area } from './contract.ts';

const page = ['page'];
const everyMember = {
  contributor: page,
  'agency lead': page,
  reviewer: page,
  chair: page,
  'ICB lead': page,
  coordinator: page,
};

export const pages: readonly Area[] = [
  {
    what: 'Read help and terms',
    records: 'none',
    reach: 'everybody',
    routes: ['GET /help', 'GET /glossary', 'GET /accessibility', 'GET /privacy', 'GET /cookies'],
  },
  {
    what: 'Sign in and out, look after the own sign-in',
    records: 'none',
    reach: 'proof',
    routes: [
      'GET /sign-in',
      'POST /sign-in/ask',
      'GET /sign-in/sent',
      'GET /sign-in/link',
      'POST /sign-in/link',
      'POST /sign-in/link/again',
      'GET /sign-in/code',
      'POST /sign-in/code',
      'GET /sign-in/code/set-up',
      'POST /sign-in/code/set-up',
      'GET /sign-in/choose',
      'POST /sign-in/choose',
      'POST /sign-in/organisation',
      'GET /sign-in/organisation/back',
      'GET /sign-in/organisation/link',
      'POST /sign-in/organisation/link',
      'POST /account/organisation',
      'POST /account/organisation/unlink',
      'GET /account',
      'POST /sign-out/everywhere',
      'POST /sign-out',
      'POST /sign-in/demonstration',
      'GET /first-run',
      'POST /first-run',
    ],
  },
  {
    what: 'Read the e-mails of the demonstration (nowhere else)',
    records: 'none',
    reach: 'everybody',
    routes: ['GET /messages'],
  },
  {
    what: 'Read an e-mail of the demonstration (nowhere else)',
    records: 'message',
    reach: 'everybody',
    routes: ['GET /messages/:message', 'GET /messages/:message/deadline.ics'],
  },
  {
    what: 'Begin: everybody is led to their own work',
    records: 'none',
    reach: { ...everyMember, administrator: page },
    routes: ['GET /'],
  },
  {
    what: 'List rounds and instruments',
    records: 'none',
    reach: everyMember,
    routes: ['GET /rounds', 'GET /instruments'],
  },
  {
    what: 'Read an instrument',
    records: 'instrument',
    reach: {
      contributor: ['published'],
      'agency lead': ['published'],
      reviewer: ['published'],
      chair: ['published'],
      'ICB lead': ['published'],
      coordinator: ['published'],
    },
    routes: ['GET /instruments/:id/:version', 'GET /instruments/:id/:version/form.pdf'],
  },
  {
    what: 'Read the audit trail: agencies their own part',
    records: 'none',
    reach: {
      contributor: page,
      'agency lead': page,
      reviewer: page,
      chair: page,
      coordinator: page,
    },
    routes: ['GET /audit'],
  },
];
