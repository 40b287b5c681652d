/** How many cells of the system's matrix have each colour: the figures above it. */
import type { Rag } from '../../domain/scoring/score.ts';
import { paths } from '../../web/paths.ts';
import type { ElementRowView } from './element-table.view.ts';
import type { DomainRow } from './matrix.view.ts';
import type { FactView } from './report.view.ts';

interface Coloured {
  readonly cells: readonly { readonly rag: { readonly code: Rag } }[];
}

/** A figure that counts the cells of a colour, and leads to the rows that they stand in. */
function colourFigures(
  rows: readonly Coloured[],
  round: string,
): (rag: Rag, label: string) => FactView {
  const cells = rows.flatMap((row) => row.cells);
  return (rag, label) => {
    const count = cells.filter((cell) => cell.rag.code === rag).length;
    return {
      rag,
      value: String(count),
      label: label.replace('{all}', String(cells.length)),
      href: count === 0 ? '' : `${paths.systemReport(round, { show: rag })}#matrix`,
    };
  };
}

/** Before the first answer there are no rows to lead to. */
export function unlisted(fact: FactView): FactView {
  return { ...fact, href: '' };
}

/** Of the maturity grid. */
export function gridFigures(rows: readonly DomainRow[], round: string): FactView[] {
  const figure = colourFigures(rows, round);
  return [
    figure('discuss', 'domains to discuss, of {all}'),
    figure('red', 'red'),
    figure('amber', 'amber'),
    figure('green', 'green'),
    figure('white', 'unknown, no level given'),
  ];
}

/** Of the support elements. */
export function elementFigures(rows: readonly ElementRowView[], round: string): FactView[] {
  const figure = colourFigures(rows, round);
  return [
    figure('red', 'red, of {all}'),
    figure('amber', 'amber'),
    figure('green', 'green'),
    figure('purple', 'in development'),
    figure('white', 'unknown'),
  ];
}
