/** The form of a round, from scratch, from the last one, or as a draft has it. */
import { toLondon } from '../../../domain/round/london.ts';
import { usualReminders } from '../../../domain/round/mornings.ts';
import { paths } from '../../../web/paths.ts';
import {
  momentField,
  numberField,
  selectField,
  textField,
  ticksField,
  type FormFault,
  type MomentText,
  type SetUpField,
} from '../fields.view.ts';
import type { NewFormView } from '../form.view.ts';
import { remindersField } from './reminders-field.view.ts';
import type { RoundChoices, RoundValues } from './round.form.ts';
import type { StoredRound, Version } from './rounds.queries.ts';
import { levelNames, thresholdsOf } from './thresholds.ts';

const dayMs = 24 * 60 * 60 * 1000;
const two = (number: number): string => String(number).padStart(2, '0');

export function toMomentText(moment: Date): MomentText {
  const { day, month, year, hour, minute } = toLondon(moment);
  return {
    day: String(day),
    month: String(month),
    year: String(year),
    time: `${two(hour)}:${two(minute)}`,
  };
}

/** The next working day at nine, and four weeks later at five: to be changed, but seldom wrong. */
function usualDates(now: Date): Pick<RoundValues, 'opens' | 'closes'> {
  const weekday = now.getUTCDay();
  const days = weekday === 5 ? 3 : weekday === 6 ? 2 : 1;
  const opens = new Date(now.getTime() + days * dayMs);
  return {
    opens: { ...toMomentText(opens), time: '09:00' },
    closes: { ...toMomentText(new Date(opens.getTime() + 28 * dayMs)), time: '17:00' },
  };
}

/** Everything that is in use, and the newest version of each instrument. */
export function fromScratch({ system, versions, now }: RoundChoices): RoundValues {
  return {
    name: '',
    versions: newestOf(versions).map(({ id }) => id),
    places: inUse(system.places),
    agencies: inUse(system.agencies),
    ...usualDates(now),
    quorum: '3',
    days: '10',
    reminders: usualReminders.map(String),
    ...thresholdsOf(versions.find(({ kind }) => kind === 'maturity')?.bands ?? []),
  };
}

/** What the round had, as far as it is still in use; of its instruments the newest versions. */
export function fromRound(round: StoredRound, choices: RoundChoices): RoundValues {
  const { versions, now } = choices;
  const had = versions.filter(({ id }) => round.versionIds.includes(id));
  const same = newestOf(versions).filter(({ instrumentId }) =>
    had.some((one) => one.instrumentId === instrumentId),
  );
  return {
    ...ofDraft(round),
    name: '',
    versions: same.map(({ id }) => id),
    ...usualDates(now),
  };
}

export function ofDraft(round: StoredRound): RoundValues {
  const none = { day: '', month: '', year: '', time: '' };
  return {
    name: round.name,
    versions: round.versionIds,
    places: round.placeIds,
    agencies: round.agencyIds,
    opens: round.opensAt ? toMomentText(round.opensAt) : none,
    closes: round.closesAt ? toMomentText(round.closesAt) : none,
    quorum: String(round.quorum),
    days: String(round.checkDays),
    reminders: round.reminderDays.map(String),
    ...thresholdsOf(round.bands),
  };
}

/** `listVersions` has the newest of each first. */
function newestOf(versions: readonly Version[]): Version[] {
  return versions.filter(
    (version, index) =>
      versions.findIndex(({ instrumentId }) => instrumentId === version.instrumentId) === index,
  );
}

const inUse = (things: readonly { readonly id: string; readonly retired: boolean }[]): string[] =>
  things.flatMap(({ id, retired }) => (retired ? [] : [id]));

export interface RoundForm {
  /** undefined for a new one */
  readonly round: StoredRound | undefined;
  readonly values: RoundValues;
  readonly faults: readonly FormFault[];
  readonly lede: string;
}

export function toRoundFormView(
  { round, values, faults, lede }: RoundForm,
  choices: RoundChoices,
  { caption, csrf }: { readonly caption: string; readonly csrf: string },
): NewFormView {
  return {
    caption,
    heading: round ? `Change ${round.name}` : 'Create a round',
    lede,
    form: {
      action: round ? paths.setUp.editRound(round.slug) : paths.setUp.rounds(),
      csrf,
      revision: round?.revision ?? 0,
      fields: [...what(values, choices, faults), ...when(values, faults), ...how(values, faults)],
      button: round ? 'Save' : 'Create as a draft',
      backHref: round ? paths.setUp.round(round.slug) : paths.setUp.rounds(),
      backText: 'Back without saving',
    },
    retireHref: '',
    retireText: '',
  };
}

function what(
  values: RoundValues,
  { system, versions }: RoundChoices,
  faults: readonly FormFault[],
): SetUpField[] {
  const choicesOf = (
    things: readonly { readonly id: string; readonly name: string; readonly retired: boolean }[],
  ) => things.flatMap(({ id, name, retired }) => (retired ? [] : [{ value: id, label: name }]));
  return [
    textField(
      {
        name: 'name',
        text: 'Name of the round',
        hint: 'Agencies read it in every message, such as “Spring 2027”.',
      },
      values.name,
      faults,
    ),
    ticksField(
      { name: 'versions', text: 'Instruments', hint: 'What the agencies are asked to answer.' },
      versions.map(({ id, title, version }) => ({ value: id, label: `${title} ${version}` })),
      values.versions,
      faults,
    ),
    ticksField(
      { name: 'places', text: 'Places', hint: 'The Places that the round is about.' },
      choicesOf(system.places),
      values.places,
      faults,
    ),
    ticksField(
      {
        name: 'agencies',
        text: 'Agencies',
        hint: 'Each answers the service map once, and the maturity grid for each of these Places that it works in.',
      },
      choicesOf(system.agencies),
      values.agencies,
      faults,
    ),
  ];
}

function when(values: RoundValues, faults: readonly FormFault[]): SetUpField[] {
  return [
    momentField(
      {
        name: 'opens',
        text: 'Planned opening',
        hint: 'You open the round yourself: nothing is sent before.',
      },
      values.opens,
      faults,
    ),
    momentField(
      {
        name: 'closes',
        text: 'Closing',
        hint: 'The deadline that agencies are told, in London’s time. You can extend it.',
      },
      values.closes,
      faults,
    ),
    remindersField(values, faults),
  ];
}

function how(values: RoundValues, faults: readonly FormFault[]): SetUpField[] {
  const levels = levelNames.map((label, level) => ({ value: String(level), label })).slice(1);
  return [
    numberField(
      {
        name: 'quorum',
        text: 'Quorum',
        hint: 'How many reviewers must have given their levels before a Place is signed off.',
        suffix: 'reviewers',
      },
      values.quorum,
      faults,
    ),
    numberField(
      {
        name: 'days',
        text: 'Factual check',
        hint: 'How long agencies have to check the results before they are published.',
        suffix: 'days',
      },
      values.days,
      faults,
    ),
    selectField(
      {
        name: 'amber',
        text: 'A domain is amber from',
        hint: 'Below, it is red. Colours are fixed when the round opens.',
      },
      levels,
      values.amber,
      faults,
    ),
    selectField({ name: 'green', text: 'A domain is green from' }, levels, values.green, faults),
  ];
}
