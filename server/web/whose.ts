/** Whose answers a page speaks of: the reader's own, or those of the agency whose paper return is keyed in. */

interface Kept {
  /** the coordinator keys in what the agency sent on paper */
  readonly keying: boolean;
  readonly response: { readonly agencyName: string };
}

/** "your", or "Wendside Maternity’s" */
export function whose({ keying, response: { agencyName } }: Kept): string {
  if (!keying) return 'your';
  return agencyName.endsWith('s') ? `${agencyName}’` : `${agencyName}’s`;
}

/** "you", or "Wendside Maternity" */
export function who({ keying, response }: Kept): string {
  return keying ? response.agencyName : 'you';
}

/** Who reads a history; '' for who keys in a return: they are of no agency. */
export function whoReads({ keying }: Kept): string {
  return keying ? '' : ' Only your agency sees them.';
}
