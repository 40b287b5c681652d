/** The page of a factual check: how it stands, the draft in short, a form for a comment, what was said and answered. */
import { roundAllows } from '../../domain/round/workflow.ts';
import { isPublished } from '../../domain/round/round.ts';
import type { Select, TextArea } from '../../web/components.ts';
import { counted } from '../../web/english.ts';
import type { ErrorSummary } from '../../web/error-summary.ts';
import type { Form } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { formatDateTime } from '../../web/time.ts';
import type { CheckFacts } from './check.load.ts';
import { commentNames, topicValue } from './comment.form.ts';
import { toComment, type CommentView } from './comment.view.ts';
import { draftDomains, draftElements, type DraftRow } from './draft.view.ts';

export interface CheckView {
  readonly errors: ErrorSummary | null;
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** what was just saved; '' else */
  readonly saved: string;
  readonly csrf: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly domains: readonly DraftRow[];
  readonly elements: readonly DraftRow[];
  /** null for those who can't comment, or not now */
  readonly form: CommentFormView | null;
  readonly commentsHeading: string;
  /** '' where there are comments */
  readonly none: string;
  readonly comments: readonly CommentView[];
}
interface CommentFormView {
  readonly action: string;
  readonly about: Select;
  /** null for who speaks for one agency */
  readonly agency: Select | null;
  readonly text: TextArea;
}
export const checkPage = template<CheckView>('factual-check/check');

/** What was sent and not taken. */
export interface Rejected {
  /** of the comment that it is about; '' for a new one */
  readonly id: string;
  readonly field: string;
  readonly fault: string;
  readonly status: 409 | 422;
  readonly form: Form;
}
interface Shown {
  readonly csrf: string;
  readonly now: Date;
  readonly saved: string;
  readonly rejected: Rejected | undefined;
}

export function toCheckView(facts: CheckFacts, shown: Shown): CheckView {
  const { round, place, comments } = facts;
  const rejected = shown.rejected && settle(facts, shown.rejected);
  return {
    errors: rejected ? toErrors(rejected) : null,
    caption: `${place.name}, ${round.name}`,
    heading: `Factual check of ${place.name}`,
    lede: ledeOf(facts, shown.now),
    saved: savedWords(shown),
    csrf: shown.csrf,
    links: linksOf(facts),
    ...toDraft(facts),
    form: facts.mayComment ? toForm(facts, rejected?.id === '' ? rejected : undefined) : null,
    commentsHeading: headingOf(facts),
    none: comments.length > 0 ? '' : 'No comments.',
    comments: comments.map((comment) =>
      toComment(comment, facts, rejected?.id === comment.id ? rejected : undefined),
    ),
  };
}

function toDraft({ grid, map, place }: CheckFacts): Pick<CheckView, 'domains' | 'elements'> {
  return {
    domains: grid ? draftDomains(grid, place) : [],
    elements: map ? draftElements(map, place) : [],
  };
}

/** Words for a comment that was answered meanwhile stand in the form for a new one. */
function settle({ comments, own }: CheckFacts, rejected: Rejected): Rejected {
  const about = comments.find(({ id }) => id === rejected.id);
  const isOwn = about !== undefined && own.some(({ id }) => id === about.agencyId);
  const lost = isOwn && about.reply !== null && rejected.fault.startsWith('It was answered');
  return lost ? { ...rejected, id: '' } : rejected;
}

function toErrors({ id, field, fault }: Rejected): ErrorSummary {
  const target = id === '' ? field : `${field}-${id}`;
  return { title: 'Nothing was saved', links: [{ text: fault, href: `#${target}` }] };
}

function savedWords({ saved }: Shown): string {
  if (saved === 'comment') return 'Your comment is saved. The reviewers read it.';
  return saved === 'answer' ? 'Your answer is saved, and whoever commented is e-mailed.' : '';
}

function ledeOf({ round, endsAt, mayComment }: CheckFacts, now: Date): string {
  if (isPublished(round.status)) {
    return 'The factual check is over: the results are published. What was said stays here.';
  }
  if (!roundAllows('comment', round.status)) {
    return 'The factual check has not begun. The reviewers are at work; the agencies asked here are e-mailed when there is a draft to check.';
  }
  const until = untilWords(endsAt, now);
  return mayComment
    ? `Read the draft, and say what is wrong or missing. ${until} Your agency, the reviewers and the coordinator see what you write, nobody else.`
    : `The agencies asked here read the draft and comment on it. ${until}`;
}

function untilWords(endsAt: Date | null, now: Date): string {
  if (endsAt && endsAt > now) return `Until ${formatDateTime(endsAt)}.`;
  const past = endsAt ? `It was to end on ${formatDateTime(endsAt)}; comments` : 'Comments';
  return `${past} are taken until the results are published.`;
}

function linksOf({ round, place, grid, map }: CheckFacts): CheckView['links'] {
  const [slug, where] = [round.slug, place.slug];
  const report = { text: 'The results in full', href: paths.placeReport(slug, where) };
  if (isPublished(round.status)) return [report];
  if (place.names) return [{ text: `Review of ${place.name}`, href: paths.review(slug, where) }];
  if (!grid && !map) return [];
  return [
    { ...report, text: 'The draft in full' },
    { text: 'The draft as a PDF', href: paths.placePdf(slug, where) },
  ];
}

function headingOf({ comments, place }: CheckFacts): string {
  const open = comments.filter(({ reply }) => reply === null).length;
  if (!place.names) return 'What your agency said';
  return open > 0 ? `${counted(open, 'comment', 'comments')} to answer` : 'What the agencies said';
}

function toForm({ round, place, topics, own }: CheckFacts, rejected?: Rejected): CommentFormView {
  const typed = (name: string): string => rejected?.form.text(name) ?? '';
  const errorOf = (name: string): string => (rejected?.field === name ? rejected.fault : '');
  const { about, agency, text } = commentNames;
  return {
    action: paths.factualCheck(round.slug, place.slug),
    about: {
      id: about,
      name: about,
      label: 'What is it about?',
      error: errorOf(about),
      items: topics.map((topic) => ({
        value: topicValue(topic),
        text: topic.text,
        chosen: topicValue(topic) === typed(about),
      })),
    },
    agency:
      own.length > 1
        ? {
            id: agency,
            name: agency,
            label: 'For which agency?',
            error: errorOf(agency),
            items: own.map(({ slug, name }) => ({
              value: slug,
              text: name,
              chosen: slug === typed(agency),
            })),
          }
        : null,
    text: {
      id: text,
      name: text,
      label: 'Your comment',
      hint: 'What is wrong, and what is right instead. Nothing by which a family could be known.',
      value: typed(text),
      error: errorOf(text),
    },
  };
}
