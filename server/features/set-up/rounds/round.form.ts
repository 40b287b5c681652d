/** Reads the form of a round: what was typed stays as it is, whatever is wrong with it. */
import { fromLondon } from '../../../domain/round/london.ts';
import { nameKey, readName } from '../../../domain/set-up/text.ts';
import { refuseOthers, type Form } from '../../../web/form.ts';
import type { FormFault, MomentText } from '../fields.view.ts';
import type { StoredSystem } from '../known.queries.ts';
import { chosenFaults } from '../things.form.ts';
import type { RoundPlan } from './round-write.queries.ts';
import type { StoredRound, Version } from './rounds.queries.ts';
import { parseReminders } from './reminders.form.ts';
import { bandsOf } from './thresholds.ts';

/** Everything as text, as the form holds it. */
export interface RoundValues {
  readonly name: string;
  readonly versions: readonly string[];
  readonly places: readonly string[];
  readonly agencies: readonly string[];
  readonly opens: MomentText;
  readonly closes: MomentText;
  readonly quorum: string;
  readonly days: string;
  /** days before the closing on which agencies are reminded */
  readonly reminders: readonly string[];
  /** the first level that is amber, and that is green */
  readonly amber: string;
  readonly green: string;
}

/** What the choices are taken from. */
export interface RoundChoices {
  readonly system: StoredSystem;
  readonly versions: readonly Version[];
  readonly rounds: readonly StoredRound[];
  readonly now: Date;
}

const momentParts = ['day', 'month', 'year', 'time'] as const;
const momentNames = (name: string): string[] => momentParts.map((part) => `${name}_${part}`);
const names = [
  ...[
    'name',
    'versions',
    'places',
    'agencies',
    'quorum',
    'days',
    'reminders',
    'amber',
    'green',
    'revision',
  ],
  ...momentNames('opens'),
  ...momentNames('closes'),
];

export function readValues(form: Form): RoundValues {
  refuseOthers(form, names);
  return {
    name: form.text('name'),
    versions: form.all('versions'),
    places: form.all('places'),
    agencies: form.all('agencies'),
    opens: readMoment(form, 'opens'),
    closes: readMoment(form, 'closes'),
    quorum: form.text('quorum'),
    days: form.text('days'),
    reminders: form.all('reminders'),
    amber: form.text('amber'),
    green: form.text('green'),
  };
}

export function readMoment(form: Form, name: string): MomentText {
  const part = (key: keyof MomentText): string => form.text(`${name}_${key}`);
  return { day: part('day'), month: part('month'), year: part('year'), time: part('time') };
}

/** The names of a moment's controls, for a form that holds nothing else. */
export { momentNames };

export interface ParsedRound {
  /** undefined where there are faults */
  readonly plan: RoundPlan | undefined;
  readonly faults: readonly FormFault[];
}

/** @param own the round that is changed; none for a new one */
export function parseRound(
  values: RoundValues,
  choices: RoundChoices,
  own?: StoredRound,
): ParsedRound {
  const { system, now } = choices;
  const name = readName(values.name);
  const versions = choices.versions.filter(({ id }) => values.versions.includes(id));
  const opens = parseMoment(values.opens, 'opens', 'opening');
  const closes = parseMoment(values.closes, 'closes', 'closing');
  const quorum = parseNumber(values.quorum, { field: 'quorum', least: 1, most: 50 });
  const days = parseNumber(values.days, { field: 'days', least: 0, most: 90 });
  const reminders = parseReminders(values.reminders);
  const colours = bandsOf(versions, values);
  const places = inUse(system.places);
  const agencies = inUse(system.agencies);
  const faults = [
    ...nameFaults(name, choices.rounds, own),
    ...versionFaults(values.versions, versions),
    ...chosenFaults('places', values.places, places, 'Choose at least one Place'),
    ...chosenFaults('agencies', values.agencies, agencies, 'Choose at least one agency'),
    ...opens.faults,
    ...closes.faults,
    ...orderFaults(opens.value, closes.value, now),
    ...quorum.faults,
    ...days.faults,
    ...reminders.faults,
    ...colours.faults,
  ];
  if (faults.length > 0 || !opens.value || !closes.value) return { plan: undefined, faults };
  const plan = {
    name: name.value,
    versions,
    placeIds: places.filter((id) => values.places.includes(id)),
    agencyIds: agencies.filter((id) => values.agencies.includes(id)),
    opensAt: opens.value,
    closesAt: closes.value,
    quorum: quorum.value,
    checkDays: days.value,
    reminderDays: reminders.value,
    bands: colours.bands,
  };
  return { plan, faults };
}

