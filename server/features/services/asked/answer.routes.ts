/** An agency answers the questions about its services while its map stays submitted (docs/decisions/0039). */
import { listSignedOff } from '../../../db/signed-off.queries.ts';
import { andList } from '../../../web/english.ts';
import type { FieldFault } from '../../../web/fields/field.ts';
import { formOf } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import { page, redirect, type Reply } from '../../../web/reply.ts';
import { get, param, postAnswers, type Route, type SignedInRequest } from '../../../web/route.ts';
import { openOwnMap, type OpenMap, type ServicesDeps } from '../open-map.ts';
import { listEntries } from '../services.queries.ts';
import { pageOptions } from '../words.ts';
import { parseSent, type SentAnswer } from './answer.form.ts';
import { loadQuestions, saveAnswers, type AnswersSaved } from './answer.save.ts';
import { answersPage, closedWords, toAnswersView, type AnswersInput } from './answer.view.ts';
import { toClashes, toLateAnswers, type UnsavedView } from './answer-unsaved.view.ts';
import type { Question } from './question.ts';

const address = '/responses/:response/questions';

export function answerRoutes(deps: ServicesDeps): Route[] {
  return [
    get(address, 'response.write', (request) => show(deps, request)),
    postAnswers(address, 'response.write', (request) => save(deps, request)),
  ];
}

async function show(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const map = await openOwnMap(deps, request.scope, param(request, 'response'));
  if (map.writable) return redirect(`${paths.entries(map.response.id)}#asked`);
  const isSaved = request.query['saved'] === 'yes';
  return draw(deps, request, map, { form: formOf([], new Map()), isSaved });
}

async function save(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  const map = await openOwnMap(deps, scope, param(request, 'response'));
  const questions = await loadQuestions(deps.db, scope, map);
  const { answers, faults } = parseSent(map, questions, form);
  const wrong = answers.length + faults.length === 0 ? nothing(questions) : faults;
  if (map.answerable && wrong.length > 0) {
    return draw(deps, request, map, { form, faults: wrong });
  }
  const saved = await saveAnswers(deps, scope, map, answers);
  const { id } = map.response;
  if (saved.kind === 'saved') return redirect(`${paths.answerQuestions(id)}?saved=yes`);
  // As it is now: it was returned, published or answered between this page's opening and its saving.
  const current = await openOwnMap(deps, scope, id);
  const unsaved = toUnsaved(current, saved, { questions, answers, now: deps.now() });
  return draw(deps, request, current, { form, unsaved });
}

function nothing(questions: readonly Question[]): FieldFault[] {
  const id = questions.find(({ open }) => open)?.parts[0]?.named.id ?? '';
  return [{ itemId: id, field: id, text: 'Answer at least one question' }];
}

interface Sent {
  readonly questions: readonly Question[];
  readonly answers: readonly SentAnswer[];
  readonly now: Date;
}

function toUnsaved(
  map: OpenMap,
  saved: Exclude<AnswersSaved, { readonly kind: 'saved' }>,
  { questions, answers, now }: Sent,
): UnsavedView {
  if (saved.kind === 'clash') return toClashes(map, saved.clashes, now);
  const why = saved.kind === 'frozen' ? closedWords(map) : signedOffWords(saved.places);
  return toLateAnswers(map, questions, answers, why);
}

const signedOffWords = (places: readonly string[]): string =>
  `${andList(places)} ${places.length === 1 ? 'was' : 'were'} signed off meanwhile.`;

type Shown = Pick<AnswersInput, 'form'> &
  Partial<Pick<AnswersInput, 'faults' | 'unsaved' | 'isSaved'>>;

async function draw(
  { db, now }: ServicesDeps,
  { scope, csrf }: SignedInRequest,
  map: OpenMap,
  { form, faults = [], unsaved = null, isSaved = false }: Shown,
): Promise<Reply> {
  const { id } = map.response;
  const [questions, entries, signedOff] = await Promise.all([
    loadQuestions(db, scope, map),
    listEntries(db, scope, id),
    listSignedOff(db, scope, id),
  ]);
  const shown = { form, faults, unsaved, isSaved };
  const facts = { map, questions, entries, signedOff, csrf, now: now() };
  const view = toAnswersView({ ...facts, ...shown });
  const { status, mark } = outcomeOf(shown);
  return page(answersPage, view, pageOptions(map, `${mark}${view.heading}`, { status }));
}

function outcomeOf({ faults, unsaved }: Pick<AnswersInput, 'faults' | 'unsaved'>) {
  if (faults.length > 0) return { status: 422, mark: 'Error: ' };
  return unsaved ? { status: 409, mark: 'Not saved: ' } : { status: 200, mark: '' };
}
