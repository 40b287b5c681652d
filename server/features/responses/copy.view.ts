/** The offer to begin with the answers that the agency gave for another Place (Design 4). */

export interface CopySource {
  readonly id: string;
  readonly placeName: string;
  /** how many answers would be copied */
  readonly answers: number;
}
interface CopyChoice {
  readonly value: string;
  readonly text: string;
}
export interface CopyOffer {
  readonly action: string;
  /** "Quillby" */
  readonly into: string;
  readonly choices: readonly CopyChoice[];
}

/** Null where there is nothing to copy from. */
export function toCopyOffer(
  sources: readonly CopySource[],
  target: { readonly action: string; readonly into: string },
): CopyOffer | null {
  if (sources.length === 0) return null;
  return {
    ...target,
    choices: sources.map(({ id, placeName, answers }) => ({
      value: id,
      text: `${placeName}, ${answers} ${answers === 1 ? 'answer' : 'answers'}`,
    })),
  };
}

/** The offer as a form. */
export interface CopyFormView extends CopyOffer {
  readonly csrf: string;
}
