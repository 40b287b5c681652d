/** The form of a Board paper: its fields, what is offered for each, and what is wrong with it. */
import {
  boardFields,
  type BoardField,
  type BoardFieldId,
  type BoardPaper,
} from '../../../domain/board/board-paper.ts';
import type { Input, StoredMeanwhile, TextArea } from '../../../web/components.ts';
import { toErrorSummary, type ErrorSummary } from '../../../web/error-summary.ts';
import type { ChoicesView } from '../../../web/fields/field.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import type { BoardFault } from './board.form.ts';
import type { Offer } from './offers.ts';

interface OfferView {
  readonly id: string;
  readonly text: string;
  readonly href: string;
  readonly linkText: string;
  /** the field holds it already */
  readonly taken: boolean;
}
export interface OffersView {
  readonly field: BoardFieldId;
  readonly title: string;
  readonly offers: readonly OfferView[];
  /** the field is empty, or one was just taken */
  readonly open: boolean;
  /** sends the form back to its field */
  readonly action: string;
}
export type BoardFieldView =
  | { readonly kind: 'line'; readonly input: Input }
  | { readonly kind: 'text'; readonly area: TextArea; readonly offers: OffersView | null }
  | { readonly kind: 'choice'; readonly choices: ChoicesView };
interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly BoardFieldView[];
}
export interface BoardFormView {
  readonly errors: ErrorSummary | null;
  readonly conflict: StoredMeanwhile | null;
  /** what was just taken over, and that it is not saved; '' mostly */
  readonly took: string;
  readonly caption: string;
  readonly heading: string;
  readonly action: string;
  readonly csrf: string;
  /** that the form started from; 0 before the first words */
  readonly revision: number;
  /** "now" where it came back with words that are not saved */
  readonly unsaved: string;
  readonly sections: readonly FormSection[];
  readonly backHref: string;
}
export const boardFormPage = template<BoardFormView>('reports/board/form');

export interface BoardFormFacts {
  readonly round: { readonly slug: string; readonly name: string };
  readonly revision: number;
  readonly typed: BoardPaper;
  readonly offers: readonly Offer[];
  readonly faults: readonly BoardFault[];
  readonly conflict: StoredMeanwhile | null;
  readonly took: string;
  /** into which field it was taken: what else is offered for it stays open; null mostly */
  readonly tookInto: BoardFieldId | null;
  readonly csrf: string;
}

const sections: readonly { id: string; title: string; fields: readonly BoardFieldId[] }[] = [
  {
    id: 'front',
    title: 'Front of the paper',
    fields: ['title', 'meeting', 'meetingOn', 'agendaItem', 'reference', 'authors', 'presenters'],
  },
  { id: 'what', title: 'What it says', fields: ['purpose', 'keyPoints', 'issues'] },
  {
    id: 'impact',
    title: 'Equality and quality impact',
    fields: ['equality', 'equalityOn', 'equalityWhy', 'quality', 'qualityOn', 'qualityWhy'],
  },
  { id: 'asked', title: 'What comes next', fields: ['progress', 'background', 'asks'] },
];

const listHint = 'A line that begins with a dash or a number is an item of a list.';
const hints: Partial<Readonly<Record<BoardFieldId, string>>> = {
  title: 'Left empty, the paper is called after the system.',
  meeting: 'To which it goes, such as a programme board.',
  reference: 'The Board’s own number for this paper.',
  keyPoints: `What the Board has to know, and what it is asked to decide. ${listHint}`,
  issues: 'What stands in the way, and what may go wrong.',
  equalityWhy: 'Its findings, or why there is none.',
  qualityWhy: 'Its findings, or why there is none.',
  progress:
    'Since the Board last heard. Changes of levels and open actions follow as tables by themselves.',
  background: 'May stay empty: the paper then goes without.',
  asks: 'One thing an item, each with who does it and by when.',
};

export function toBoardFormView(facts: BoardFormFacts): BoardFormView {
  const { round, faults, conflict, took } = facts;
  const byId = new Map(boardFields.map((field) => [field.id, field]));
  return {
    errors: faults.length > 0 ? toErrorSummary(faults) : null,
    conflict,
    took,
    caption: `Board paper, ${round.name}`,
    heading: 'Write the Board paper',
    action: paths.editBoardPaper(round.slug),
    csrf: facts.csrf,
    revision: facts.revision,
    unsaved: faults.length > 0 || conflict !== null || took !== '' ? 'now' : '',
    sections: sections.map(({ id, title, fields }) => ({
      id,
      title,
      fields: fields.flatMap((fieldId) => {
        const field = byId.get(fieldId);
        return field ? [toField(field, facts)] : [];
      }),
    })),
    backHref: paths.boardPaper(round.slug),
  };
}

function toField(field: BoardField, facts: BoardFormFacts): BoardFieldView {
  const { id, term: label } = field;
  const value = facts.typed[id];
  const error = facts.faults.find((fault) => fault.field === id)?.text ?? '';
  const control = { id, name: id, label, value, error, ...hintOf(id) };
  switch (field.kind) {
    case 'line':
      return { kind: 'line', input: control };
    case 'day':
      return { kind: 'line', input: { ...control, type: 'date' } };
    case 'text':
      return {
        kind: 'text',
        area: { ...control, rows: rowsFor(value) },
        offers: toOffersView(field, facts),
      };
    case 'choice':
      return { kind: 'choice', choices: toChoices(field, value, error) };
  }
}

function hintOf(id: BoardFieldId): { hint?: string } {
  const hint = hints[id];
  return hint === undefined ? {} : { hint };
}

/** As high as what it holds, within bounds. */
function rowsFor(text: string): number {
  const lines = text
    .split('\n')
    .reduce((total, line) => total + Math.ceil((line.length + 1) / 80), 1);
  return Math.min(24, Math.max(5, lines));
}

type ChoiceField = Extract<BoardField, { kind: 'choice' }>;

function toChoices({ id, term, choices }: ChoiceField, value: string, error: string): ChoicesView {
  return {
    kind: 'choices',
    control: 'radio',
    id,
    name: id,
    text: term,
    hint: '',
    error,
    describedBy: error === '' ? '' : `${id}_error`,
    required: false,
    wanted: '',
    terms: [],
    condition: '',
    when: '',
    choices: choices.map((choice, index) => ({
      id: index === 0 ? id : `${id}_${index + 1}`,
      value: choice.value,
      label: choice.word,
      chosen: choice.value === value,
      exclusive: false,
    })),
    meanings: choices.flatMap(({ word, meaning }) =>
      meaning === '' ? [] : [{ label: word, help: meaning }],
    ),
  };
}

function toOffersView({ id, term }: BoardField, facts: BoardFormFacts): OffersView | null {
  const { offers, typed, round, tookInto } = facts;
  const own = offers.filter(({ field }) => field === id);
  if (own.length === 0) return null;
  return {
    field: id,
    title: term,
    offers: own.map((offer) => ({ ...offer, taken: typed[id].includes(offer.text) })),
    open: typed[id].trim() === '' || tookInto === id,
    action: `${paths.editBoardPaper(round.slug)}#${id}`,
  };
}
