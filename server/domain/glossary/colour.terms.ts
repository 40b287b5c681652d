/** What the colours mean, each by its word: this platform's own (Design 4.6, 5). */
import type { Term } from '../instrument/definition.ts';

export const colourTerms = [
  {
    id: 'amber',
    term: 'Amber',
    definition:
      'A domain at Early growth or Good progress, unless the round set other levels. An element: there is a service, and none that meets every condition for green.',
  },
  {
    id: 'green',
    term: 'Green',
    definition:
      'A domain at Well-established, unless the round set other levels. An element: a running service meets every condition.',
  },
  {
    id: 'in-development',
    term: 'In development',
    definition: 'An element: nothing that counts runs yet, and something is being built.',
  },
  {
    id: 'ours',
    term: 'Ours',
    definition:
      'Marks a condition that this platform adds to those of the strategy that the support elements come from.',
  },
  {
    id: 'rag',
    term: 'RAG',
    definition:
      'Red, amber, green. Every colour stands with its word and a pattern, so that it can be read in greyscale and aloud.',
  },
  {
    id: 'red',
    term: 'Red',
    definition:
      'A domain at Not yet or Foundations, unless the round set other levels. An element: every agency that could provide it has answered, and none does.',
  },
  {
    id: 'to-discuss',
    term: 'To discuss',
    definition:
      'A domain that is split and not yet agreed. It has no colour until the reviewers settle it.',
  },
  {
    id: 'unknown',
    term: 'Unknown',
    definition:
      'A domain for which nobody gave a level. An element that the answers so far do not settle. Unknown never means no.',
  },
] as const satisfies readonly Term[];
