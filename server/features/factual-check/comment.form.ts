/** Reads the forms of a factual check: a comment, a changed one, an answer. */
import { readNote } from '../../domain/set-up/text.ts';
import { refuseOthers, type Form } from '../../web/form.ts';
import type { CheckFacts, Topic } from './check.load.ts';
import type { Agency } from './comments.queries.ts';

export const commentNames = { about: 'about', agency: 'agency', text: 'text' } as const;
export const wordsNames = { text: 'text', revision: 'revision' } as const;

/** The value of a topic in the list: "domain:workforce-development". */
export const topicValue = ({ subject, itemId }: Pick<Topic, 'subject' | 'itemId'>): string =>
  itemId === null ? subject : `${subject}:${itemId}`;

interface Words {
  readonly text: string;
  /** '' where nothing is wrong */
  readonly fault: string;
}
interface CommentForm extends Words {
  readonly topic: Topic | undefined;
  readonly agency: Agency | undefined;
}

/** A topic or an agency that the page does not offer is undefined. */
export function readComment(form: Form, { topics, own }: CheckFacts): CommentForm {
  refuseOthers(form, Object.values(commentNames));
  const slug = form.text(commentNames.agency);
  const about = form.text(commentNames.about);
  return {
    topic: topics.find((topic) => topicValue(topic) === about),
    agency: own.length === 1 ? own[0] : own.find((agency) => agency.slug === slug),
    ...readWords(form, 'Write your comment', 'Your comment'),
  };
}

/** A changed comment, or an answer, and the revision that it is based on. */
export function readRevised(
  form: Form,
  what: 'comment' | 'answer',
): Words & { readonly basedOn: number } {
  refuseOthers(form, Object.values(wordsNames));
  const revision = form.text(wordsNames.revision);
  return {
    ...readWords(form, `Write your ${what}`, `Your ${what}`),
    basedOn: /^\d{1,9}$/.test(revision) ? Number(revision) : -1,
  };
}

function readWords(form: Form, missing: string, noun: string): Words {
  const { value, fault } = readNote(form.text('text'));
  if (value === '') return { text: value, fault: missing };
  return { text: value, fault: fault.replace('The note', noun) };
}
