/** A section's page as a form: what was sent as answers, and stored answers as the form that would have sent them. */
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import type { LevelItem, Section, SimpleItem } from '../../domain/instrument/definition.ts';
import { isSimple } from '../../domain/instrument/items.ts';
import { answersToForm } from '../../web/fields/answers.form.ts';
import { parseAnswers } from '../../web/fields/answers.parse.ts';
import { clearNames } from '../../web/fields/clear.ts';
import type { FieldContext, FieldFault } from '../../web/fields/field.ts';
import { strangeNames } from '../../web/fields/names.ts';
import { formOf, type Form } from '../../web/form.ts';
import { pageFields, readPageMark, type PageMark } from '../../web/page-mark.ts';
import { levelPairs } from './level.form.ts';
import { levelControlNames, revisionName } from './level.names.ts';
import { parseLevel } from './level.parse.ts';
import type { Conflict, SentAnswer, Stored } from './save.ts';
import { CLEARED } from './state.ts';

export const levelsOf = ({ items }: Section): readonly LevelItem[] =>
  items.filter((item) => item.type === 'level');
export const simplesOf = ({ items }: Section): readonly SimpleItem[] => items.filter(isSimple);

/** The page's own fields, beside those of its items. */
const ownFields = ['_csrf', 'then', 'from', ...pageFields];

export interface SectionPost {
  readonly sent: readonly SentAnswer[];
  readonly faults: readonly FieldFault[];
  /** which of an open page's saves it is; null where the page does not save by itself */
  readonly mark: PageMark | null;
}

export function parseSection(section: Section, form: Form, context: FieldContext): SectionPost {
  const levels = levelsOf(section).map((item) => ({ item, ...parseLevel(item, form) }));
  const simples = simplesOf(section);
  const { answers, faults } = parseAnswers(simples, form, context);
  const sent = [
    ...levels.map(({ item, answer, unread }) => ({
      item,
      value: answer,
      revision: revisionOf(item, form),
      unread,
    })),
    ...simples.map((item) => ({
      item,
      value: Object.hasOwn(answers, item.id) ? (answers[item.id] ?? null) : CLEARED,
      revision: revisionOf(item, form),
      unread: faults.filter(({ itemId }) => itemId === item.id).map(({ field }) => field),
    })),
  ];
  return {
    sent,
    mark: readPageMark(form),
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
    ...ownFields,
    ...section.items.map(({ id }) => revisionName(id)),
    ...levelsOf(section).flatMap(levelControlNames),
    ...clearNames(simplesOf(section)),
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
  const levels = formOf(pairs, new Map());
  const others = answersToForm(simplesOf(section), Object.fromEntries(simples));
  return either(levels, others, (name) => levels.has(name));
}

/** What was sent, but for answers in conflict: of these what both people changed, put together. */
export function mergedForm(section: Section, form: Form, conflicts: readonly Conflict[]): Form {
  const levels = levelsOf(section).flatMap((item) => {
    const conflict = conflicts.find(({ sent }) => sent.item.id === item.id);
    return conflict ? [{ item, answer: conflict.sent.value as LevelAnswer }] : [];
  });
  const pairs = levels.flatMap(({ item, answer }) => levelPairs(item, answer));
  const names = new Set(levels.flatMap(({ item }) => levelControlNames(item)));
  const merged = formOf(pairs, new Map());
  return either(merged, form, (name) => names.has(name));
}

/** @param isFirst of a name: the one form's, not the other's */
function either(one: Form, other: Form, isFirst: (name: string) => boolean): Form {
  const of = (name: string): Form => (isFirst(name) ? one : other);
  return {
    text: (name) => of(name).text(name),
    all: (name) => of(name).all(name),
    has: (name) => of(name).has(name),
    names: () => [...new Set([...one.names(), ...other.names()])],
    file: (name) => of(name).file(name),
  };
}
