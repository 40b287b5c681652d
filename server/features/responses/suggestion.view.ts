/** The suggested level and why: the panel beside a domain's criteria, on the page and as a piece of it. */
import { suggestLevel, type LevelProgress, type Suggestion } from '../../domain/answers/suggest.ts';
import type { Definition, LevelItem } from '../../domain/instrument/definition.ts';
import type { Form } from '../../web/form.ts';
import { template } from '../../web/reply.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import { criterionName } from './level.names.ts';
import { readCriteria } from './level.parse.ts';

interface LackView {
  readonly text: string;
  readonly href: string;
  /** "is marked partly" */
  readonly state: string;
}
/** What stands in the panel. */
export interface PanelView {
  /** the level as its radio's value; '' where none is suggested */
  readonly suggested: string;
  readonly word: string;
  readonly steps: Steps;
  readonly finding: string;
  readonly lacks: readonly LackView[];
  /** "and 3 more"; '' where all are listed */
  readonly more: string;
}
export interface ProgressView {
  readonly id: string;
  readonly text: string;
}
export interface SuggestionView {
  readonly panelId: string;
  readonly panel: PanelView;
  /** beside each level's heading */
  readonly progress: readonly ProgressView[];
}
/** For the page's script: each piece says into which element it goes. */
export interface SuggestionsView {
  readonly suggestions: readonly SuggestionView[];
}
export const suggestionFragment = template<SuggestionsView>('responses/suggestion');

/** As many as can be taken in at a glance. */
const listed = 3;

export const progressId = ({ id }: LevelItem, level: number): string => `${id}_progress-${level}`;
export const criterionId = (item: LevelItem, criterion: string): string =>
  `${criterionName(item, criterion)}_question`;

export function levelWord(definition: Definition, level: number): string {
  return definition.levels?.find((word) => word.level === level)?.word ?? `Level ${level}`;
}

/** From what the form says now, saved or not. */
export function toSuggestion(definition: Definition, item: LevelItem, form: Form): SuggestionView {
  const suggestion = suggestLevel(item, readCriteria(item, form).marks);
  return {
    panelId: `${item.id}_suggestion`,
    panel: toPanel(definition, item, suggestion),
    progress: suggestion.perLevel.map((level) => ({
      id: progressId(item, level.level),
      text: progressWords(level),
    })),
  };
}

/** "1 of 2 met, 1 partly" once all of a level is answered, how much of it is answered before. */
function progressWords({ met, partly, required, answered, total }: LevelProgress): string {
  if (answered < total) return `${answered} of ${total} answered`;
  return `${met} of ${required} met${partly > 0 ? `, ${partly} partly` : ''}`;
}

function toPanel(definition: Definition, item: LevelItem, suggestion: Suggestion): PanelView {
  const { level } = suggestion;
  const isBegun = suggestion.perLevel.some(({ answered }) => answered > 0);
  const lacks = isBegun ? lacksOf(suggestion) : [];
  return {
    suggested: level === null ? '' : String(level),
    word: level === null ? 'None yet' : levelWord(definition, level),
    steps: toSteps(level, 2),
    finding: isBegun ? findingOf(definition, suggestion, lacks.length) : notBegun,
    lacks: lacks.slice(0, listed).map((lack) => toLack(item, lack)),
    more: lacks.length > listed ? `and ${lacks.length - listed} more` : '',
  };
}

const notBegun = 'Mark what is true. A level is suggested as soon as the answers settle one.';

type Lack = NonNullable<Suggestion['holdsBack']>['criteria'][number];

/** Before there is a suggestion: only what could settle one. */
function lacksOf({ level, holdsBack }: Suggestion): readonly Lack[] {
  const lacks = holdsBack?.criteria ?? [];
  return level === null ? lacks.filter(({ mark }) => !mark || mark === 'unknown') : lacks;
}

function findingOf(
  definition: Definition,
  { level, holdsBack }: Suggestion,
  lacking: number,
): string {
  const whole = `Everything required at ${levelWord(definition, level ?? 0)} is met.`;
  if (!holdsBack) return whole;
  const next = levelWord(definition, holdsBack.level);
  if (level === null) return `${next} depends on ${counted(lacking, 'more answer')}:`;
  return level === 0 ? `${next} needs ${lacking} more:` : `${whole} ${next} needs ${lacking} more:`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const states = {
  met: 'is met',
  partly: 'is marked partly',
  not: 'is not met',
  unknown: 'is not known',
} as const;

function toLack(item: LevelItem, { id, mark }: Lack): LackView {
  const criteria = item.descriptors.flatMap((descriptor) => descriptor.criteria);
  return {
    text: criteria.find((criterion) => criterion.id === id)?.text ?? id,
    href: `#${criterionId(item, id)}`,
    state: mark === undefined ? 'is not answered' : states[mark],
  };
}
