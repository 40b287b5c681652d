/** What of a domain's choices can be cleared: the level, one statement, or all of them. */
import type { Definition, LevelItem } from '../../domain/instrument/definition.ts';
import type { Select } from '../../web/components.ts';
import { ALL_MARKS } from './clear.form.ts';
import { clearName, criterionName, levelName } from './level.names.ts';
import { levelWord } from './suggestion.view.ts';

export function toClear(item: LevelItem, definition: Definition): Select {
  const marks = item.descriptors.flatMap(({ level, criteria }) =>
    criteria.map(({ id, text }) => ({
      value: criterionName(item, id),
      text: `${levelWord(definition, level)}: ${text}`,
    })),
  );
  return {
    id: clearName(item),
    name: clearName(item),
    label: 'What is to be cleared?',
    items: [
      { value: '', text: 'Nothing' },
      { value: levelName(item), text: 'The level that was chosen' },
      { value: ALL_MARKS, text: 'All statements' },
      ...marks,
    ],
  };
}
