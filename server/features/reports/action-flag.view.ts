/** The flag of an action that is funded or under way: beside the colour, which it never changes (Design 4.6). */
import { markAt, type ActionMarks } from '../../results/action-marks.ts';
import type { VisiblePlace } from '../../results/load.ts';
import { paths } from '../../web/paths.ts';

export interface ActionFlagView {
  /** "Action funded" */
  readonly text: string;
  /** for those who hear it: begins with the text, and says where it leads */
  readonly label: string;
  /** the list of these actions */
  readonly href: string;
}

/** @param what the domain's or the element's name */
export function actionFlag(
  marks: ActionMarks,
  place: VisiblePlace,
  { id, name }: { readonly id: string; readonly name: string },
): ActionFlagView | null {
  const mark = markAt(marks, place.id, id);
  if (mark === null) return null;
  const text = mark === 'funded' ? 'Action funded' : 'Action under way';
  return {
    text,
    label: `${text}: the actions for ${name} in ${place.name}`,
    href: paths.actions({ place: place.slug, item: id }),
  };
}

/** Where one is raised from a domain or an element. */
export function raiseHref(
  source: 'domain' | 'element',
  { round, place, item }: { readonly round: string; readonly place: string; readonly item: string },
): string {
  return paths.newAction({ place, source, item, round });
}

interface Row<Cell> {
  readonly id: string;
  readonly cells: readonly Cell[];
}

/** A matrix's rows with their flags; each cell names its Place. */
export function withFlags<C extends { readonly place: string }, R extends Row<C>>(
  rows: readonly R[],
  marks: ActionMarks,
  {
    places,
    nameOf,
  }: { readonly places: readonly VisiblePlace[]; readonly nameOf: (row: R) => string },
): R[] {
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const place = places.find(({ name }) => name === cell.place);
      const action = place ? actionFlag(marks, place, { id: row.id, name: nameOf(row) }) : null;
      return { ...cell, action };
    }),
  }));
}
