/** The choice of a level: each with its steps, a few words, and the mark of the suggested one. */
import type { Definition, LevelItem } from '../../domain/instrument/definition.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import type { LevelInput, RadioView } from './level-input.ts';
import { CANT_SAY, levelName, partId } from './level.names.ts';
import { levelWord } from './suggestion.view.ts';

export interface PickView extends RadioView {
  /** null for "We can't say" */
  readonly steps: Steps | null;
  readonly lines: readonly string[];
  readonly suggested: boolean;
}

/** @param suggested a level as its radio's value, or '' */
export function toPicks(
  item: LevelItem,
  suggested: string,
  { definition, form }: LevelInput,
): PickView[] {
  const name = levelName(item);
  const levels = (definition.levels ?? []).map(({ level, word }) => ({
    value: String(level),
    label: word,
    steps: toSteps(level, 1.2),
    lines: pickLines(item, level, definition),
  }));
  const cantSay = {
    value: CANT_SAY,
    label: 'We can’t say',
    steps: null,
    lines: ['Counts as answered, gives no level'],
  };
  return [...levels, cantSay].map((pick, index) => ({
    ...pick,
    id: partId(name, index),
    chosen: form.text(name) === pick.value,
    suggested: pick.value === suggested,
  }));
}

/** What tells the level from its neighbours, and the shortfall that the source still sees at it. */
function pickLines(item: LevelItem, level: number, definition: Definition): string[] {
  const descriptor = item.descriptors.find((one) => one.level === level);
  if (!descriptor) return [`${levelWord(definition, level + 1)} is not whole yet`];
  const { summary, note } = descriptor;
  return note === undefined ? [summary] : [summary, note];
}
