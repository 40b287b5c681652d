/** Reads a domain's answer from a form. Half an answer is an answer: only what can't be kept is a fault. */
import { answerLimits } from '../../domain/answers/answer.schema.ts';
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { Level, Mark } from '../../domain/scoring/score.ts';
import { markId } from '../../domain/answers/level-parts.ts';
import { linkFault, textFault } from '../../domain/shape/text.ts';
import type { FieldFault } from '../../web/fields/field.ts';
import type { Form } from '../../web/form.ts';
import {
  CANT_SAY,
  criterionName,
  levelName,
  levelTexts,
  linksName,
  marks,
  partId,
  textName,
  type LevelText,
} from './level.names.ts';

export interface ParsedLevel {
  readonly answer: LevelAnswer;
  readonly faults: readonly FieldFault[];
  /** ids of the parts (`levelPartId`) that can't be kept as they were sent */
  readonly unread: readonly string[];
}
interface Part {
  readonly answer: Partial<LevelAnswer>;
  readonly faults: readonly FieldFault[];
}

export function parseLevel(item: LevelItem, form: Form): ParsedLevel {
  const criteria = readCriteria(item, form);
  const parts: readonly (Part & { readonly name: string })[] = [
    { name: 'level', ...readLevel(item, form) },
    ...levelTexts.map((text) => ({ name: text, ...readText(item, text, form) })),
    { name: 'links', ...readLinks(item, form) },
  ];
  return {
    answer: parts.reduce<LevelAnswer>((answer, part) => ({ ...answer, ...part.answer }), {
      criteria: criteria.marks,
    }),
    faults: [criteria, ...parts].flatMap(({ faults }) => faults),
    unread: [
      ...criteria.unread,
      ...parts.filter(({ faults }) => faults.length > 0).map(({ name }) => name),
    ],
  };
}

const fault = ({ id }: LevelItem, field: string, text: string): FieldFault => ({
  itemId: id,
  field,
  text,
});

/** Marks that are none of ours are left out, and told. */
export function readCriteria(
  item: LevelItem,
  form: Form,
): {
  readonly marks: Readonly<Record<string, Mark>>;
  readonly faults: readonly FieldFault[];
  readonly unread: readonly string[];
} {
  const read = item.descriptors
    .flatMap(({ criteria }) => criteria)
    .map(({ id, text }) => {
      const field = criterionName(item, id);
      const sent = form.text(field);
      return { id, text, field, sent, mark: marks.find((mark) => mark === sent) };
    });
  const strange = read.filter(({ sent, mark }) => sent !== '' && !mark);
  return {
    marks: Object.fromEntries(read.flatMap(({ id, mark }) => (mark ? [[id, mark]] : []))),
    faults: strange.map(({ field, text }) =>
      fault(item, field, `“${text}”: choose one of the four answers`),
    ),
    unread: strange.map(({ id }) => markId(id)),
  };
}

function readLevel(item: LevelItem, form: Form): Part {
  const sent = form.text(levelName(item));
  if (sent === '') return { answer: {}, faults: [] };
  if (sent === CANT_SAY) return { answer: { level: null }, faults: [] };
  if (/^[0-4]$/.test(sent)) return { answer: { level: Number(sent) as Level }, faults: [] };
  const text = `${item.text}: choose one of the levels`;
  return { answer: {}, faults: [fault(item, levelName(item), text)] };
}

const textLabels: Readonly<Record<LevelText, string>> = {
  reason: 'Why this level',
  evidence: 'What shows this',
  noEvidence: 'Why there is no evidence',
};

function readText(item: LevelItem, name: LevelText, form: Form): Part {
  const field = textName(item, name);
  const text = form.text(field).trim();
  if (text === '') return { answer: {}, faults: [] };
  const wrong = unkeepable(text, answerLimits[name]);
  const faults = wrong === undefined ? [] : [fault(item, field, `${textLabels[name]}: ${wrong}`)];
  return { answer: { [name]: text }, faults };
}

function readLinks(item: LevelItem, form: Form): Part {
  const name = linksName(item);
  const given = form.all(name).map((link, index) => ({ link: link.trim(), index }));
  const filled = given.filter(({ link }) => link !== '');
  if (filled.length === 0) return { answer: {}, faults: [] };
  const faults = filled.flatMap(({ link, index }) => {
    const wrong = unkeepable(link, answerLimits.link) ?? linkFault(link);
    const field = partId(name, index);
    return wrong === undefined ? [] : [fault(item, field, `Link ${index + 1}: ${wrong}`)];
  });
  // The same link twice is one link.
  const links = [...new Set(filled.map(({ link }) => link))];
  const tooMany = links.length > answerLimits.links;
  const most = fault(item, name, `Links: give at most ${answerLimits.links}`);
  return { answer: { links }, faults: tooMany ? [...faults, most] : faults };
}

const figure = new Intl.NumberFormat('en-GB');

function unkeepable(text: string, limit: number): string | undefined {
  const length = Array.from(text).length;
  if (length <= limit) return textFault(text);
  return `must have at most ${figure.format(limit)} characters: it has ${figure.format(length)}`;
}
