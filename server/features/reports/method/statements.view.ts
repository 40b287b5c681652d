/** From ticks to a suggestion to a choice: one agency's answer worked through, or the rule where names may not be seen. */
import type { LevelAnswer } from '../../../domain/answers/answers.ts';
import {
  suggestLevel,
  type LevelProgress,
  type Suggestion,
} from '../../../domain/answers/suggest.ts';
import type { LevelItem } from '../../../domain/instrument/definition.ts';
import type { Grid } from '../../../results/grid.ts';
import type { AgencyAnswer } from '../../../results/place.queries.ts';
import { counted, lower, type LevelWords } from '../words.ts';

export interface StatementRow {
  readonly level: string;
  /** required statements */
  readonly required: number;
  /** "2 met, 1 partly"; '' where no answer is shown */
  readonly marked: string;
  /** "Whole", "Not whole"; '' where no answer is shown */
  readonly whole: string;
}
export interface StatementsView {
  readonly domain: string;
  /** whose answer is shown; '' where names may not be seen, or nobody marked a statement */
  readonly agency: string;
  /** level 1 to 4 */
  readonly rows: readonly StatementRow[];
  /** what the marks suggest, and why not more; '' where no answer is shown */
  readonly suggestion: string;
  /** what the agency chose */
  readonly choice: string;
  /** in the agency's words; '' where it gave none */
  readonly reason: string;
}

interface Marked {
  readonly domain: LevelItem;
  readonly answer: AgencyAnswer;
  readonly value: Partial<LevelAnswer>;
  readonly suggestion: Suggestion;
}

/** @param answers of the Place's agencies; none for those who may not see names */
export function toStatements(grid: Grid, answers: readonly AgencyAnswer[]): StatementsView | null {
  const telling = mostTelling(grid.domains, answers);
  if (telling) return withAnswer(telling, grid.words);
  const [first] = grid.domains;
  return first ? ruleAlone(first, grid.words) : null;
}

function mostTelling(
  domains: readonly LevelItem[],
  answers: readonly AgencyAnswer[],
): Marked | undefined {
  const marked = domains.flatMap((domain) =>
    answers
      .filter(({ itemId }) => itemId === domain.id)
      .map((answer) => {
        // The database holds what the answering pages have checked.
        const value = answer.value as Partial<LevelAnswer>;
        return { domain, answer, value, suggestion: suggestLevel(domain, value.criteria ?? {}) };
      }),
  );
  const ticked = marked.filter(({ value }) => Object.keys(value.criteria ?? {}).length > 0);
  return ticked.toSorted((one, other) => worth(other) - worth(one))[0];
}

/** A choice that differs from the suggestion, with its reason, tells most; then one with a "partly" in it. */
function worth({ answer, value, suggestion }: Marked): number {
  const differs = suggestion.level !== null && answer.level !== suggestion.level;
  return (
    (differs ? 4 : 0) +
    (value.reason ? 3 : 0) +
    (suggestion.level === null ? 0 : 2) +
    ((suggestion.progress?.partly ?? 0) > 0 ? 1 : 0)
  );
}

function withAnswer(
  { domain, answer, value, suggestion }: Marked,
  words: LevelWords,
): StatementsView {
  return {
    domain: lower(domain.text),
    agency: answer.agency,
    rows: suggestion.perLevel.map((progress) => toRow(progress, words)),
    suggestion: suggestionText(suggestion, words),
    choice: answer.level === null ? 'We can’t say' : words.word(answer.level),
    reason: value.reason ?? '',
  };
}

function toRow({ level, met, partly, required }: LevelProgress, words: LevelWords): StatementRow {
  return {
    level: words.word(level),
    required,
    marked: partly > 0 ? `${met} met, ${partly} partly` : `${met} met`,
    whole: met === required ? 'Whole' : 'Not whole',
  };
}

function suggestionText({ level, holdsBack }: Suggestion, words: LevelWords): string {
  if (level === null) return 'None: a statement that decides is not answered, or not known.';
  if (!holdsBack) return `${words.word(level)}: every level is whole.`;
  const lacking = counted(holdsBack.criteria.length, 'statement', 'statements');
  return `${words.word(level)}: ${words.word(holdsBack.level)} still lacks ${lacking}.`;
}

function ruleAlone(domain: LevelItem, words: LevelWords): StatementsView {
  return {
    domain: lower(domain.text),
    agency: '',
    rows: suggestLevel(domain, {}).perLevel.map(({ level, required }) => ({
      level: words.word(level),
      required,
      marked: '',
      whole: '',
    })),
    suggestion: '',
    choice: '',
    reason: '',
  };
}
