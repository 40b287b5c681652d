/** Reads the form of an action: what was typed, what it amounts to, and what is wrong with it. */
import {
  actionStatuses,
  type ActionContent,
  type ActionStatus,
  type TakenCriterion,
} from '../../domain/actions/action.ts';
import type { NamedContent } from '../../domain/actions/change.ts';
import type { Hand } from '../../domain/actions/sight.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { readNote } from '../../domain/set-up/text.ts';
import { readDay } from '../../web/day.ts';
import type { Form } from '../../web/form.ts';
import type { Options, Person } from './options.queries.ts';

/** As the form shows it again: what was typed, or what is stored. */
export interface Typed {
  readonly what: string;
  /** slug */
  readonly agency: string;
  readonly person: string;
  readonly ownerName: string;
  readonly due: string;
  readonly status: string;
  readonly level: string;
  /** ids */
  readonly criteria: readonly string[];
  readonly note: string;
}
export interface FormFault {
  /** name of the field */
  readonly field: string;
  readonly text: string;
}
export interface Offered extends Options {
  /** of a domain: which can be aimed at */
  readonly levels: readonly { readonly level: Level; readonly word: string }[];
  readonly criteria: readonly TakenCriterion[];
}
export interface Sent {
  readonly typed: Typed;
  readonly content: NamedContent;
  readonly note: string;
  readonly faults: readonly FormFault[];
}

export const longestWhat = 500;
export const longestOwner = 120;

export function readTyped(form: Form): Typed {
  return {
    what: form.text('what'),
    agency: form.text('agency'),
    person: form.text('person'),
    ownerName: form.text('ownerName'),
    due: form.text('due'),
    status: form.text('status'),
    level: form.text('level'),
    criteria: form.all('criteria'),
    note: form.text('note'),
  };
}

/** What is stored, as a form. */
export function toTyped(content: NamedContent, { agencies }: Pick<Options, 'agencies'>): Typed {
  return {
    what: content.what,
    agency: agencies.find(({ id }) => id === content.ownerAgencyId)?.slug ?? '',
    person: content.ownerPersonId ?? '',
    ownerName: content.ownerName,
    due: content.dueOn ?? '',
    status: content.status,
    level: content.aimedLevel === null ? '' : String(content.aimedLevel),
    criteria: content.criteria.map(({ id }) => id),
    note: '',
  };
}

const isStatus = (text: string): text is ActionStatus =>
  actionStatuses.some((status) => status === text);

/** @param stored what a hand that may not change it leaves as it is */
export function readAction(
  form: Form,
  offered: Offered,
  { stored, hand }: { readonly stored: NamedContent; readonly hand: Hand },
): Sent {
  const typed = readTyped(form);
  const note = readNote(typed.note);
  const progress = readProgress(typed, stored);
  const whole = hand === 'whole' ? readWhole(typed, offered, stored) : { content: {}, faults: [] };
  return {
    typed,
    content: { ...stored, ...progress.content, ...whole.content },
    note: note.value,
    faults: [
      ...whole.faults,
      ...progress.faults,
      ...(note.fault === '' ? [] : [{ field: 'note', text: note.fault }]),
      ...unexplained(hand, { note: note.value, from: stored.dueOn, to: progress.content.dueOn }),
    ],
  };
}

interface Part<T> {
  readonly content: T;
  readonly faults: readonly FormFault[];
}

function readProgress(
  typed: Typed,
  stored: ActionContent,
): Part<Pick<ActionContent, 'status' | 'dueOn'>> {
  const dueOn = typed.due.trim() === '' ? null : readDay(typed.due);
  const isBadDay = dueOn === null && typed.due.trim() !== '';
  return {
    content: { status: isStatus(typed.status) ? typed.status : stored.status, dueOn },
    faults: [
      ...(isBadDay
        ? [{ field: 'due', text: 'Give a day that there is, such as 31/3/2027, or leave it empty' }]
        : []),
      ...(isStatus(typed.status) ? [] : [{ field: 'status', text: 'Choose how it stands' }]),
    ],
  };
}

/** Whoever says only how it stands may move the day, and says why. */
function unexplained(
  hand: Hand,
  {
    note,
    from,
    to,
  }: { readonly note: string; readonly from: string | null; readonly to: string | null },
): FormFault[] {
  if (hand === 'whole' || from === to || note !== '') return [];
  return [{ field: 'note', text: 'Say why the day moves' }];
}

type Whole = Omit<NamedContent, 'status' | 'dueOn'>;

function readWhole(typed: Typed, offered: Offered, stored: NamedContent): Part<Whole> {
  const what = readNote(typed.what);
  const ownerName = readNote(typed.ownerName);
  const agency = chosen(
    'agency',
    offered.agencies.find(({ slug }) => slug === typed.agency),
    typed,
  );
  const person = chosen('person', personOf(typed.person, offered, stored), typed);
  const level = chosen(
    'level',
    offered.levels.find((each) => `${each.level}` === typed.level),
    typed,
  );
  return {
    content: {
      what: what.value,
      ...named('ownerAgencyId', 'ownerAgency', agency.found),
      ...named('ownerPersonId', 'ownerPerson', person.found),
      ownerName: ownerName.value,
      aimedLevel: level.found?.level ?? null,
      criteria: offered.criteria.filter(({ id }) => typed.criteria.includes(id)),
    },
    faults: [
      ...textFaults('what', what, longestWhat, 'Say what is to be done'),
      ...agency.faults,
      ...person.faults,
      ...textFaults('ownerName', ownerName, longestOwner, ''),
      ...level.faults,
    ],
  };
}

/** Of the list, or nothing chosen: what was chosen and is in no list any more is said. */
function chosen<T>(
  field: 'agency' | 'person' | 'level',
  found: T | undefined,
  typed: Typed,
): { readonly found: T | undefined; readonly faults: readonly FormFault[] } {
  const text = 'Choose from the list: what was chosen is not in it any more';
  return { found, faults: !found && typed[field] !== '' ? [{ field, text }] : [] };
}

/** Who owns it may stay the owner, whatever became of their role. */
function personOf(id: string, { people }: Offered, stored: NamedContent): Person | undefined {
  const offered = people.find((person) => person.id === id);
  if (offered || id === '' || id !== stored.ownerPersonId) return offered;
  return { id, name: stored.ownerPerson };
}

function named<I extends string, N extends string>(
  idKey: I,
  nameKey: N,
  found: Person | undefined,
): Record<I, string | null> & Record<N, string> {
  return { [idKey]: found?.id ?? null, [nameKey]: found?.name ?? '' } as Record<I, string | null> &
    Record<N, string>;
}

function textFaults(
  field: string,
  { value, fault }: { readonly value: string; readonly fault: string },
  longest: number,
  missing: string,
): FormFault[] {
  if (value === '' && missing !== '') return [{ field, text: missing }];
  if (fault !== '') {
    return [{ field, text: 'It holds a character that can’t be kept: type it again' }];
  }
  return value.length > longest
    ? [{ field, text: `It is longer than ${longest} characters: shorten it` }]
    : [];
}
