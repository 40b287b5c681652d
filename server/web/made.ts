/** What only a file needs to know of a report: when it was made, where to read it online, what it is called. */
import { formatDate, formatTime } from './time.ts';

/** When this file was made, and where the same is to be read online. */
export interface Made {
  readonly at: Date;
  /** "18 March 2026, 14:02" */
  readonly text: string;
  readonly address: string;
}

/** @param address of the report's page */
export function madeAt(at: Date, address: string): Made {
  return { at, text: `${formatDate(at)}, ${formatTime(at)}`, address };
}

/** longer names are refused by some file systems */
const LONGEST_NAME = 100;

/** "Ferrow Vale, Spring 2026, full report, draft.pdf" @param kind which of several papers it is; '' for the only one */
export function fileName(
  about: string,
  { round, draft }: { readonly round: string; readonly draft: boolean },
  kind = '',
): string {
  const name = Array.from(about).slice(0, LONGEST_NAME).join('');
  return `${[name, round, kind, draft ? 'draft' : ''].filter(Boolean).join(', ')}.pdf`;
}
