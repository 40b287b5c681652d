/** The page with an agency's questions: what is asked of each service and why, and what was answered already. */
import { isPublished, roundStatusWords } from '../../../domain/round/round.ts';
import { andList, inWords } from '../../../web/english.ts';
import { toErrorSummary, type ErrorSummary } from '../../../web/error-summary.ts';
import type { FieldFault } from '../../../web/fields/field.ts';
import type { Form } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';
import { captionOf, momentWords } from '../words.ts';
import { toServiceForms, type ServiceForm } from './answer-fields.view.ts';
import { wordsOf, type UnsavedView } from './answer-unsaved.view.ts';
import { answerIn, type Question } from './question.ts';

export interface AnswersView {
  readonly errors: ErrorSummary | null;
  readonly unsaved: UnsavedView | null;
  /** '' where nothing was just saved */
  readonly done: string;
  readonly caption: string;
  readonly heading: string;
  /** '' where what could not be saved says it */
  readonly lede: string;
  /** what answering does; '' where there is nothing to answer */
  readonly what: string;
  readonly action: string;
  readonly csrf: string;
  /** none where nothing can be answered */
  readonly services: readonly ServiceForm[];
  readonly answered: readonly AnsweredRow[];
  readonly listHref: string;
  readonly listTitle: string;
}
interface AnsweredRow {
  readonly service: string;
  readonly question: string;
  readonly answer: string;
  readonly by: string;
}
export const answersPage = template<AnswersView>('services/answers');

export interface AnswersInput {
  readonly map: OpenMap;
  readonly questions: readonly Question[];
  /** of the map: what an answer could settle follows from all of them */
  readonly entries: readonly StoredEntry[];
  /** names of the Places that the map speaks for and that change no more */
  readonly signedOff: readonly string[];
  readonly form: Form;
  readonly faults: readonly FieldFault[];
  readonly unsaved: UnsavedView | null;
  readonly isSaved: boolean;
  readonly csrf: string;
  readonly now: Date;
}

export function toAnswersView(input: AnswersInput): AnswersView {
  const { map, faults, unsaved } = input;
  const services = canAnswer(input) ? toServiceForms(input) : [];
  const answered = toAnswered(input);
  return {
    errors: faults.length > 0 ? toErrorSummary(faults) : null,
    unsaved,
    done: doneWords(input, answered),
    caption: captionOf(map),
    heading: `Questions about ${map.keying ? 'its' : 'your'} ${map.item.noun.many}`,
    lede: unsaved && services.length === 0 ? '' : ledeOf(input, services),
    what: services.length === 0 ? '' : whatWords,
    action: paths.answerQuestions(map.response.id),
    csrf: input.csrf,
    services,
    answered,
    listHref: paths.entries(map.response.id),
    listTitle: map.section.title,
  };
}

const canAnswer = ({ map, signedOff }: AnswersInput): boolean =>
  map.answerable && signedOff.length === 0;

const doneWords = ({ isSaved }: AnswersInput, answered: readonly AnsweredRow[]): string =>
  isSaved && answered.length > 0 ? 'Saved. The results have it now.' : '';

const whatWords =
  'What you answer fills what was left open. The map stays submitted and counts as before, and nothing else in it changes. Leave out what you want to ask colleagues about; “Not known” is an answer, too.';

/** Why nothing can be answered; else how much is asked, and by whom. */
function ledeOf(
  { map, questions, signedOff }: AnswersInput,
  services: readonly ServiceForm[],
): string {
  const open = questions.filter((question) => question.open);
  if (!map.answerable) return closedWords(map);
  if (open.length === 0) return 'No question is open.';
  if (services.length === 0) {
    const [are, them] = signedOff.length === 1 ? ['is', 'it'] : ['are', 'them'];
    return `${andList(signedOff)} ${are} signed off, so nothing that concerns ${them} changes. The coordinator can tell you more.`;
  }
  const people = [...new Set(open.map(({ asked }) => asked.askedBy))];
  const count = `${inWords(open.length)} ${open.length === 1 ? 'question' : 'questions'}`;
  return `${andList(people)} ${people.length === 1 ? 'asks' : 'ask'} ${count}.`;
}

export function closedWords({ response }: OpenMap): string {
  const { status, roundStatus, roundName } = response;
  if (status === 'returned') {
    return 'The map was returned: answer in the form of each service, then an agency lead submits it again.';
  }
  if (isPublished(roundStatus)) {
    return `${roundName} is ${roundStatusWords[roundStatus].toLowerCase()}: its answers stand.`;
  }
  return 'This map takes no answers to questions now.';
}

function toAnswered({ map, questions, now }: AnswersInput): AnsweredRow[] {
  return questions
    .filter(({ open, entry }) => !open && entry.removedAt === null)
    .map(({ asked: { answeredBy, answeredAt }, entry, item }) => ({
      service: entry.name,
      question: item.text,
      answer: wordsOf(map, item, answerIn(entry, item.id)),
      by:
        answeredBy !== null && answeredAt
          ? `${answeredBy}, ${momentWords(answeredAt, now)}`
          : `${entry.updatedBy}, in the form of the service`,
    }));
}
