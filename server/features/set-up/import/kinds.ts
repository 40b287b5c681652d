/** The three lists that a table can hold: what its rows would do, and doing it. */
import { agencyColumns, planAgencies } from '../../../domain/set-up/import/agencies.ts';
import { peopleColumns } from '../../../domain/set-up/import/person-row.ts';
import { planPeople } from '../../../domain/set-up/import/people.ts';
import { placeColumns, planPlaces } from '../../../domain/set-up/import/places.ts';
import type { ImportPlan, PlannedRow } from '../../../domain/set-up/import/plan.ts';
import type { Column, Table } from '../../../domain/set-up/import/table.ts';
import type { KnownSystem } from '../../../domain/set-up/known.ts';
import type { SetUpList } from '../../../web/set-up.paths.ts';
import type { SetUpChange } from '../change.ts';
import { storePerson } from '../people.write.ts';
import { slugsOf, storeAgency, storePlace } from '../things.write.ts';

export interface Planned {
  readonly faults: readonly string[];
  readonly rows: readonly PlannedRow<unknown>[];
  /** Stores the rows that have no fault and change something; gives back how many. */
  readonly store: (change: SetUpChange) => Promise<number>;
}
export interface ImportKind {
  readonly columns: readonly Column<string>[];
  /** @param actorId who would store it */
  readonly plan: (table: Table, system: KnownSystem, actorId: string) => Planned;
}

type Store<Command> = (command: Command) => Promise<unknown>;

/** @param begin makes what stores one row after the other */
function planned<Command>(
  { faults, rows }: ImportPlan<Command>,
  begin: (change: SetUpChange) => Store<Command>,
): Planned {
  return {
    faults,
    rows,
    store: async (change) => {
      const store = begin(change);
      const commands = rows.flatMap(({ command }) => (command === null ? [] : [command]));
      for (const command of commands) await store(command);
      return commands.length;
    },
  };
}

export const importKinds: Readonly<Record<SetUpList, ImportKind>> = {
  places: {
    columns: placeColumns,
    plan: (table, system) =>
      planned(planPlaces(table, system.places), (change) => {
        const taken = slugsOf(change.system.places);
        return (command) => storePlace(change, command, taken);
      }),
  },
  agencies: {
    columns: agencyColumns,
    plan: (table, system) =>
      planned(planAgencies(table, system), (change) => {
        const taken = slugsOf(change.system.agencies);
        return (command) => storeAgency(change, command, taken);
      }),
  },
  people: {
    columns: peopleColumns,
    plan: (table, system, actorId) =>
      planned(planPeople(table, system, actorId), (change) => {
        const added = new Map<string, string>();
        return (command) => storePerson(change, command, added);
      }),
  },
};
