/** The fields of an agency's questions, service by service, each with why it is asked. */
import { askedTexts } from '../../../domain/glossary/asked-texts.ts';
import { firstUses } from '../../../domain/glossary/first-uses.ts';
import { andList } from '../../../web/english.ts';
import type { FieldFault, FieldView } from '../../../web/fields/field.ts';
import { toFieldView } from '../../../web/fields/field.view.ts';
import type { Form } from '../../../web/form.ts';
import { paths } from '../../../web/paths.ts';
import type { Effect } from '../entry.effects.ts';
import { listedEntries } from '../listed.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';
import { answerIn, type Part, type Question } from './question.ts';

export interface ServiceForm {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly questions: readonly QuestionForm[];
}
export interface QuestionForm {
  /** its own, then those that follow from it */
  readonly fields: readonly FieldView[];
  /** null where "not known" is among the choices */
  readonly unknown: { readonly name: string; readonly chosen: boolean; readonly of: string } | null;
}

export interface FieldsOf {
  readonly map: OpenMap;
  readonly questions: readonly Question[];
  readonly entries: readonly StoredEntry[];
  readonly form: Form;
  readonly faults: readonly FieldFault[];
}

/** Of what is open. */
export function toServiceForms(input: FieldsOf): ServiceForm[] {
  const { map, entries } = input;
  const open = input.questions.filter((question) => question.open);
  const effects = new Map(
    listedEntries(map, entries).map((listed) => [listed.entry.id, listed.effects]),
  );
  const asked = new Map(open.map(({ entry }) => [entry.id, entry]));
  const draw = fieldsOf(input, open, effects);
  return [...asked.values()].map(({ id, name }) => ({
    id: `service-${id}`,
    name,
    href: paths.entry(map.response.id, id),
    questions: open.filter(({ entry }) => entry.id === id).map(draw),
  }));
}

function fieldsOf(
  { map, form, faults }: FieldsOf,
  open: readonly Question[],
  effects: ReadonlyMap<string, readonly Effect[]>,
): (question: Question) => QuestionForm {
  const items = open.flatMap((question) => shown(question).map(({ named }) => named));
  const wanted = new Map(
    open.flatMap((question) =>
      question.parts
        .slice(0, 1)
        .map(({ named }) => [named.id, whyWords(question, effects.get(question.entry.id) ?? [])]),
    ),
  );
  const terms = firstUses(askedTexts(items), map.definition.terms ?? []);
  const common = { items, form, faults, context: map.fields, wanted, terms, blankRows: 1 };
  return (question) => ({
    fields: shown(question).map(({ named }) => toFieldView(named, common)),
    unknown:
      question.unknownName === ''
        ? null
        : {
            name: question.unknownName,
            chosen: form.has(question.unknownName),
            of: question.item.text,
          },
  });
}

/** What was answered before is no question. */
function shown({ parts, entry, item }: Question): readonly Part[] {
  return parts.filter((part) => part.item === item || answerIn(entry, part.item.id) === undefined);
}

/** "It could settle E3 in Ferrow Vale (“Targeted support …”), unknown so far." */
function whyWords({ asked, item }: Question, effects: readonly Effect[]): string {
  const waiting = effects.filter(
    ({ rag, entry }) => rag === 'white' && entry.wouldSettle.includes(item.id),
  );
  const rules = new Map(waiting.map(({ rule }) => [rule.id, rule]));
  const words = [...rules.values()].map(({ id, title }) => {
    const places = waiting.filter(({ rule }) => rule.id === id).map(({ place }) => place.name);
    return `${id} in ${andList(places)} (“${title}”)`;
  });
  const why =
    words.length > 0
      ? `It could settle ${andList(words)}, unknown so far.`
      : 'What it was to settle is settled by now; it still tells what support there is.';
  return asked.saidUnknown ? `So far this is not known. ${why}` : why;
}
