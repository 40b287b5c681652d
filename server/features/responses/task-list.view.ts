/** The list of a response's sections, with how far each has come and the way to submitting. */
import type { ScopeSentence } from '../../domain/instrument/scope-sentence.ts';
import { instrumentWords } from '../../domain/instrument/short-words.ts';
import type { Task } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import { provenanceWords } from '../../domain/round/response.ts';
import { formatDateTime } from '../../web/time.ts';
import type { CopyOffer } from './copy.view.ts';
import type { Opened } from './opened.ts';
import { frozenWords, returnWords, toHeader } from './response.words.ts';
import { statusWords } from './section-nav.view.ts';
import type { SectionProgress, Progress } from './state.ts';

export interface TaskListView {
  readonly caption: string;
  readonly scope: ScopeSentence;
  readonly heading: string;
  readonly lede: string;
  /** why it was returned; '' where it was not */
  readonly returned: string;
  readonly tasks: readonly Task[];
  readonly checkHref: string;
  readonly checkText: string;
  /** of the blank paper form */
  readonly formHref: string;
  /** '' where the person may not give it back */
  readonly returnHref: string;
  /** null where there is nothing to copy from, or something was answered already */
  readonly copy: CopyOffer | null;
  /** what has just been done; '' mostly */
  readonly done: string;
  readonly csrf: string;
}
export const taskListPage = template<TaskListView>('responses/task-list');

export interface TaskListFacts {
  readonly opened: Opened;
  readonly progress: Progress;
  /** in sections with entries */
  readonly entryCount: number;
  readonly copy: CopyOffer | null;
  /** the answers of another Place have just been copied */
  readonly copied: boolean;
  readonly csrf: string;
}

export function toTaskListView(facts: TaskListFacts): TaskListView {
  const { opened, progress, copy, csrf } = facts;
  const { response, definition, writable } = opened;
  const about = response.placeName === null ? '' : ` for ${response.placeName}`;
  return {
    caption: captionOf(response),
    scope: toHeader(opened).scope,
    heading: `${instrumentWords(definition)}${about}`,
    lede: writable ? ledeOf(progress, response.closesAt) : frozenWords(opened),
    returned: returnWords(response),
    tasks: progress.sections.map((one) => toTask(one, response.id, facts.entryCount)),
    checkHref: paths.check(response.id),
    checkText: writable ? 'Check your answers' : 'Read all answers on one page',
    formHref: paths.instrumentForm(definition.id, definition.version),
    returnHref: opened.returnable ? paths.returnResponse(response.id) : '',
    copy,
    done: facts.copied ? `Copied. Now go through each part and make it true${about}.` : '',
    csrf,
  };
}

function captionOf(response: ResponseInRound): string {
  const parts = [response.roundName, response.agencyName, provenanceWords(response)];
  return parts.filter(Boolean).join(' · ');
}

function ledeOf({ sections, done, missing }: Progress, closesAt: Date | null): string {
  const closes = closesAt ? ` The round closes on ${formatDateTime(closesAt)}.` : '';
  if (missing.length === 0) return `Nothing is missing. Check your answers and submit.${closes}`;
  const things = missing.length === 1 ? '1 thing is' : `${missing.length} things are`;
  if (sections.length === 1) return `${things} missing before it can be submitted.${closes}`;
  return `${done} of ${sections.length} parts are done.${closes}`;
}

function toTask(
  { section, status, missing }: SectionProgress,
  responseId: string,
  entryCount: number,
): Task {
  const entries = section.items.find((item) => item.type === 'entries');
  const entered =
    entries?.type === 'entries'
      ? `${entryCount} ${entryCount === 1 ? entries.noun.one : entries.noun.many} entered`
      : '';
  const lacking = status === 'started' ? lackWords(missing) : '';
  return {
    id: section.id,
    text: section.title,
    href: entries ? paths.entries(responseId) : paths.section(responseId, section.id),
    hint: [entered, lacking].filter((part) => part !== '').join('; '),
    status: statusWords[status],
    todo: status === 'not-started',
  };
}

/** The first thing that is missing, and how many more. */
function lackWords(missing: SectionProgress['missing']): string {
  const [first, ...rest] = missing;
  if (!first) return '';
  return rest.length === 0 ? first.text : `${first.text}, and ${rest.length} more`;
}
