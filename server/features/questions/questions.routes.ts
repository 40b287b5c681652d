/** Questions to agencies about a Place's services: the coordinator reads what would be sent, and sends it. */
import { isId } from '../../db/responses.queries.ts';
import { AppError } from '../../domain/errors.ts';
import type { ResultsDeps } from '../../results/load.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { sendQuestions } from './ask.ts';
import type { Shown } from './form.view.ts';
import { loadQuestions, type QuestionFacts } from './questions.load.ts';
import { questionsPage, toQuestionsView } from './questions.view.ts';

interface QuestionDeps extends ResultsDeps {
  readonly now: () => Date;
  readonly newId: () => string;
}

const address = '/rounds/:round/places/:place/questions';

export function questionRoutes(deps: QuestionDeps): Route[] {
  return [
    get(address, 'progress', (request) => show(deps, request)),
    post(address, 'progress', (request) => send(deps, request)),
  ];
}

const slugsOf = (request: SignedInRequest) => ({
  roundSlug: param(request, 'round'),
  placeSlug: param(request, 'place'),
});

async function show(deps: QuestionDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, query } = request;
  const now = deps.now();
  const asked = { ...slugsOf(request), element: query['element'] ?? '', now };
  const facts = await loadQuestions(deps, scope, asked);
  const key = deps.newId();
  return answer(request, facts, { now, key, ticked: null, sent: query['sent'] ?? '', fault: '' });
}

async function send(deps: QuestionDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  refuseOthers(form, ['question', 'key', 'element']);
  const [key, element, chosen] = [form.text('key'), form.text('element'), form.all('question')];
  const now = deps.now();
  const sending = { ...slugsOf(request), element, chosen, key, now };
  if (chosen.length === 0) {
    const facts = await loadQuestions(deps, scope, sending);
    const fault = 'Choose at least one question';
    return answer(request, facts, { now, key, ticked: chosen, sent: '', fault });
  }
  if (!isId(key)) throw new AppError('bad-request', 'This form is not whole. Open the page again.');
  const left = await sendQuestions(deps, scope, sending);
  if (left) {
    const fault = 'None of these questions is open any more, or they were asked meanwhile';
    return answer(request, left, { now, key, ticked: chosen, sent: '', fault }, 409);
  }
  return redirect(paths.questions(sending.roundSlug, sending.placeSlug, { element, sent: key }));
}

function answer(
  { scope, csrf }: SignedInRequest,
  facts: QuestionFacts,
  shown: Omit<Shown, 'csrf' | 'from'>,
  refused = 422,
): Reply {
  const { round, place } = facts;
  const view = toQuestionsView(facts, { ...shown, csrf, from: scope.personName });
  const title = `${view.heading}, ${place.name}`;
  return page(questionsPage, view, {
    title: shown.fault === '' ? title : `Error: ${title}`,
    status: shown.fault === '' ? 200 : refused,
    crumbs: [
      { text: 'Results', href: paths.rounds() },
      { text: `${round.name}: system matrix`, href: paths.systemReport(round.slug) },
      { text: place.name, href: paths.placeReport(round.slug, place.slug) },
    ],
  });
}
