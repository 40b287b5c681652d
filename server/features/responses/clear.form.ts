/** Takes choices out of a sent form: of a domain its level and its statements, of other questions what was chosen. */
import type { LevelItem, Section } from '../../domain/instrument/definition.ts';
import { CLEAR, clearedChoices, clearName, formWithout } from '../../web/fields/clear.ts';
import type { Form } from '../../web/form.ts';
import { criterionName, levelName } from './level.names.ts';
import { levelsOf, simplesOf } from './section.form.ts';

/** All statements of a domain at once. */
export const ALL_MARKS = 'all';

/** The form as it would be, had nobody chosen there; the same where nothing is to be cleared. */
export function withoutCleared(section: Section, form: Form): Form {
  if (form.text('then') !== CLEAR) return form;
  const marks = levelsOf(section).flatMap((item) => clearedIn(item, form));
  return formWithout(form, [...marks, ...clearedChoices(simplesOf(section), form)]);
}

/** The question that was cleared; undefined where it was a domain's choice. */
export function clearedPlace(section: Section, form: Form): string | undefined {
  return form.text('then') === CLEAR ? clearedChoices(simplesOf(section), form)[0] : undefined;
}

/** Choices alone: what was typed is cleared by deleting it. */
function clearedIn(item: LevelItem, form: Form): string[] {
  const marks = item.descriptors.flatMap(({ criteria }) =>
    criteria.map(({ id }) => criterionName(item, id)),
  );
  const wanted = form.text(clearName(item.id));
  if (wanted === ALL_MARKS) return marks;
  return [levelName(item), ...marks].filter((name) => name === wanted);
}
