/** A section's page as a form: what was sent as answers, and stored answers as the form that would have sent them. */
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import type { LevelItem, Section, SimpleItem } from '../../domain/instrument/definition.ts';
import { isSimple } from '../../domain/instrument/items.ts';
import { answersToForm } from '../../web/fields/answers.form.ts';
import { parseAnswers } from '../../web/fields/answers.parse.ts';
import type { FieldContext, FieldFault } from '../../web/fields/field.ts';
import { strangeNames } from '../../web/fields/names.ts';
import { parseForm, type Form } from '../../web/form.ts';
import { levelPairs } from './level.form.ts';
import { levelControlNames, revisionName } from './level.names.ts';
import { parseLevel } from './level.parse.ts';
import type { SentAnswer, Stored } from './save.ts';
import { CLEARED } from './state.ts';

export const levelsOf = ({ items }: Section): readonly LevelItem[] =>
  items.filter((item) => item.type === 'level');
export const simplesOf = ({ items }: Section): readonly SimpleItem[] => items.filter(isSimple);

/** The page's own fields, beside those of its items. */
const pageFields = ['_csrf', 'then', 'from'];

export interface SectionPost {
  readonly sent: readonly SentAnswer[];
  /** where there is any, nothing is saved */
  readonly faults: readonly FieldFault[];
}

export function parseSection(section: Section, form: Form, context: FieldContext): SectionPost {
  const levels = levelsOf(section).map((item) => ({ item, ...parseLevel(item, form) }));
  const simples = simplesOf(section);
  const { answers, faults } = parseAnswers(simples, form, context);
  const sent = [
    ...levels.map(({ item, answer }) => ({
      item,
      value: answer,
      revision: revisionOf(item, form),
    })),
    ...simples.map((item) => ({
      item,
      value: Object.hasOwn(answers, item.id) ? (answers[item.id] ?? null) : CLEARED,
      revision: revisionOf(item, form),
    })),
  ];
  return {
    sent,
    faults: [
      ...strangeFaults(section, form),
      ...levels.flatMap((level) => level.faults),
      ...faults,
    ],
  };
}

/** 0 where none was sent: then any stored answer counts as somebody else's. */
function revisionOf({ id }: { readonly id: string }, form: Form): number {
  const sent = form.text(revisionName(id));
  return /^\d{1,9}$/.test(sent) ? Number(sent) : 0;
}

/** A field that this page does not have was added by hand: nothing of the form is taken. */
function strangeFaults(section: Section, form: Form): FieldFault[] {
  const known = [
    ...pageFields,
    ...section.items.map(({ id }) => revisionName(id)),
    ...levelsOf(section).flatMap(levelControlNames),
  ];
  return strangeNames(simplesOf(section), form, known).map((name) => ({
    itemId: '',
    field: '',
    text: `This page has no field “${name}”. Nothing was saved.`,
  }));
}

/** What the page shows before anything is sent. */
export function sectionToForm(section: Section, stored: Stored): Form {
  const pairs = levelsOf(section).flatMap((item) => {
    const answer = stored.get(item.id);
    return answer ? levelPairs(item, answer.value as LevelAnswer) : [];
  });
  const simples = simplesOf(section).flatMap(({ id }) => {
    const value = stored.get(id)?.value;
    return value === undefined || value === CLEARED ? [] : [[id, value as SimpleAnswer] as const];
  });
  const levels = parseForm(new URLSearchParams(pairs).toString());
  return either(levels, answersToForm(simplesOf(section), Object.fromEntries(simples)));
}

/** No name stands in both. */
function either(one: Form, other: Form): Form {
  const of = (name: string): Form => (one.has(name) ? one : other);
  return {
    text: (name) => of(name).text(name),
    all: (name) => of(name).all(name),
    has: (name) => of(name).has(name),
    names: () => [...one.names(), ...other.names()],
    file: (name) => of(name).file(name),
  };
}
