/** What of a domain's choices can be cleared: the level, one statement, or all of them. */
import type { Definition, LevelItem } from '../../domain/instrument/definition.ts';
import { clearView, type ClearView } from '../../web/fields/clear.ts';
import { ALL_MARKS } from './clear.form.ts';
import { criterionName, levelName } from './level.names.ts';
import { levelWord } from './suggestion.view.ts';

export function toClear(item: LevelItem, definition: Definition): ClearView {
  const marks = item.descriptors.flatMap(({ level, criteria }) =>
    criteria.map(({ id, text }) => ({
      value: criterionName(item, id),
      text: `${levelWord(definition, level)}: ${text}`,
    })),
  );
  const choices = [
    { value: levelName(item), text: 'The level that was chosen' },
    { value: ALL_MARKS, text: 'All statements' },
    ...marks,
  ];
  return clearView(item.id, choices, 'then');
}
