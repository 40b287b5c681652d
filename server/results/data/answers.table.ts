/** What agencies answered, as rows: for those who may see names only. */
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import { suggestLevel } from '../../domain/answers/suggest.ts';
import { answerWords } from '../../domain/answers/words.ts';
import type { Definition } from '../../domain/instrument/definition.ts';
import { isSimple, itemsOf, type PlacedItem } from '../../domain/instrument/items.ts';
import { levelWords } from '../../domain/instrument/level-words.ts';
import type { Level } from '../../domain/scoring/score.ts';
import type { ResultsDeps } from '../load.ts';
import type { Scope } from '../../domain/access/scope.ts';
import {
  countAnswers,
  listAnswers,
  listSubmitted,
  type StoredAnswer,
  type SubmittedResponse,
} from './answers.queries.ts';
import {
  figure,
  momentOf,
  tableOf,
  text,
  type Column,
  type DataTable,
  type Field,
  type Value,
} from './table.ts';

/** so many responses at a time: eleven domains each, with up to 26,000 characters of text */
const RESPONSES = 20;

interface AnswerRow {
  readonly response: SubmittedResponse;
  readonly definition: Definition;
  readonly placed: PlacedItem;
  readonly answer: StoredAnswer;
  /** of a domain; of everything else nothing */
  readonly said: Partial<LevelAnswer>;
}

export interface AnswerSelection {
  readonly roundId: string;
  /** names by the ids that answers hold */
  readonly places: ReadonlyMap<string, string>;
}

export function answersTable(
  { db, definitions }: ResultsDeps,
  scope: Scope,
  { roundId, places }: AnswerSelection,
): DataTable {
  return tableOf({
    name: 'answers',
    about: 'One row for each answer of an agency that has submitted',
    columns: columnsFor(places),
    size: () => countAnswers(db, scope, roundId),
    pages: async function* (from) {
      const responses = startingAt(from, await listSubmitted(db, scope, roundId));
      for (let at = 0; at < responses.length; at += RESPONSES) {
        const some = responses.slice(at, at + RESPONSES);
        const answers = await listAnswers(
          db,
          scope,
          some.map(({ id }) => id),
        );
        const rows = await Promise.all(
          some.map(async (response) =>
            rowsOf(response, await definitions(response.versionId), answers),
          ),
        );
        yield rows.flat();
      }
    },
  });
}

/** None where it is no longer among them. */
function startingAt(
  from: string | undefined,
  responses: readonly SubmittedResponse[],
): readonly SubmittedResponse[] {
  if (from === undefined) return responses;
  const at = responses.findIndex(({ id }) => id === from);
  return at < 0 ? [] : responses.slice(at);
}

/** In the instrument's order; what it no longer asks has no row. */
function rowsOf(
  response: SubmittedResponse,
  definition: Definition,
  answers: readonly StoredAnswer[],
): AnswerRow[] {
  const own = new Map(
    answers
      .filter(({ responseId }) => responseId === response.id)
      .map((answer) => [answer.itemId, answer]),
  );
  return itemsOf(definition).flatMap((placed) => {
    const answer = own.get(placed.item.id);
    if (!answer) return [];
    // The database holds what the answering pages have checked.
    const said = placed.item.type === 'level' ? (answer.value as Partial<LevelAnswer>) : {};
    return [{ response, definition, placed, answer, said }];
  });
}

function columnsFor(places: AnswerSelection['places']): Column<AnswerRow>[] {
  const words = ({ definition, placed: { item }, answer }: AnswerRow): Value =>
    isSimple(item)
      ? answerWords(item, answer.value as SimpleAnswer, { definition, places }).join('\n')
      : null;
  return [
    text('response', 'Id of the response', ({ response }) => response.id),
    text('agency', 'Id of the agency', ({ response }) => response.agency),
    text('agencyName', 'The agency', ({ response }) => response.agencyName),
    text(
      'place',
      'Id of the Place; empty where the answer is for all',
      ({ response }) => response.place,
    ),
    text('placeName', 'The Place', ({ response }) => response.placeName),
    text('instrument', 'Id of the instrument', ({ definition }) => definition.id),
    text('item', 'Id of the domain or the question', ({ placed }) => placed.item.id),
    text('itemLabel', 'The domain or the question', ({ placed }) => placed.item.text),
    figure(
      'level',
      'The level that was chosen; empty for “We can’t say”',
      ({ answer }) => answer.level,
    ),
    text('levelLabel', 'The level in words', levelLabel),
    figure('suggested', 'The level that the criteria suggest', suggested),
    text(
      'reason',
      'Why another level was chosen than the suggested one',
      ({ said }) => said.reason ?? null,
    ),
    text('evidence', 'The evidence', ({ said }) => said.evidence ?? null),
    text('noEvidence', 'Why there is no evidence', ({ said }) => said.noEvidence ?? null),
    text('links', 'Links to evidence', ({ said }) => said.links ?? null),
    text(
      'criteria',
      'Each criterion by its id: met, partly, not or unknown',
      ({ said }) => said.criteria ?? null,
    ),
    text('answer', 'The answer in words, to a question that asks for no level', words),
    text('submittedAt', 'When the response was submitted', ({ response }) =>
      momentOf(response.submittedAt),
    ),
    text('provenance', 'How it came: online or on paper', ({ response }) => response.provenance),
  ];
}

export const answersFields: readonly Field[] = columnsFor(new Map());

function levelLabel({ definition, answer: { level, hasLevel } }: AnswerRow): Value {
  if (!hasLevel) return null;
  return level === null ? 'We can’t say' : levelWords(definition).word(level as Level);
}

function suggested({ placed: { item }, said }: AnswerRow): Value {
  return item.type === 'level' ? suggestLevel(item, said.criteria ?? {}).level : null;
}
