/** Where a table is pasted or chosen, and which columns it has. */
import { memberRoles, roleNames } from '../../../domain/set-up/roles.ts';
import type { KnownSystem } from '../../../domain/set-up/known.ts';
import { andList } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { setUpLists, type SetUpList } from '../../../web/set-up.paths.ts';
import type { FormFault } from '../fields.view.ts';
import { toOutcomeView, type FormView } from '../form.view.ts';
import { listTitles } from '../words.ts';
import { importKinds } from './kinds.ts';

interface ColumnRow {
  readonly title: string;
  readonly needed: string;
  readonly help: string;
}
export interface ImportView extends Pick<FormView, 'errors'> {
  readonly caption: string;
  readonly lede: string;
  readonly csrf: string;
  readonly action: string;
  readonly what: SetUpList;
  readonly choices: readonly {
    readonly text: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly columns: readonly ColumnRow[];
  readonly templateHref: string;
  readonly fileHref: string;
  readonly text: string;
  readonly textError: string;
  readonly fileError: string;
}
export const importPage = template<ImportView>('set-up/import');

interface Shown {
  readonly what: SetUpList;
  readonly caption: string;
  readonly csrf: string;
  readonly text: string;
  readonly faults: readonly FormFault[];
}

export function toImportView(system: KnownSystem, shown: Shown): ImportView {
  const { what, faults } = shown;
  const errorOf = (field: string): string =>
    faults.flatMap((fault) => (fault.field === field ? [fault.text] : [])).join('. ');
  return {
    errors: toOutcomeView({ faults, conflict: null }).errors,
    caption: shown.caption,
    csrf: shown.csrf,
    lede: ledes[what],
    action: paths.setUp.import(),
    what,
    choices: setUpLists.map((list) => ({
      text: listTitles[list],
      href: paths.setUp.import(list),
      current: list === what,
    })),
    columns: toColumns(what, system),
    templateHref: paths.setUp.template(what),
    fileHref: paths.setUp.file(what),
    text: shown.text,
    textError: errorOf('text'),
    fileError: errorOf('file'),
  };
}

const ledes: Readonly<Record<SetUpList, string>> = {
  places: 'A row for each Place. You see what each row does before anything is stored.',
  agencies: 'A row for each agency. You see what each row does before anything is stored.',
  people:
    'A row for each role of each person. You see what each row does before anything is stored.',
};

const reference =
  'From the downloaded list: it finds the row again when the name has changed. Empty for a new one.';

function toColumns(what: SetUpList, system: KnownSystem): ColumnRow[] {
  const help = helps(system)[what];
  return importKinds[what].columns.map(({ key, title, required }) => ({
    title,
    needed: required === true ? 'needed' : 'optional',
    help: help[key] ?? '',
  }));
}

function helps({
  places,
  sectors,
}: KnownSystem): Record<SetUpList, Readonly<Record<string, string>>> {
  const inUse = places.filter(({ retired }) => !retired).map(({ name }) => name);
  const example = inUse.slice(0, 2).join('; ');
  const several = `Names with a semicolon between${example === '' ? '' : `, such as ${example}`}; or all.`;
  const roles = memberRoles.map((role) => roleNames[role]);
  return {
    places: { reference, name: 'As people call it.' },
    agencies: {
      reference,
      name: 'As people call it.',
      sectors: `${andList(sectors.map(({ label }) => label))}; several with a semicolon between.`,
      places: several,
      paper: 'yes where you key its answers in.',
      note: 'For coordinators.',
    },
    people: {
      name: 'First name and surname.',
      email: 'Finds the person again.',
      role: `${andList(roles)}. Somebody with two roles has two rows.`,
      agency: 'Of a contributor or agency lead: its name or reference.',
      places: `Of a reviewer. ${several}`,
      chair: 'yes for the one reviewer who is the chair; empty leaves it as it is.',
    },
  };
}
