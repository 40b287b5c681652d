/** The contract of access, in the words of Design 1: for every route whose records each role reaches. */
import { actions } from './contract.actions.ts';
import { factualCheck } from './contract.check.ts';
import { interfaceForPrograms } from './contract.api.ts';
import { pages } from './contract.pages.ts';
import { results } from './contract.results.ts';
import { review } from './contract.review.ts';
import { administration, setUp } from './contract.set-up.ts';
import { answers } from './contract.work.ts';
import { boardPapers } from './contract.board.ts';

export const roles = [
  'contributor',
  'agency lead',
  'reviewer',
  'chair',
  'ICB lead',
  'coordinator',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Kinds of records that addresses name, and how each can be related to whoever asks. */
export const records = {
  none: { title: 'no record', relations: { page: 'the page itself' } },
  response: {
    title: 'a response of the open round',
    relations: {
      'own draft':
        'of Kingfisher, for which the contributor and the agency lead answer; not submitted',
      'own submitted': 'of Kingfisher, submitted, for Quillby',
      'other agency, draft': 'of another agency, not submitted',
      'other agency, submitted':
        'of another agency, submitted, for Ferrow Vale, where the reviewers review',
      'other Place, submitted': 'of another agency, submitted, for Quillby, where they do not',
      'on paper': 'of an agency that answers on paper, not submitted',
    },
  },
  'returned response': {
    title: 'a response that was returned to its agency',
    relations: {
      'own Place': 'for Ferrow Vale, where the reviewers review',
      'other Place': 'for Quillby, where they do not',
    },
  },
  entry: {
    title: 'a service in a map of the open round',
    relations: {
      'own draft': 'of Kingfisher, whose map is not submitted',
      'other agency, draft': 'of another agency, not submitted',
      'other agency, submitted': 'of another agency, submitted, serving Ferrow Vale',
      'other Place, submitted': 'of another agency, submitted, serving Quillby alone',
      'on paper': 'of an agency that answers on paper, not submitted',
    },
  },
  'service in results': {
    title: 'a service of another agency, in the results of a round',
    relations: {
      published: 'submitted, serving Ferrow Vale, in a published round',
      'published, other Place': 'submitted, serving Quillby alone, in a published round',
      open: 'submitted, serving Ferrow Vale, where the reviewers review, in a round that takes answers',
      'open, other Place': 'submitted, serving Quillby alone, in a round that takes answers',
      'open, not submitted': 'in a round that takes answers, not submitted',
    },
  },
  map: {
    title: 'a service map of the open round',
    relations: {
      'own draft': 'of Kingfisher, not submitted',
      'other agency, draft': 'of another agency, not submitted',
      'other agency, submitted': 'of another agency, submitted',
      'on paper': 'of an agency that answers on paper, not submitted',
    },
  },
  round: {
    title: 'a round',
    relations: {
      published: 'a published round',
      open: 'a round that takes answers',
      drawn: 'a draft, not opened yet',
    },
  },
  'place in a round': {
    title: 'a Place in a round',
    relations: {
      published: 'Ferrow Vale in a published round',
      'published, other Place': 'Quillby in a published round',
      open: 'Ferrow Vale, where the reviewers review, in a round that takes answers',
      'open, other Place': 'Quillby in a round that takes answers',
      drawn: 'Ferrow Vale in a draft',
    },
  },
  instrument: {
    title: 'a version of an instrument',
    relations: { published: 'any: instruments are the same for everybody' },
  },
  place: { title: 'a Place', relations: { own: 'of the own system' } },
  'births of a year': {
    title: 'what is entered of a Place’s births in a year',
    relations: { own: 'of the own system' },
  },
  agency: { title: 'an agency', relations: { own: 'of the own system' } },
  person: { title: 'a person', relations: { own: 'of the own system' } },
  role: { title: 'a role of a person', relations: { own: 'of the own system' } },
  'round to open': {
    title: 'a round that runs',
    relations: { drawn: 'a draft of the own system' },
  },
  'round to run': {
    title: 'a round that runs',
    relations: { open: 'one of the own system that takes answers' },
  },
  'step to take': {
    title: 'a step of a round',
    relations: { open: 'a step that stands next, of a round of the own system' },
  },
  'asked agency': {
    title: 'an agency that a round asks',
    relations: { open: 'of the own system, in a round that takes answers' },
  },
  'agency in a round': {
    title: 'an agency that a round asks, and how far it has come',
    relations: {
      own: 'Kingfisher, which the agency lead leads',
      'other agency': 'another agency of the system',
    },
  },
  team: {
    title: 'the people of an agency',
    relations: {
      own: 'of Kingfisher, which the agency lead leads',
      'other agency': 'of another agency of the system',
    },
  },
  colleague: {
    title: 'somebody who answers for an agency',
    relations: {
      own: 'a contributor of Kingfisher',
      'other agency': 'a contributor of another agency of the system',
    },
  },
  account: { title: 'an account of the installation', relations: { any: 'whatever its systems' } },
  'closed account': {
    title: 'an account that was closed',
    relations: { any: 'whatever its systems' },
  },
  'linked account': {
    title: 'an account to which one of an organisation is linked',
    relations: { any: 'whatever its systems' },
  },
  action: {
    title: 'an action',
    relations: {
      published: 'another agency’s, raised from published results',
      own: 'Kingfisher’s, raised from published results',
      'ICB lead’s': 'another agency’s, raised by the ICB lead',
      unpublished:
        'another agency’s, raised for Ferrow Vale, where the reviewers review, before publication',
      'unpublished, other Place': 'another agency’s, raised for Quillby before publication',
      'unpublished, own': 'Kingfisher’s, raised for Quillby before publication',
    },
  },
  comment: {
    title: 'a comment on the draft results of a Place, in a round that is published by now',
    relations: {
      own: 'Kingfisher’s, of Ferrow Vale, where the reviewers review',
      'other agency': 'another agency’s, of Ferrow Vale',
      'other Place': 'another agency’s, of Quillby, where they do not',
    },
  },
  token: {
    title: 'a token for analysts’ tools',
    relations: {
      'ICB lead’s': 'made by the ICB lead',
      'coordinator’s': 'made by the coordinator',
    },
  },
  message: { title: 'a message that was sent', relations: { any: 'whoever it went to' } },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly relations: Readonly<Record<string, string>> }>
>;
export type Records = keyof typeof records;

/** Of another system, or of none: never reached by anybody, and the answers are the same. */
export const unreachable = ['other system', 'missing'] as const;

export interface Area {
  /** what the routes are for */
  readonly what: string;
  readonly records: Records;
  /**
   * The relations that each role reaches; all else is "not found". A role that is left out is refused
   * whatever the address names. "everybody": signed out, too. "proof": the same, and what somebody has in
   * hand decides: a link, a code, the session itself.
   */
  readonly reach: Partial<Readonly<Record<Role, readonly string[]>>> | 'everybody' | 'proof';
  /** may be read by the role, so that "not found" would say nothing: the deed is refused as another role's */
  readonly refused?: Partial<Readonly<Record<Role, readonly string[]>>>;
  /** asked with a token of the person's own: administrators can't have one */
  readonly byToken?: true;
  /** reached, but not changed: the state of the record forbids it */
  readonly frozen?: readonly string[];
  /** "GET /address" */
  readonly routes: readonly string[];
}

export const areas: readonly Area[] = [
  ...pages,
  ...answers,
  ...results,
  ...boardPapers,
  ...interfaceForPrograms,
  ...factualCheck,
  ...actions,
  ...review,
  ...setUp,
  ...administration,
];
