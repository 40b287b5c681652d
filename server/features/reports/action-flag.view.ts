/** The flag of an action: beside a colour, which it never changes, where it is funded or under way (Design 4.6); beside a gap or a contradiction while it is open. */
import { markAt, type ActionMark, type ActionMarks } from '../../results/action-marks.ts';
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

const markWords: Readonly<Record<ActionMark, string>> = {
  raised: 'Action raised',
  funded: 'Action funded',
  'under-way': 'Action under way',
};

/** @param item the domain, the element or the gap, and what it is called */
export function actionFlag(
  marks: ActionMarks,
  place: VisiblePlace,
  { id, name }: { readonly id: string; readonly name: string },
): ActionFlagView | null {
  const mark = markAt(marks, place.id, id);
  if (mark === null) return null;
  const text = markWords[mark];
  return {
    text,
    label: `${text}: the actions for ${name} in ${place.name}`,
    href: paths.actions({ place: place.slug, item: id }),
  };
}

/** Where one is raised from a domain, an element, a gap or a contradiction. */
export function raiseHref(
  source: 'domain' | 'element' | 'gap' | 'contradiction',
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
