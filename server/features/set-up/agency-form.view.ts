/** The form of an agency. */
import type { KnownAgency, KnownSystem } from '../../domain/set-up/known.ts';
import type { AgencyWish } from '../../domain/set-up/import/agencies.ts';
import { paths } from '../../web/paths.ts';
import { textField, ticksField } from './fields.view.ts';
import type { NewFormView, Outcome } from './form.view.ts';

export interface AgencyForm {
  /** undefined for a new one */
  readonly agency: (KnownAgency & { readonly revision: number }) | undefined;
  readonly wish: AgencyWish;
  readonly outcome: Outcome;
}
export const newAgency: AgencyWish = {
  name: '',
  sectors: [],
  placeIds: [],
  onPaper: false,
  note: '',
};

export function toAgencyFormView(
  system: KnownSystem,
  { agency, wish, outcome }: AgencyForm,
  { caption, csrf }: { readonly caption: string; readonly csrf: string },
): NewFormView {
  const { heading, lede, retireHref, ...form } = agency ? changing(agency) : adding;
  return {
    caption,
    heading,
    lede,
    form: {
      ...form,
      csrf,
      fields: agencyFields(system, agency, { wish, faults: outcome.faults }),
      backHref: paths.setUp.list('agencies'),
      backText: 'Back without saving',
    },
    retireHref,
    retireText: 'Retire this agency',
  };
}

function agencyFields(
  { sectors, places }: KnownSystem,
  agency: KnownAgency | undefined,
  { wish, faults }: { readonly wish: AgencyWish; readonly faults: Outcome['faults'] },
) {
  const known = sectors.map(({ id, label }) => ({ value: id, label }));
  const old = (agency?.sectors ?? []).filter((id) => !sectors.some((sector) => sector.id === id));
  const inUse = places.filter(({ retired }) => !retired);
  return [
    textField({ name: 'name', text: 'Name of the agency' }, wish.name, faults),
    ticksField(
      {
        name: 'sectors',
        text: 'Sectors',
        hint: 'What it works in. The service map asks it for these.',
      },
      [...known, ...old.map((id) => ({ value: id, label: id }))],
      wish.sectors,
      faults,
    ),
    ticksField(
      {
        name: 'places',
        text: 'Places',
        hint: 'Where it works. It answers the maturity grid for each.',
      },
      inUse.map(({ id, name }) => ({ value: id, label: name })),
      wish.placeIds,
      faults,
    ),
    ticksField(
      {
        name: 'paper',
        text: 'How it answers',
        hint: 'On paper, it needs no account: you key its answers in.',
      },
      [{ value: 'yes', label: 'On paper' }],
      wish.onPaper ? ['yes'] : [],
      faults,
    ),
    textField(
      {
        name: 'note',
        text: 'Note',
        hint: 'For coordinators, such as whom to ring. Optional.',
        multiline: true,
      },
      wish.note,
      faults,
    ),
  ];
}

const adding = {
  heading: 'Add an agency',
  lede: 'A partner organisation that answers for what it knows of its Places.',
  action: paths.setUp.list('agencies'),
  revision: 0,
  button: 'Add',
  retireHref: '',
};

function changing({ name, slug, retired, revision }: NonNullable<AgencyForm['agency']>) {
  return {
    heading: name,
    lede: 'A new name shows everywhere. Other sectors and Places count from the next round on.',
    action: paths.setUp.thing('agencies', slug),
    revision,
    button: 'Save',
    retireHref: retired ? '' : paths.setUp.retire('agencies', slug),
  };
}
