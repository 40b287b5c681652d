/** The list of a response's sections, with how far each has come and the way to submitting. */
import type { ScopeSentence } from '../../domain/instrument/scope-sentence.ts';
import { instrumentWords } from '../../domain/instrument/short-words.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import { provenanceWords } from '../../domain/round/response.ts';
import { formatDateTime } from '../../web/time.ts';
import type { CarryNote } from './carry/carry-note.ts';
import type { CopyOffer } from './copy.view.ts';
import type { Opened } from './opened.ts';
import { toPart, type PartRow } from './part-row.view.ts';
import { frozenWords, toHeader } from './response.words.ts';
import { returnWords } from '../../web/return-words.ts';
import { whose } from '../../web/whose.ts';
import type { SectionWork } from './section-work.queries.ts';
import type { LastChange } from './section-work.queries.ts';
import type { Content } from './content.queries.ts';
import type { Progress } from './state.ts';

export interface TaskListView {
  readonly caption: string;
  readonly scope: ScopeSentence;
  readonly heading: string;
  readonly lede: string;
  /** why it was returned; '' where it was not */
  readonly returned: string;
  readonly parts: readonly PartRow[];
  /** where parts are given to colleagues; '' where the person may not */
  readonly partsHref: string;
  readonly checkHref: string;
  readonly checkText: string;
  /** of the blank paper form */
  readonly formHref: string;
  /** '' where the person may not give it back */
  readonly returnHref: string;
  /** null where there is nothing to copy from, or something was answered already */
  readonly copy: CopyOffer | null;
  /** of last round's answers; null where there are none to start from */
  readonly carry: CarryNote | null;
  /** what has just been done; '' mostly */
  readonly done: string;
  readonly csrf: string;
}
export const taskListPage = template<TaskListView>('responses/task-list');

export interface TaskListFacts {
  readonly opened: Opened;
  readonly progress: Progress;
  readonly content: Content;
  /** who does what; none for those who do not answer for the agency */
  readonly works: readonly SectionWork[];
  /** the last of the entries, if there are any */
  readonly entriesChange: LastChange | undefined;
  readonly personId: string;
  readonly now: Date;
  readonly copy: CopyOffer | null;
  /** what has just been done */
  readonly did: 'copied' | 'given' | null;
  readonly carry: CarryNote | null;
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
    lede: writable ? ledeOf(opened, progress) : frozenWords(opened),
    returned: returnWords(response),
    parts: progress.sections.map((one) => toPart(one, facts)),
    partsHref: writable && !opened.keying ? paths.parts(response.id) : '',
    checkHref: paths.check(response.id),
    checkText: writable ? `Check ${whose(opened)} answers` : 'Read all answers on one page',
    formHref: paths.instrumentForm(definition.id, definition.version),
    returnHref: opened.returnable ? paths.returnResponse(response.id) : '',
    copy,
    done: doneWords(facts.did, about),
    carry: facts.carry,
    csrf,
  };
}

function captionOf(response: ResponseInRound): string {
  const parts = [response.roundName, response.agencyName, provenanceWords(response)];
  return parts.filter(Boolean).join(' · ');
}

function ledeOf(opened: Opened, { sections, done, missing }: Progress): string {
  const { closesAt } = opened.response;
  const closes = closesAt ? ` The round closes on ${formatDateTime(closesAt)}.` : '';
  if (missing.length === 0) {
    return `Nothing is missing. Check ${whose(opened)} answers and submit.${closes}`;
  }
  const things = missing.length === 1 ? '1 thing is' : `${missing.length} things are`;
  if (sections.length === 1) return `${things} missing before it can be submitted.${closes}`;
  return `Nothing is missing in ${done} of ${sections.length} parts.${closes}`;
}

function doneWords(did: TaskListFacts['did'], about: string): string {
  if (did === 'copied') return `Copied. Now go through each part and make it true${about}.`;
  return did === 'given' ? 'Saved. Whoever was given a part gets one e-mail.' : '';
}
