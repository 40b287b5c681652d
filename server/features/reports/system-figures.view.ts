/** How many cells of the system's matrix have each colour: the figures above it. */
import type { Rag } from '../../domain/scoring/score.ts';
import type { ElementRowView } from './element-table.view.ts';
import type { DomainRow } from './matrix.view.ts';
import type { FactView } from './report.view.ts';

interface Coloured {
  readonly cells: readonly { readonly rag: { readonly code: Rag } }[];
}

/** A figure that counts the cells of a colour. */
function colourFigures(rows: readonly Coloured[]): (rag: Rag, label: string) => FactView {
  const cells = rows.flatMap((row) => row.cells);
  return (rag, label) => ({
    rag,
    value: String(cells.filter((cell) => cell.rag.code === rag).length),
    label: label.replace('{all}', String(cells.length)),
    href: '',
  });
}

/** Of the maturity grid. */
export function gridFigures(rows: readonly DomainRow[]): FactView[] {
  const figure = colourFigures(rows);
  return [
    figure('discuss', 'domains to discuss, of {all}'),
    figure('red', 'red'),
    figure('amber', 'amber'),
    figure('green', 'green'),
    figure('white', 'unknown, no level given'),
  ];
}

/** Of the support elements. */
export function elementFigures(rows: readonly ElementRowView[]): FactView[] {
  const figure = colourFigures(rows);
  return [
    figure('red', 'red, of {all}'),
    figure('amber', 'amber'),
    figure('green', 'green'),
    figure('purple', 'in development'),
    figure('white', 'unknown'),
  ];
}
