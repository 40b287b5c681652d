/** What is missing before an answer, an entry or a part of a form can be submitted (Design 4.2, 9). */
import { evaluate } from '../elements/evaluate.ts';
import type { EntriesItem, Item, LevelItem, SimpleItem } from '../instrument/definition.ts';
import type { LevelAnswer, Missing, SimpleAnswer, SimpleAnswers } from './answers.ts';
import { levelField } from './fields.ts';
import { suggestLevel } from './suggest.ts';
import { missingInTable } from './table.completeness.ts';
import { isBlank, nameOf } from './missing.ts';

/** From this level up one gives evidence or says why there is none (Design 4.2). */
export const evidenceFrom = 3;

/** Is the item asked at all? A condition that is not known to hold hides it. */
export function isShown(item: Item, answers: SimpleAnswers): boolean {
  return item.when === undefined || evaluate(item.when, answers) === 'yes';
}

/** What a domain lacks. Unanswered criteria are no lack: they only leave the suggestion open. */
export function missingInLevel(item: LevelItem, answer: LevelAnswer | undefined): Missing[] {
  const name = nameOf(item);
  if (answer?.level === undefined) {
    const text = `Choose a level for ${name}, or “We can’t say”`;
    return [{ itemId: item.id, field: levelField(item.id, 'level'), text }];
  }
  const missing: Missing[] = [];
  if (lacksReason(item, answer)) {
    const text = `Give your reason for not choosing the suggested level of ${name}`;
    missing.push({ itemId: item.id, field: levelField(item.id, 'reason'), text });
  }
  if (lacksEvidence(answer)) {
    const text = `Give evidence for ${name}, or say why there is none`;
    missing.push({ itemId: item.id, field: levelField(item.id, 'evidence'), text });
  }
  return missing;
}

function lacksReason(item: LevelItem, { level, criteria, reason }: LevelAnswer): boolean {
  const suggested = suggestLevel(item, criteria).level;
  if (level === null || suggested === null || level === suggested) return false;
  return isBlank(reason);
}

function lacksEvidence({ level, evidence, noEvidence, links = [] }: LevelAnswer): boolean {
  if (typeof level !== 'number' || level < evidenceFrom) return false;
  return isBlank(evidence) && isBlank(noEvidence) && links.every(isBlank);
}

/** Required items that are shown and have no answer, and the required cells of tables. */
export function missingInSimple(items: readonly SimpleItem[], answers: SimpleAnswers): Missing[] {
  return items
    .filter((item) => isShown(item, answers))
    .flatMap((item) => {
      const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
      if (item.required === true && !isAnswered(item, answer)) return [missingAnswer(item)];
      return item.type === 'table' ? missingInTable(item, answer) : [];
    });
}

/** What one entry lacks; conditions look at the same entry. */
export function missingInEntry(entries: EntriesItem, answers: SimpleAnswers): Missing[] {
  return missingInSimple(
    entries.sections.flatMap(({ items }) => items),
    answers,
  );
}

/** "None of them" and "not known" are answers where the item offers them. */
function isAnswered(item: SimpleItem, answer: SimpleAnswer | undefined): boolean {
  if (answer === null) return 'unknown' in item;
  if (Array.isArray(answer)) return answer.length > 0 || 'none' in item;
  return typeof answer === 'string' ? !isBlank(answer) : answer !== undefined;
}

const choices: readonly SimpleItem['type'][] = ['single', 'multiple', 'places', 'yes-partly-no'];

function missingAnswer(item: SimpleItem): Missing {
  const act = choices.includes(item.type) ? 'Choose an answer to' : 'Fill in';
  return { itemId: item.id, field: item.id, text: `${act} ${nameOf(item)}` };
}