const inUse = (things: readonly { readonly id: string; readonly retired: boolean }[]): string[] =>
  things.flatMap(({ id, retired }) => (retired ? [] : [id]));

function nameFaults(
  name: { readonly value: string; readonly fault: string },
  rounds: readonly StoredRound[],
  own: StoredRound | undefined,
): FormFault[] {
  if (name.fault !== '') return [{ field: 'name', text: name.fault }];
  const other = rounds.find(
    (round) => round.id !== own?.id && nameKey(round.name) === nameKey(name.value),
  );
  return other ? [{ field: 'name', text: `“${other.name}” is a round already` }] : [];
}

function versionFaults(sent: readonly string[], versions: readonly Version[]): FormFault[] {
  const fault = (text: string): FormFault[] => [{ field: 'versions', text }];
  if (sent.length === 0) return fault('Choose at least one instrument');
  if (versions.length < new Set(sent).size) {
    return fault('Choose from the list: something chosen is not in it any more');
  }
  const kinds = new Set(versions.map(({ kind }) => kind));
  return kinds.size < versions.length ? fault('Choose one version of each instrument') : [];
}

function orderFaults(opens: Date | undefined, closes: Date | undefined, now: Date): FormFault[] {
  if (!closes) return [];
  if (opens && closes <= opens) {
    return [{ field: 'closes', text: 'The closing time must be after the opening time' }];
  }
  return closes <= now ? [{ field: 'closes', text: 'The closing time has passed' }] : [];
}

interface Parsed<T> {
  readonly value: T;
  readonly faults: readonly FormFault[];
}

/** @param what "opening", as the fault calls it */
export function parseMoment(
  { day, month, year, time }: MomentText,
  field: string,
  what: string,
): Parsed<Date | undefined> {
  const refuse = (text: string): Parsed<undefined> => ({
    value: undefined,
    faults: [{ field, text }],
  });
  const date = [year, month, day].map((part) => part.trim()).join('-');
  if (!/^\d{4}-\d{1,2}-\d{1,2}$/.test(date)) {
    return refuse(`Give the ${what} day as numbers, such as 27 3 2026`);
  }
  const clock = readClock(time);
  if (!clock) return refuse(`Give the ${what} time as hours and minutes, such as 17:00`);
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  const value = fromLondon({ year: y, month: m, day: d, ...clock });
  return value ? { value, faults: [] } : refuse(`There is no such ${what} day and time: check it`);
}

/** "17:00", "17.00", "1700" and "17" are one time. */
function readClock(time: string): { readonly hour: number; readonly minute: number } | undefined {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(time.trim()) ?? [];
  return hour === undefined ? undefined : { hour: Number(hour), minute: Number(minute) };
}

function parseNumber(
  text: string,
  { field, least, most }: { readonly field: string; readonly least: number; readonly most: number },
): Parsed<number> {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : -1;
  if (least <= value && value <= most) return { value, faults: [] };
  const what = field === 'quorum' ? 'How many reviewers' : 'How many days';
  return {
    value: least,
    faults: [{ field, text: `${what}: give a whole number from ${least} to ${most}` }],
  };
}
