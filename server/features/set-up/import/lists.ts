/** The lists of a system as tables: what is downloaded can be uploaded again, and changes nothing. */
import { guarded } from '../../../domain/set-up/import/table.ts';
import type { KnownPlace, KnownSystem } from '../../../domain/set-up/known.ts';
import { roleNames } from '../../../domain/set-up/roles.ts';
import type { SetUpList } from '../../../web/set-up.paths.ts';
import { importKinds } from './kinds.ts';

type Rows = readonly (readonly string[])[];

/** The columns' names alone. */
export function templateOf(list: SetUpList): Rows {
  return [importKinds[list].columns.map(({ title }) => title)];
}

/** Without what is retired; no cell is a formula. */
export function listOf(list: SetUpList, system: KnownSystem): Rows {
  return [...templateOf(list), ...rowsOf[list](system).map((cells) => cells.map(guarded))];
}

const rowsOf: Readonly<Record<SetUpList, (system: KnownSystem) => Rows>> = {
  places: ({ places }) => inUse(places).map(({ slug, name }) => [slug, name]),
  agencies: ({ agencies, places, sectors }) =>
    inUse(agencies).map((agency) => [
      agency.slug,
      agency.name,
      agency.sectors
        .map((id) => separable(sectors.find((sector) => sector.id === id)?.label ?? id, id))
        .join('; '),
      placeNames(agency.placeIds, places),
      agency.onPaper ? 'yes' : 'no',
      agency.note,
    ]),
  people: ({ members, agencies, places }) =>
    members.flatMap(({ name, email, roles }) =>
      roles.map(({ role, agencyId, placeIds, isChair }) => [
        name,
        email,
        roleNames[role],
        agencies.find(({ id }) => id === agencyId)?.name ?? '',
        placeNames(placeIds, places),
        chairWord(role, isChair),
      ]),
    ),
};

function chairWord(role: string, isChair: boolean): string {
  if (role !== 'reviewer') return '';
  return isChair ? 'yes' : 'no';
}

function placeNames(ids: readonly string[], places: readonly KnownPlace[]): string {
  return inUse(places)
    .filter(({ id }) => ids.includes(id))
    .map(({ name, slug }) => separable(name, slug))
    .join('; ');
}

/** A name that holds a separator would come apart: its reference does not. */
function separable(name: string, reference: string): string {
  return /[;|]/.test(name) ? reference : name;
}

function inUse<T extends { readonly retired: boolean }>(things: readonly T[]): readonly T[] {
  return things.filter(({ retired }) => !retired);
}
