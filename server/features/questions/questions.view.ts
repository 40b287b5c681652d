/** The page before questions are sent: which, to whom, what they read, what it does; and what was asked already. */
import { isUnknown } from '../../domain/elements/leaf.ts';
import { isStillOpen } from '../../domain/round/ask.ts';
import { roundStatusWords } from '../../domain/round/round.ts';
import { andList, capital, counted, inWords } from '../../web/english.ts';
import type { ErrorSummary } from '../../web/error-summary.ts';
import { paths } from '../../web/paths.ts';
import { recentWords } from '../../web/recent.ts';
import { template } from '../../web/reply.ts';
import { toForm, type QuestionsForm, type Shown } from './form.view.ts';
import {
  askable,
  whyNotAsked,
  type AgencyQuestions,
  type QuestionFacts,
} from './questions.load.ts';
import type { AskedQuestion } from './questions.queries.ts';

export interface QuestionsView {
  readonly errors: ErrorSummary | null;
  /** what was just sent; '' mostly */
  readonly done: string;
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** null where nothing can be sent */
  readonly form: QuestionsForm | null;
  /** agencies that nobody can ask now, with why */
  readonly left: readonly LeftView[];
  readonly asked: readonly AskedView[];
  /** of all elements, where one is asked about; '' else */
  readonly allHref: string;
  readonly placeHref: string;
  readonly place: string;
}
interface LeftView {
  readonly agency: string;
  /** "Family hub: “Who is turned away?”" */
  readonly questions: readonly string[];
  readonly why: string;
}
interface AskedView {
  readonly service: string;
  readonly agency: string;
  readonly question: string;
  /** "today at 14:02, by Ruth Abendroth" */
  readonly when: string;
  /** what came of it */
  readonly since: string;
}
export const questionsPage = template<QuestionsView>('questions/questions');

export function toQuestionsView(facts: QuestionFacts, shown: Shown): QuestionsView {
  const { round, place, element } = facts;
  const agencies = askable(facts);
  return {
    errors: shown.fault === '' ? null : toErrors(shown.fault, agencies.length > 0),
    done: doneWords(facts, shown.sent),
    caption: `Questions, ${round.name} · ${place.name}`,
    heading: 'Ask what would settle it',
    lede: ledeOf(facts, agencies),
    form: toForm(facts, agencies, shown),
    left: facts.open ? leftOf(facts) : [],
    asked: facts.asked.map((one) => toAsked(one, facts, shown.now)),
    allHref: element === '' ? '' : paths.questions(round.slug, place.slug),
    placeHref: `${paths.placeReport(round.slug, place.slug)}#elements`,
    place: place.name,
  };
}

function toErrors(text: string, hasForm: boolean): ErrorSummary {
  return { title: 'Nothing was sent', links: [{ text, href: hasForm ? '#question-1' : '' }] };
}

function doneWords({ asked }: QuestionFacts, key: string): string {
  const sent = asked.filter(({ askingId }) => key !== '' && askingId === key);
  if (sent.length === 0) return '';
  const agencies = new Set(sent.map(({ agencyName }) => agencyName)).size;
  return `${capital(inWords(sent.length))} ${sent.length === 1 ? 'question is' : 'questions are'} on the way, to ${counted(agencies, 'agency', 'agencies')}; their maps stay submitted.`;
}

function ledeOf({ round, place, open, agencies }: QuestionFacts, now: readonly AgencyQuestions[]) {
  if (!open) {
    const state = roundStatusWords[round.status].toLowerCase();
    return `${round.name} is ${state}: its answers stand, and nobody is asked.`;
  }
  if (agencies.length === 0) {
    return `No answer in a submitted map could settle a colour in ${place.name}.`;
  }
  return now.length > 0
    ? `${settleWords(now)} in ${place.name}.`
    : `${settleWords(agencies)} in ${place.name}, but nothing can be asked now.`;
}

/** "Seven answers from two agencies could settle E3 and E6" */
function settleWords(agencies: readonly AgencyQuestions[]): string {
  const questions = agencies.flatMap((agency) => agency.questions);
  const elements = [...new Set(questions.flatMap((one) => one.elements))].toSorted();
  const from = counted(agencies.length, 'agency', 'agencies').replace(/^\d+/, (figure) =>
    inWords(Number(figure)),
  );
  const answers = questions.length === 1 ? 'answer' : 'answers';
  return `${capital(inWords(questions.length))} ${answers} from ${from} could settle ${andList(elements)}`;
}

function leftOf({ agencies }: QuestionFacts): LeftView[] {
  return agencies.flatMap((agency) => {
    const why = whyWords(agency);
    const questions = agency.questions.map(({ entryName, text }) => `${entryName}: “${text}”`);
    return why === '' ? [] : [{ agency: agency.agencyName, questions, why }];
  });
}

/** '' where they can be asked. */
function whyWords(agency: AgencyQuestions): string {
  const why = whyNotAsked(agency);
  if (why === null) return '';
  if (why === 'nobody') {
    return 'Nobody who answers for it can sign in: ask by telephone, then return its map';
  }
  const [are, them] = agency.signedOff.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${andList(agency.signedOff)} ${are} signed off, and its map speaks for ${them}: the chair can reopen ${them}`;
}

function toAsked(one: AskedQuestion, { map }: QuestionFacts, now: Date): AskedView {
  return {
    service: one.entryName,
    agency: one.agencyName,
    question: map?.items.get(one.itemId)?.text ?? one.itemId,
    when: `${recentWords(one.askedAt, now)}, by ${one.askedBy}`,
    since: sinceWords(one, now),
  };
}

function sinceWords(one: AskedQuestion, now: Date): string {
  const { answers, itemId, removed, submitted, answeredAt, answeredBy } = one;
  if (removed) return 'The service was removed';
  if (answeredAt) {
    const said = answers[itemId];
    const word = said === undefined || isUnknown(said) ? 'Answered “Not known”' : 'Answered';
    return `${word} by ${answeredBy ?? ''}, ${recentWords(answeredAt, now)}`;
  }
  if (isStillOpen(answers[itemId], one)) return 'Not answered yet';
  return submitted ? 'Answered in the form of the service' : 'Answered, not submitted yet';
}
