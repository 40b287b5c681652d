/** One comment on a draft: what it says, what was answered, and the form to change either. */
import { paths } from '../../web/paths.ts';
import type { TextArea } from '../../web/components.ts';
import { formatDate } from '../../web/time.ts';
import type { CheckFacts } from './check.load.ts';
import type { Rejected } from './check.view.ts';
import { topicValue, wordsNames } from './comment.form.ts';
import type { Comment } from './comments.queries.ts';

interface WordsForm {
  readonly action: string;
  /** of a form that is folded away: what opens it; '' for one that stands open */
  readonly summary: string;
  readonly open: boolean;
  readonly spoken: string;
  readonly text: TextArea;
  readonly revision: number;
  readonly button: string;
}
export interface CommentView {
  readonly id: string;
  /** "Workforce development" */
  readonly about: string;
  /** where the reviewers agree it; '' for those who do not read that */
  readonly href: string;
  readonly text: string;
  /** "Kingfisher, 4 March 2026" */
  readonly by: string;
  /** "Not answered yet"; '' where it is */
  readonly waiting: string;
  readonly reply: string;
  readonly replyBy: string;
  /** to change the comment, or to answer it; null where neither can be done */
  readonly form: WordsForm | null;
}

/** `factual-check/words` */
export interface WordsPart {
  readonly form: WordsForm;
  readonly csrf: string;
}

export function toComment(comment: Comment, facts: CheckFacts, rejected?: Rejected): CommentView {
  const { reply, writtenAt, writtenBy } = comment;
  const topic = facts.topics.find((one) => topicValue(one) === topicValue(comment));
  const about = topic?.text ?? '';
  return {
    id: `comment-${comment.id}`,
    about,
    href: hrefOf(comment, facts),
    text: comment.text,
    by: `${facts.place.names ? comment.agency : writtenBy}, ${formatDate(writtenAt)}`,
    waiting: reply === null ? 'Not answered yet' : '',
    reply: reply ?? '',
    replyBy: replyBy(comment, facts),
    form: formOf(comment, facts, { about, rejected }),
  };
}

/** Agencies read no reviewer's name. */
function replyBy({ repliedAt, repliedBy }: Comment, { place }: CheckFacts): string {
  if (!repliedAt) return '';
  const who = place.names ? (repliedBy ?? '') : 'The reviewers';
  return `${who}, ${formatDate(repliedAt)}`;
}

function hrefOf({ subject, itemId }: Comment, { round, place }: CheckFacts): string {
  return place.names && subject === 'domain' && itemId !== null
    ? paths.reviewDomain(round.slug, place.slug, itemId)
    : '';
}

interface Asked {
  readonly about: string;
  readonly rejected: Rejected | undefined;
}

function formOf(comment: Comment, facts: CheckFacts, asked: Asked): WordsForm | null {
  if (facts.mayAnswer) return answerForm(comment, facts, asked);
  const isOwn = facts.own.some(({ id }) => id === comment.agencyId);
  return facts.mayComment && isOwn && comment.reply === null
    ? changeForm(comment, facts, asked)
    : null;
}

function answerForm(comment: Comment, { round, place }: CheckFacts, asked: Asked): WordsForm {
  const { id, reply } = comment;
  return {
    action: paths.checkAnswer(round.slug, place.slug, id),
    summary: reply === null ? '' : 'Change the answer',
    button: 'Save the answer',
    ...wordsOf(comment, asked, { label: 'Your answer', stored: reply ?? '' }),
  };
}

function changeForm(comment: Comment, { round, place }: CheckFacts, asked: Asked): WordsForm {
  return {
    action: paths.checkComment(round.slug, place.slug, comment.id),
    summary: 'Change it',
    button: 'Save the comment',
    ...wordsOf(comment, asked, { label: 'Your comment', stored: comment.text }),
  };
}

function wordsOf(
  { id, agency, revision }: Comment,
  { about, rejected }: Asked,
  { label, stored }: { readonly label: string; readonly stored: string },
) {
  return {
    open: rejected !== undefined,
    spoken: `: ${about}, ${agency}`,
    revision,
    text: {
      id: `text-${id}`,
      name: wordsNames.text,
      label: `${label}: ${about}`,
      value: rejected?.form.text(wordsNames.text) ?? stored,
      error: rejected?.fault ?? '',
      rows: 3,
    },
  };
}
