/** Reads the forms of Places and agencies. */
import type { KnownAgency, KnownSystem } from '../../domain/set-up/known.ts';
import type { AgencyWish } from '../../domain/set-up/import/agencies.ts';
import { nameKey, readName, readNote } from '../../domain/set-up/text.ts';
import { refuseOthers, type Form } from '../../web/form.ts';
import type { FormFault } from './fields.view.ts';

export interface Sent<T> {
  readonly wish: T;
  readonly faults: readonly FormFault[];
  /** that the form started from */
  readonly revision: number;
}

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly retired: boolean;
}

/** @param own of the thing that is renamed; none for a new one */
function nameFaults(
  name: { readonly value: string; readonly fault: string },
  things: readonly Thing[],
  ownId: string | undefined,
): FormFault[] {
  if (name.fault !== '') return [{ field: 'name', text: name.fault }];
  const other = things.find(
    (thing) => thing.id !== ownId && nameKey(thing.name) === nameKey(name.value),
  );
  if (!other) return [];
  const text = other.retired
    ? `“${other.name}” is retired: bring it back from the list`
    : `“${other.name}” is in the list already`;
  return [{ field: 'name', text }];
}

export function revisionOf(form: Form): number {
  const text = form.text('revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

export function parsePlace(
  form: Form,
  { places }: Pick<KnownSystem, 'places'>,
  ownId?: string,
): Sent<{ readonly name: string }> {
  refuseOthers(form, ['name', 'revision']);
  const name = readName(form.text('name'));
  return {
    wish: { name: name.value },
    faults: nameFaults(name, places, ownId),
    revision: revisionOf(form),
  };
}

/** @param own the agency that is changed: it may keep a sector that the map has no more */
export function parseAgency(
  form: Form,
  system: Pick<KnownSystem, 'places' | 'agencies' | 'sectors'>,
  own?: KnownAgency,
): Sent<AgencyWish> {
  refuseOthers(form, ['name', 'sectors', 'places', 'paper', 'note', 'revision']);
  const name = readName(form.text('name'));
  const note = readNote(form.text('note'));
  const sectors = form.all('sectors');
  const placeIds = form.all('places');
  const known = [...system.sectors.map(({ id }) => id), ...(own?.sectors ?? [])];
  const inUse = system.places.flatMap(({ id, retired }) => (retired ? [] : [id]));
  return {
    wish: {
      name: name.value,
      sectors: known.filter((id, index) => sectors.includes(id) && known.indexOf(id) === index),
      placeIds: inUse.filter((id) => placeIds.includes(id)),
      onPaper: form.text('paper') === 'yes',
      note: note.value,
    },
    faults: [
      ...nameFaults(name, system.agencies, own?.id),
      ...chosenFaults('sectors', sectors, known, 'Choose at least one sector'),
      ...chosenFaults('places', placeIds, inUse, 'Choose at least one Place'),
      ...(note.fault === '' ? [] : [{ field: 'note', text: note.fault }]),
    ],
    revision: revisionOf(form),
  };
}

/** What another system has is told like what nobody has. */
export function chosenFaults(
  field: string,
  sent: readonly string[],
  known: readonly string[],
  missing: string,
): FormFault[] {
  if (sent.length === 0) return [{ field, text: missing }];
  if (sent.every((id) => known.includes(id))) return [];
  return [{ field, text: 'Choose from the list: something chosen is not in it any more' }];
}
