/** What a message says, before it is dressed as text or HTML: one thing to do and, where there is one, by when. */

export type MailKind =
  | 'sign-in'
  | 'invitation'
  | 'given'
  | 'reminder'
  | 'submitted'
  | 'returned'
  | 'question'
  | 'factual-check'
  | 'comment-answered'
  | 'published'
  | 'edition'
  | 'actions';

/** Made by the functions beside this file. Nobody's answers, comments or reasons go into a message: it leads to them. */
export interface MailContent {
  /** names rounds, instruments and Places: never a person or an agency, since others see it over a shoulder */
  readonly subject: string;
  /** "Hello Siân" */
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly moment?: MailMoment;
  readonly action: MailAction;
  /** why the person gets this message; stands at its end */
  readonly why: string;
}

export interface MailAction {
  /** what happens: "Sign in" */
  readonly label: string;
  /** one of our own paths; the site's origin is put before it when the message is sent */
  readonly path: string;
}

export interface MailMoment {
  /** "Round 3, spring 2026 closes"; date and time follow */
  readonly what: string;
  readonly at: Date;
  /** a calendar file goes with the message; a later message with the same id moves the entry */
  readonly calendar?: { readonly id: string; readonly title: string };
}

export function greet(name: string): string {
  return `Hello ${name}`;
}
