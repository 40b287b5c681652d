/** A domain on its page: criteria by level, the suggestion, the choice of a level, reason and evidence. */
import { statementKey } from '../../domain/glossary/asked-texts.ts';
import type { Criterion, LevelDescriptor, LevelItem } from '../../domain/instrument/definition.ts';
import { whatItMeans, type TermView } from '../../web/term.ts';
import type { ClearView } from '../../web/fields/clear.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { toClear } from './clear.view.ts';
import { toPicks, type PickView } from './level-choice.view.ts';
import { toWritten, type WrittenView } from './level-evidence.view.ts';
import { errorAt, type LevelInput, type RadioView } from './level-input.ts';
import { criterionName, levelName, markLabels, marks, partId } from './level.names.ts';
import {
  criterionId,
  levelWord,
  progressId,
  toSuggestion,
  type SuggestionView,
} from './suggestion.view.ts';

interface CriterionView {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly help: string;
  readonly optional: boolean;
  /** what it says for the first time on the page, explained */
  readonly terms: readonly TermView[];
  readonly error: string;
  readonly choices: readonly RadioView[];
}
interface BlockView {
  readonly headingId: string;
  readonly word: string;
  readonly steps: Steps;
  readonly progressId: string;
  readonly progress: string;
  readonly criteria: readonly CriterionView[];
}
export interface LevelView extends WrittenView {
  readonly id: string;
  /** '' where the page's heading says the same */
  readonly heading: string;
  readonly help: string;
  readonly question: string;
  readonly blocks: readonly BlockView[];
  readonly suggestion: SuggestionView;
  readonly levelName: string;
  readonly levelError: string;
  readonly picks: readonly PickView[];
  readonly clear: ClearView;
}

export function toLevelView(item: LevelItem, input: LevelInput): LevelView {
  const { definition, form, faults, placeName, pageHeading } = input;
  const suggestion = toSuggestion(definition, item, form);
  const { suggested } = suggestion.panel;
  return {
    id: item.id,
    heading: item.text === pageHeading ? '' : item.text,
    help: item.help ?? '',
    question: `What is true${placeName === null ? '' : ` in ${placeName}`} today?`,
    blocks: item.descriptors.map((descriptor) => toBlock(item, descriptor, suggestion, input)),
    suggestion,
    levelName: levelName(item),
    levelError: errorAt(levelName(item), faults),
    picks: toPicks(item, suggested, input),
    clear: toClear(item, definition),
    ...toWritten(item, suggested, input),
  };
}

function toBlock(
  item: LevelItem,
  { level, criteria }: LevelDescriptor,
  { progress }: SuggestionView,
  input: LevelInput,
): BlockView {
  const id = progressId(item, level);
  return {
    headingId: `${item.id}_at-${level}`,
    word: levelWord(input.definition, level),
    steps: toSteps(level, 1.2),
    progressId: id,
    progress: progress.find((one) => one.id === id)?.text ?? '',
    criteria: criteria.map((criterion) => toCriterion(item, criterion, input)),
  };
}

function toCriterion(item: LevelItem, criterion: Criterion, input: LevelInput): CriterionView {
  const name = criterionName(item, criterion.id);
  const sent = input.form.text(name);
  return {
    id: criterionId(item, criterion.id),
    name,
    text: criterion.text,
    help: criterion.help ?? '',
    optional: !criterion.required,
    terms: (input.terms.get(statementKey(item, criterion)) ?? []).map(whatItMeans),
    error: errorAt(name, input.faults),
    choices: marks.map((mark, index) => ({
      id: partId(name, index),
      value: mark,
      label: markLabels[mark],
      chosen: sent === mark,
    })),
  };
}
