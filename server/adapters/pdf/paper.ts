/** The frame of a paper about a round: running head, state, credit and foot, marked as a draft until publication. */
import { openDocument } from './document.ts';

/** Space for the stamp at the title's right, in pt. */
export const TITLE_WIDTH = 396;

export interface PaperFacts {
  /** what the paper is, for its title and running head: "Ferrow Vale: Place report" */
  readonly about: string;
  readonly subject: string;
  readonly system: string;
  readonly round: string;
  readonly draft: boolean;
  /** of the round, in a word */
  readonly status: string;
  readonly credits: readonly string[];
  readonly made: { readonly at: Date; readonly text: string };
}

export function openPaper(facts: PaperFacts): ReturnType<typeof openDocument> {
  const { about, subject, system, round, status, made } = facts;
  const draft = facts.draft ? ', draft' : '';
  return openDocument({
    title: `${about}, ${round}${draft}`,
    subject,
    author: system,
    createdAt: made.at,
    isDraft: facts.draft,
    furniture: {
      runningHead: `${about}, ${round}`,
      status: facts.draft ? 'DRAFT, not published' : status,
      footer: `${system} · ${round}${draft} · made ${made.text}`,
      credit: creditLine(facts.credits),
    },
  });
}

/** A foot has room for one credit line; all of them stand at the end. */
function creditLine([first = '', ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} Further sources on the last page.` : first;
}
