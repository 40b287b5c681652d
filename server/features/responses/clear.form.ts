/** Takes a choice out of a sent form: a radio that was chosen can't be unchosen, so a button says which is to go. */
import type { LevelItem, Section } from '../../domain/instrument/definition.ts';
import type { Form } from '../../web/form.ts';
import { clearName, criterionName, levelName } from './level.names.ts';
import { levelsOf } from './section.form.ts';

/** All statements of a domain at once. */
export const ALL_MARKS = 'all';

/** The form as it would be, had nobody chosen there; the same where nothing is to be cleared. */
export function withoutCleared(section: Section, form: Form): Form {
  if (form.text('then') !== 'clear') return form;
  const gone = new Set(levelsOf(section).flatMap((item) => clearedIn(item, form)));
  return {
    ...form,
    text: (name) => (gone.has(name) ? '' : form.text(name)),
    all: (name) => (gone.has(name) ? [] : form.all(name)),
    has: (name) => !gone.has(name) && form.has(name),
    names: () => form.names().filter((name) => !gone.has(name)),
  };
}

/** Choices alone: what was typed is cleared by deleting it. */
function clearedIn(item: LevelItem, form: Form): string[] {
  const marks = item.descriptors.flatMap(({ criteria }) =>
    criteria.map(({ id }) => criterionName(item, id)),
  );
  const wanted = form.text(clearName(item));
  if (wanted === ALL_MARKS) return marks;
  return [levelName(item), ...marks].filter((name) => name === wanted);
}
