/** What the marks of a report mean: its key, in which the field's words explain themselves. */
import type { Rag } from '../../domain/scoring/score.ts';
import { ownTerm, type OwnTermId } from '../../domain/glossary/glossary.ts';
import { wordInKey, type TermView } from '../../web/term.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import type { FlagView } from '../../web/domain-words.ts';
import { toRag, type RagView } from './words.ts';

export interface KeyColour extends RagView {
  /** its word, explained */
  readonly term: TermView;
}

/** What the colours and marks of the matrix mean. */
export interface MatrixKey {
  readonly colours: readonly KeyColour[];
  /** the glyph of level 2; empty where no levels are shown */
  readonly steps: readonly Steps[];
  /** what the flag of an action means; '' where no cell has one */
  readonly action: string;
  /** words that the tables use */
  readonly words: readonly TermView[];
}

/** What the dots of a Place's page mean. */
export interface DotsKey {
  readonly agreed: TermView;
  readonly median: TermView;
  readonly split: TermView;
  /** words that the table uses */
  readonly words: readonly TermView[];
}

const colourTerms: Readonly<Record<Rag, OwnTermId>> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  purple: 'in-development',
  white: 'unknown',
  discuss: 'to-discuss',
};

interface Flagged {
  readonly flags: readonly FlagView[];
}
interface Asks {
  readonly grid: boolean;
  readonly map: boolean;
  /** whose flags the tables show */
  readonly cells: readonly Flagged[];
  /** some cell has the flag of an action */
  readonly actions: boolean;
  /** several Places are compared */
  readonly gap: boolean;
}

/** The colours that a grid, a map or both can have, and the words beside them. */
export function matrixKey({ grid, map, cells, actions, gap }: Asks): MatrixKey {
  const codes = [
    ...(['green', 'amber', 'red'] as const),
    ...(map ? (['purple'] as const) : []),
    'white' as const,
    ...(grid ? (['discuss'] as const) : []),
  ];
  return {
    colours: codes.map(toColour),
    steps: grid ? [toSteps(2)] : [],
    action: actions ? 'an action is funded or under way; the colour stays as it is' : '',
    words: [...(grid && gap ? [wordInKey(ownTerm('equity-gap'))] : []), ...flagWords(cells)],
  };
}

function toColour(code: Rag): KeyColour {
  const rag = toRag(code);
  return { ...rag, term: wordInKey(ownTerm(colourTerms[code]), rag.word) };
}

export function dotsKey(domains: readonly Flagged[]): DotsKey {
  return {
    agreed: wordInKey(ownTerm('agreed-level'), 'agreed level'),
    median: wordInKey(ownTerm('median'), 'median'),
    split: wordInKey(ownTerm('split'), 'split: how far apart'),
    words: [wordInKey(ownTerm('agreement')), ...flagWords(domains)],
  };
}

/** The quiet flags, each where some cell has it. */
function flagWords(cells: readonly Flagged[]): TermView[] {
  const has = (code: FlagView['code']): boolean =>
    cells.some(({ flags }) => flags.some((flag) => flag.code === code));
  return [
    ...(has('response') ? [wordInKey(ownTerm('few-answers'))] : []),
    ...(has('evidence') ? [wordInKey(ownTerm('no-evidence'))] : []),
  ];
}
