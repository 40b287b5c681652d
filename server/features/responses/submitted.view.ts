/** After submitting: what was said, what happens now, and what is left to do. */
import { levelItems } from '../../domain/instrument/items.ts';
import { responseWords } from '../../domain/instrument/short-words.ts';
import { allows } from '../../domain/round/response.ts';
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import type { Definition } from '../../domain/instrument/definition.ts';
import type { Definitions } from '../../db/definitions.queries.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import { counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { formatDateTime } from '../../web/time.ts';
import { who } from '../../web/whose.ts';
import type { Content } from './content.queries.ts';
import type { Opened } from './opened.ts';
import { toHeader, type HeaderView } from './response.words.ts';
import { chosenWord } from './summary.view.ts';

interface SaidView {
  readonly title: string;
  readonly word: string;
  readonly steps: Steps;
}
export interface SubmittedView {
  readonly header: HeaderView;
  readonly heading: string;
  readonly lede: string;
  readonly saidTitle: string;
  readonly said: readonly SaidView[];
  /** "6 services"; '' where the instrument has none */
  readonly entered: string;
  /** what happens now, and what can be done */
  readonly after: readonly string[];
  /** where one came from */
  readonly back: { readonly text: string; readonly href: string };
  readonly readHref: string;
  /** all answers as a file */
  readonly copyHref: string;
  /** the next response that is not submitted; null where all are */
  readonly next: { readonly text: string; readonly href: string } | null;
}
export const submittedPage = template<SubmittedView>('responses/submitted');

export interface SubmittedFacts {
  readonly opened: Opened;
  readonly content: Content;
  readonly next: { readonly text: string; readonly href: string } | null;
}

export function toSubmittedView({ opened, content, next }: SubmittedFacts): SubmittedView {
  const { response, definition } = opened;
  const { submittedAt, submittedBy } = response;
  const when = submittedAt ? ` on ${formatDateTime(submittedAt)}` : '';
  return {
    header: toHeader(opened),
    heading: `Submitted: ${responseWords(definition, response)}`,
    lede: `${submittedBy ?? 'Somebody'} submitted it for ${response.agencyName}${when}.`,
    said: levelItems(definition).map((item) => {
      const answer = content.answers.get(item.id)?.value as LevelAnswer | undefined;
      return {
        title: item.text,
        word: chosenWord(definition, answer) || 'Not answered',
        steps: toSteps(answer?.level ?? null),
      };
    }),
    ...(opened.keying ? keyedIn(response) : answered),
    saidTitle: `What ${who(opened)} said`,
    entered: enteredWords(definition, content),
    readHref: paths.check(response.id),
    copyHref: paths.answersPdf(response.id),
    next,
  };
}

type After = Pick<SubmittedView, 'after' | 'back'>;

const answered: After = {
  after: [
    'The reviewers read it once the round is in review. Until then nobody outside your agency needs to do anything.',
    'The answers can’t be changed now. If something is wrong, ask the coordinator to return them.',
    'When the results are published, they are on your start page.',
  ],
  back: { text: 'Go to your work', href: paths.home() },
};

function keyedIn({ agencyName, agencySlug, roundSlug }: ResponseInRound): After {
  return {
    after: [
      'The reviewers read it once the round is in review. They see that it came on paper and who keyed it in.',
      `The answers can’t be changed now. If something is wrong, return them, then key it in again. Nobody at ${agencyName} is e-mailed.`,
      `${agencyName} has no account to see it with: send them the copy below.`,
    ],
    back: {
      text: `Back to the progress of ${agencyName}`,
      href: paths.agencyProgress(roundSlug, agencySlug),
    },
  };
}

/** "2 services; “No service” said for 1" */
function enteredWords(definition: Definition, { entries, noService }: Content): string {
  const item = definition.sections
    .flatMap(({ items }) => items)
    .find(({ type }) => type === 'entries');
  if (item?.type !== 'entries') return '';
  const count = counted(entries.length, item.noun.one, item.noun.many);
  return noService.length === 0
    ? count
    : `${count}; “${item.absence.label}” said for ${noService.length}`;
}

/** The first response after this one that still has to be submitted. */
export async function nextToDo(
  own: readonly ResponseInRound[],
  current: ResponseInRound,
  definitions: Definitions,
): Promise<SubmittedFacts['next']> {
  const next = own.find(
    ({ id, agencyId, status, roundStatus }) =>
      id !== current.id && agencyId === current.agencyId && allows('write', status, roundStatus),
  );
  if (!next) return null;
  const definition = await definitions(next.versionId);
  return { text: responseWords(definition, next), href: paths.response(next.id) };
}
