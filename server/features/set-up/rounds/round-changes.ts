/** What a form changes of a draft, in words. */
import type { Change } from '../../../domain/set-up/import/plan.ts';
import { formatDateTime } from '../../../web/time.ts';
import { daysWords } from './reminders.form.ts';
import type { RoundChoices } from './round.form.ts';
import type { RoundPlan } from './round-write.queries.ts';
import type { StoredRound } from './rounds.queries.ts';
import { bandWords } from './thresholds.ts';

interface Described {
  readonly name: string;
  readonly versionIds: readonly string[];
  readonly placeIds: readonly string[];
  readonly agencyIds: readonly string[];
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly quorum: number;
  readonly checkDays: number;
  readonly reminderDays: readonly number[];
  readonly bands: RoundPlan['bands'];
}

/** From what is stored to what was sent; empty where nothing differs. */
export function differences(round: StoredRound, plan: RoundPlan, choices: RoundChoices): Change[] {
  const stored = describe(round, choices);
  const sent = describe({ ...plan, versionIds: plan.versions.map(({ id }) => id) }, choices);
  return stored.flatMap(([what, from], index) => {
    const to = sent[index]?.[1] ?? '';
    return from === to ? [] : [{ what, from, to }];
  });
}

function describe(one: Described, { system, versions }: RoundChoices): [string, string][] {
  const moment = (at: Date | null): string => (at ? formatDateTime(at) : '');
  const namesOf = (
    things: readonly { readonly id: string; readonly name: string }[],
    ids: readonly string[],
  ): string =>
    things
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join('; ');
  const tools = versions.map(({ id, title, version }) => ({ id, name: `${title} ${version}` }));
  return [
    ['Name', one.name],
    ['Instruments', namesOf(tools, one.versionIds)],
    ['Places', namesOf(system.places, one.placeIds)],
    ['Agencies', namesOf(system.agencies, one.agencyIds)],
    ['Planned opening', moment(one.opensAt)],
    ['Closing', moment(one.closesAt)],
    ['Quorum', String(one.quorum)],
    ['Factual check', String(one.checkDays)],
    ['Reminders', daysWords(one.reminderDays)],
    ['Colours', bandWords(one.bands)],
  ];
}
