/** What somebody who answers for an agency would do now: what came back, where they were, what is ready, where to begin. */
import { responseWords } from '../../domain/instrument/short-words.ts';
import { paths } from '../../web/paths.ts';
import { lastOf } from './home-people.view.ts';
import type { Work } from './home-task.view.ts';
import { momentWords } from './response.words.ts';
import { returnWords } from '../../web/return-words.ts';

export interface NextView {
  /** why this is next */
  readonly when: string;
  readonly text: string;
  readonly href: string;
  readonly button: string;
}

export interface NextFacts {
  /** responses of rounds that still take answers */
  readonly works: readonly Work[];
  readonly personId: string;
  /** may the person submit for this agency? */
  readonly maySubmit: (agencyId: string) => boolean;
  readonly now: Date;
}

/** The most urgent first; nothing where all is submitted. */
export function toNext(facts: NextFacts): NextView[] {
  const open = facts.works.filter(
    ({ response }) => response.status !== 'submitted' && response.status !== 'withdrawn',
  );
  const steps = [...returned(open), ...resumed(open, facts), ...ready(open, facts)];
  return steps.length > 0 ? steps : begun(open);
}

function returned(open: readonly Work[]): NextView[] {
  return open
    .filter(({ response }) => response.status === 'returned')
    .map(({ definition, response }) => ({
      when: `${returnWords(response)} Change it and submit again.`,
      text: responseWords(definition, response),
      href: paths.response(response.id),
      button: 'Open it',
    }));
}

function resumed(open: readonly Work[], { personId, now }: NextFacts): NextView[] {
  const last = lastOf(open, personId);
  if (!last) return [];
  const { text, href, at } = last;
  return [
    { when: `Carry on where you were, ${momentWords(at, now)}`, text, href, button: 'Continue' },
  ];
}

/** Complete drafts; what was returned stands above already. */
function ready(open: readonly Work[], { maySubmit }: NextFacts): NextView[] {
  return open
    .filter(({ response, progress }) => {
      const complete = progress.started && progress.missing.length === 0;
      return complete && response.status === 'draft' && maySubmit(response.agencyId);
    })
    .map(({ definition, response }) => ({
      when: 'Complete: check it and submit',
      text: responseWords(definition, response),
      href: paths.check(response.id),
      button: 'Check and submit',
    }));
}

function begun(open: readonly Work[]): NextView[] {
  const [first] = [...open.filter(({ progress }) => !progress.started), ...open];
  if (!first) return [];
  const { definition, response } = first;
  return [
    {
      when: 'Begin here',
      text: responseWords(definition, response),
      href: paths.response(response.id),
      button: 'Begin',
    },
  ];
}
