/** One response in the list of an agency's work: what it is, how far it has come, what would help now. */
import type { Definition } from '../../domain/instrument/definition.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import type { Task } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import { formatDate } from '../../web/time.ts';
import type { Content } from './content.queries.ts';
import { momentWords, withdrawnWords } from './response.words.ts';
import type { Progress } from './state.ts';

/** A response that can still be worked on, with everything that is known of it. */
export interface Work {
  readonly response: ResponseInRound;
  readonly definition: Definition;
  readonly content: Content;
  readonly progress: Progress;
}

const barWidth = 72;

export function toTask(work: Work, others: readonly Work[], now: Date): Task {
  const { response, definition } = work;
  const [only] = definition.sections;
  return {
    id: response.id,
    text: response.placeName ?? only?.title ?? definition.title,
    href: paths.response(response.id),
    hint: hintOf(work, others, now),
    ...statusOf(work),
  };
}

function statusOf({ response, progress }: Work): Pick<Task, 'status' | 'todo' | 'bar'> {
  const { done, sections, started, missing } = progress;
  const plain = { todo: false };
  if (response.status === 'withdrawn') return { ...plain, status: 'Withdrawn' };
  if (response.status === 'submitted') return { ...plain, status: 'Submitted' };
  if (!started) return { ...plain, status: 'Not started', todo: true };
  if (missing.length === 0) return { ...plain, status: 'Ready to submit' };
  if (sections.length === 1) return { ...plain, status: 'Started' };
  const bar = Math.round((done / sections.length) * barWidth);
  return { todo: false, status: `${done} of ${sections.length}`, bar };
}

function hintOf(work: Work, others: readonly Work[], now: Date): string {
  const { response, progress } = work;
  if (response.status === 'submitted') {
    const who = response.submittedBy === null ? '' : ` by ${response.submittedBy}`;
    return `Submitted${who}${response.submittedAt ? ` on ${formatDate(response.submittedAt)}` : ''}`;
  }
  if (response.status === 'withdrawn') return withdrawnWords(response);
  if (response.status === 'returned') return 'Returned to you: change it and submit again';
  if (!progress.started) return copyHint(response, others);
  const parts = [enteredWords(work), lackWords(progress), changedWords(work, now)];
  const hint = parts.filter((part) => part !== '').join('; ');
  return hint.charAt(0).toUpperCase() + hint.slice(1);
}

function copyHint(response: ResponseInRound, others: readonly Work[]): string {
  if (response.placeId === null) return '';
  const source = others.find(
    (other) =>
      other.progress.started &&
      other.response.id !== response.id &&
      other.response.versionId === response.versionId &&
      other.response.agencyId === response.agencyId,
  );
  const place = source?.response.placeName;
  return place === undefined || place === null
    ? ''
    : `You can copy the answers for ${place} and adapt them`;
}

function enteredWords({ definition, content }: Work): string {
  const item = definition.sections
    .flatMap(({ items }) => items)
    .find(({ type }) => type === 'entries');
  if (item?.type !== 'entries') return '';
  const { length } = content.entries;
  return `${length} ${length === 1 ? item.noun.one : item.noun.many} entered`;
}

function lackWords({ sections, missing }: Progress): string {
  if (sections.length > 1 || missing.length === 0) return '';
  const things = missing.length === 1 ? '1 thing is' : `${missing.length} things are`;
  return `${things} missing before you can submit`;
}

function changedWords({ content }: Work, now: Date): string {
  const [last] = [...content.answers.values()].toSorted(
    (one, other) => other.updatedAt.getTime() - one.updatedAt.getTime(),
  );
  if (!last) return '';
  return `last changed by ${last.updatedBy}, ${momentWords(last.updatedAt, now)}`;
}
