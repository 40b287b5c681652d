/** The form of an action, new or stored: filled with what is known or was sent, and with what is wrong. */
import { actionStatuses, actionStatusWords } from '../../domain/actions/action.ts';
import type { Hand } from '../../domain/actions/sight.ts';
import type { Input, Select, StoredMeanwhile, TextArea } from '../../web/components.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { template } from '../../web/reply.ts';
import type { FormFault, Offered, Typed } from './action.form.ts';

interface Tick {
  readonly id: string;
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
}
interface Hidden {
  readonly name: string;
  readonly value: string;
}
export interface ActionFormView {
  readonly errors: ErrorSummary | null;
  readonly conflict: StoredMeanwhile | null;
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** who sees it before publication; '' where everybody does */
  readonly early: string;
  readonly action: string;
  readonly csrf: string;
  readonly hidden: readonly Hidden[];
  /** "now" where it came back with words that are not saved */
  readonly unsaved: string;
  /** only how it stands, when it is due, and a note */
  readonly short: boolean;
  /** null where it is given */
  readonly place: Select | null;
  /** null where it is given, or there is nothing to name */
  readonly about: Input | null;
  readonly what: TextArea;
  readonly criteria: readonly Tick[];
  readonly level: Select | null;
  readonly agency: Select;
  readonly person: Select;
  readonly ownerName: Input;
  readonly due: Input;
  readonly status: Select;
  readonly note: TextArea;
  readonly button: string;
  readonly backHref: string;
}
export const actionFormPage = template<ActionFormView>('actions/form');

export interface FormFacts {
  readonly typed: Typed;
  readonly offered: Offered;
  readonly faults: readonly FormFault[];
  readonly conflict: StoredMeanwhile | null;
  readonly hand: Hand;
  /** the owner who is not offered any more */
  readonly storedPerson: { readonly id: string; readonly name: string } | null;
}
/** What a new action's form has beyond a stored one's. */
export interface NewPart {
  readonly place: string;
  readonly about: string;
  readonly asksPlace: boolean;
  readonly asksAbout: string;
}
type Frame = Pick<
  ActionFormView,
  'caption' | 'heading' | 'lede' | 'early' | 'action' | 'csrf' | 'hidden' | 'button' | 'backHref'
>;

export function toFormView(facts: FormFacts, frame: Frame, fresh: NewPart | null): ActionFormView {
  const { faults, conflict, hand } = facts;
  return {
    ...frame,
    errors: faults.length > 0 ? toErrorSummary(faults) : null,
    conflict,
    unsaved: faults.length > 0 || conflict ? 'now' : '',
    short: hand === 'progress',
    ...toFields(facts),
    ...toNewFields(facts, fresh),
  };
}

const errorOf = (faults: readonly FormFault[], name: string): string =>
  faults.find(({ field }) => field === name)?.text ?? '';

function toNewFields(
  { offered, faults }: FormFacts,
  fresh: NewPart | null,
): Pick<ActionFormView, 'place' | 'about'> {
  if (!fresh) return { place: null, about: null };
  const places = offered.places.map(({ slug, name }) => ({ value: slug, text: name }));
  const place = choose('place', 'Place', {
    items: [{ value: '', text: 'The whole system' }, ...places],
    chosen: fresh.place,
    error: errorOf(faults, 'place'),
  });
  const about = {
    id: 'about',
    name: 'about',
    label: fresh.asksAbout,
    value: fresh.about,
    error: errorOf(faults, 'about'),
  };
  return { place: fresh.asksPlace ? place : null, about: fresh.asksAbout === '' ? null : about };
}

function choose(
  name: string,
  label: string,
  {
    items,
    chosen,
    ...rest
  }: {
    readonly items: readonly { readonly value: string; readonly text: string }[];
    readonly chosen: string;
    readonly error: string;
    readonly hint?: string;
  },
): Select {
  const marked = items.map((item) => ({ ...item, chosen: item.value === chosen }));
  return { id: name, name, label, items: marked, ...rest };
}

type Fields = Pick<
  ActionFormView,
  'what' | 'criteria' | 'level' | 'agency' | 'person' | 'ownerName' | 'due' | 'status' | 'note'
>;

function toFields({ typed, offered, faults, hand, storedPerson }: FormFacts): Fields {
  const error = (name: string): string => errorOf(faults, name);
  const people = offered.people.map(({ id, name }) => ({ value: id, text: name }));
  const gone = storedPerson && !people.some(({ value }) => value === storedPerson.id);
  return {
    what: {
      id: 'what',
      name: 'what',
      label: 'What is to be done',
      hint: 'One thing that can be seen to be done. No family that could be recognised.',
      value: typed.what,
      rows: 3,
      error: error('what'),
    },
    criteria: offered.criteria.map(({ id, text }, index) => ({
      id: index === 0 ? 'criteria' : `criteria-${index + 1}`,
      value: id,
      text,
      chosen: typed.criteria.includes(id),
    })),
    level: offered.levels.length === 0 ? null : levelField(typed, offered, error('level')),
    agency: choose('agency', 'Agency that owns it', {
      items: [none, ...offered.agencies.map(({ slug, name }) => ({ value: slug, text: name }))],
      chosen: typed.agency,
      hint: 'Its leads say how it stands, and are reminded.',
      error: error('agency'),
    }),
    person: choose('person', 'Person who owns it', {
      items: [
        none,
        ...(gone ? [{ value: storedPerson.id, text: storedPerson.name }] : []),
        ...people,
      ],
      chosen: typed.person,
      error: error('person'),
    }),
    ownerName: {
      id: 'ownerName',
      name: 'ownerName',
      label: 'Others, in words',
      hint: 'Whoever has no account here.',
      value: typed.ownerName,
      error: error('ownerName'),
    },
    due: {
      id: 'due',
      name: 'due',
      label: 'Due',
      type: 'date',
      value: typed.due,
      error: error('due'),
    },
    status: choose('status', 'Status', {
      items: actionStatuses.map((status) => ({ value: status, text: actionStatusWords[status] })),
      chosen: typed.status,
      error: error('status'),
    }),
    note: {
      id: 'note',
      name: 'note',
      label: 'Note',
      hint:
        hand === 'progress'
          ? 'Stands in the history for everybody who sees the action. Where the day moves, say why.'
          : 'Stands in the history for everybody who sees the action.',
      value: typed.note,
      rows: 3,
      error: error('note'),
    },
  };
}

const none = { value: '', text: 'None' };

function levelField(typed: Typed, { levels }: Offered, error: string): Select {
  const items = levels.map(({ level, word }) => ({ value: String(level), text: word }));
  return choose('level', 'Level aimed at', {
    items: [{ value: '', text: 'None' }, ...items],
    chosen: typed.level,
    error,
  });
}
