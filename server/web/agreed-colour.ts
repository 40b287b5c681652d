/** The colour that reviewers agreed of a support element, in words, never without the derived one (Design 5). */
import type { AgreedColour } from '../domain/review/agreement.ts';
import { toRag } from './glyphs/rag.ts';

export interface AgreedColourWords {
  /** "Agreed: Green (derived: Amber)", "Agreed: Amber, as derived" */
  readonly text: string;
  /** where the colour's word stands before it: "Agreed (derived: Amber)", "Agreed, as derived" */
  readonly brief: string;
}

/** @param agreed null: it was agreed that the derived colour stands */
export function agreedColourWords(
  derived: AgreedColour,
  agreed: AgreedColour | null,
): AgreedColourWords {
  const stands = agreed ?? derived;
  const beside = stands === derived ? ', as derived' : ` (derived: ${toRag(derived).word})`;
  return { text: `Agreed: ${toRag(stands).word}${beside}`, brief: `Agreed${beside}` };
}
