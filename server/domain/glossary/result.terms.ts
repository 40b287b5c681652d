/** Words about levels, and how a Place comes by them: this platform's own (Design 4, 5). */
import type { Term } from '../instrument/definition.ts';

export const resultTerms = [
  {
    id: 'agreed-level',
    term: 'Agreed level',
    definition:
      'The level that the reviewers settled on together, recorded by the chair with the reason. It replaces the median, and both stay visible.',
  },
  {
    id: 'agreement',
    term: 'Agreement',
    definition:
      'How alike the given levels are: 1 when all are the same, 0 when they are evenly spread, −1 when half stand at each end. Also known as van der Eijk’s A.',
  },
  {
    id: 'agreed-colour',
    term: 'Agreed colour',
    definition:
      'The colour of a support element that the reviewers settled on, recorded by the chair with the reason. The derived one stays visible beside it.',
  },
  {
    id: 'cant-say',
    term: 'We can’t say',
    definition: 'An answer without a level. It counts as having answered, and moves no median.',
  },
  {
    id: 'correction',
    term: 'Correction',
    definition:
      'A change of a published level or colour, proposed by the chair of the Place with the reason. It changes nothing until the coordinator publishes it in a new edition.',
  },
  {
    id: 'distribution',
    term: 'Distribution',
    definition:
      'How many agencies chose each level. Where fewer than five gave one, only reviewers and the coordinator see it.',
  },
  {
    id: 'domain',
    term: 'Domain',
    definition: 'One of the eleven subjects of the maturity grid, such as strategic leadership.',
  },
  {
    id: 'edition',
    term: 'Edition',
    definition:
      'A publication of a round’s results. The first is edition 1; each later one says what it corrected, what stood there before, and why.',
  },
  {
    id: 'equity-gap',
    term: 'Equity gap',
    definition:
      'How many levels lie between the highest and the lowest Place in a domain. Drawn hollow while an end rests on a split that nobody has settled.',
  },
  {
    id: 'evidence',
    term: 'Evidence',
    definition:
      'What an agency’s level rests on: a few words, and links. From Good progress up an agency gives it, or says why there is none.',
  },
  {
    id: 'few-answers',
    term: 'Few answers',
    definition: 'Fewer than half of the agencies asked gave a level. Read it with care.',
  },
  {
    id: 'level',
    term: 'Level',
    definition:
      'How far a Place has come in a domain: 0 Not yet at Foundations, 1 Foundations, 2 Early growth, 3 Good progress, 4 Well-established. Levels are steps in order and are never averaged.',
  },
  {
    id: 'median',
    term: 'Median',
    definition:
      'The middle one of the given levels when they stand in order; of two in the middle, the lower.',
  },
  {
    id: 'no-evidence',
    term: 'No evidence',
    definition: 'The median is Good progress or higher, and not one agency gave evidence for it.',
  },
  {
    id: 'profile',
    term: 'Profile',
    definition: 'How many domains of a Place stand at each level. There is no overall mark.',
  },
  {
    id: 'range',
    term: 'Range',
    definition: 'How many levels lie between the lowest and the highest that agencies gave.',
  },
  {
    id: 'rating',
    term: 'Rating',
    definition:
      'A level for one domain in one Place: each agency’s, each reviewer’s own, and the one that is agreed.',
  },
  {
    id: 'split',
    term: 'Split',
    definition:
      'A domain on which agencies lie far apart: two levels or more where fewer than five gave one, else an agreement below 0.6. It is discussed first. Once a level is agreed it reads “was split”.',
  },
  {
    id: 'statement',
    term: 'Statement',
    definition:
      'One sentence of a level that can be checked by itself: met, partly, not met, or don’t know.',
  },
  {
    id: 'suggested-level',
    term: 'Suggested level',
    definition:
      'The highest level whose required statements are all met, together with those of the levels below. The agency decides, and says why where it chooses another.',
  },
  {
    id: 'element',
    term: 'Support element',
    definition:
      'One of six kinds of help, E1 to E6, that a strategy for ages 0 to 5 asks of every Place. Its colour follows from the service map by written rules.',
  },
] as const satisfies readonly Term[];
