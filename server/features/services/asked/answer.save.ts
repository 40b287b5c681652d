/** Saves an agency's answers to questions: services, history, the questions' end and the audit row in one transaction. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { listAskedOf, markAnswered } from '../../../db/asked-questions.queries.ts';
import { recordAudit } from '../../../db/audit.ts';
import { holdSignedOff } from '../../../db/signed-off.queries.ts';
import { updateEntries } from '../entries.queries.ts';
import { targetOf } from '../entry.save.ts';
import { FROZEN, writeMap, type OpenMap, type ServicesDeps } from '../open-map.ts';
import { listEntries } from '../services.queries.ts';
import { decideAnswers, type Clash } from './answer.decide.ts';
import type { SentAnswer } from './answer.form.ts';
import { toQuestions, type Question } from './question.ts';

export type AnswersSaved =
  | { readonly kind: 'saved' }
  /** somebody was faster: nothing is saved */
  | { readonly kind: 'clash'; readonly clashes: readonly Clash[] }
  /** names of Places that the map speaks for, which change no more */
  | { readonly kind: 'signed-off'; readonly places: readonly string[] }
  /** returned, withdrawn or published meanwhile */
  | { readonly kind: 'frozen' };

export async function loadQuestions(db: Knex, scope: Scope, map: OpenMap): Promise<Question[]> {
  const asked = await listAskedOf(db, scope, [map.response.id]);
  if (asked.length === 0) return [];
  return toQuestions(map, await listEntries(db, scope, map.response.id), asked);
}

export async function saveAnswers(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  sent: readonly SentAnswer[],
): Promise<AnswersSaved> {
  const saved = await writeMap(
    deps,
    scope,
    map,
    async (trx): Promise<AnswersSaved> => {
      const places = await holdSignedOff(trx, scope, map.response.id);
      if (places.length > 0) return { kind: 'signed-off', places };
      const decision = decideAnswers(await loadQuestions(trx, scope, map), sent);
      if (decision.kind === 'clash') return decision;
      const now = deps.now();
      await updateEntries(
        trx,
        scope,
        targetOf(map),
        decision.fills.map(({ entry: { id, revision }, answers }) => {
          return { id, revision, answers, now };
        }),
      );
      await noteAnswered(trx, scope, map, { ended: decision.ended, now });
      return { kind: 'saved' };
    },
    'answer',
  );
  return saved === FROZEN ? { kind: 'frozen' } : saved;
}

async function noteAnswered(
  trx: Knex,
  scope: Scope,
  { response }: OpenMap,
  { ended, now }: { readonly ended: readonly Question[]; readonly now: Date },
): Promise<void> {
  if (ended.length === 0) return;
  const questions = ended.map(({ asked: { entryId, itemId } }) => ({ entryId, itemId }));
  await markAnswered(trx, scope, { responseId: response.id, questions, now });
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'response.questions-answered',
    subjectType: 'response',
    subjectId: response.id,
    happenedAt: now,
    details: { questions: ended.length },
  });
}
