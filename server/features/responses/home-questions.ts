/** What coordinators ask about the services of an agency's submitted maps: a step on its people's start page. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { isStillOpen } from '../../domain/round/ask.ts';
import { allows } from '../../domain/round/response.ts';
import { listAskedOf, type AskedOfMap } from '../../db/asked-questions.queries.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import { listSignedOff } from '../../db/signed-off.queries.ts';
import { andList, counted } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import type { NextView } from './home-next.view.ts';

/** The open questions of one map, none of whose Places is signed off. */
export interface AskedHere {
  readonly response: ResponseInRound;
  readonly questions: readonly AskedOfMap[];
}

/** Of those that can be answered now. What was returned is a step of its own. */
export async function loadAskedHere(
  db: Knex,
  scope: Scope,
  responses: readonly ResponseInRound[],
): Promise<AskedHere[]> {
  const submitted = responses.filter(({ status, roundStatus }) =>
    allows('answer', status, roundStatus),
  );
  if (submitted.length === 0) return [];
  const asked = await listAskedOf(
    db,
    scope,
    submitted.map(({ id }) => id),
  );
  const found: AskedHere[] = [];
  for (const response of submitted) {
    const questions = asked.filter(
      (one) =>
        one.responseId === response.id && !one.removed && isStillOpen(one.answers[one.itemId], one),
    );
    if (questions.length === 0) continue;
    const signedOff = await listSignedOff(db, scope, response.id);
    if (signedOff.length === 0) found.push({ response, questions });
  }
  return found;
}

export function askedSteps(asked: readonly AskedHere[]): NextView[] {
  return asked.map(({ response, questions }) => {
    const people = [...new Set(questions.map(({ askedBy }) => askedBy))];
    const services = new Set(questions.map(({ entryId }) => entryId)).size;
    const about = `${counted(questions.length, 'question', 'questions')} about ${counted(services, 'service', 'services')}`;
    return {
      when: `${response.roundName}: ${andList(people)} ${people.length === 1 ? 'asks' : 'ask'}. The map stays submitted.`,
      text: `Answer ${about} of ${response.agencyName}`,
      href: paths.answerQuestions(response.id),
      button: 'Answer',
    };
  });
}
