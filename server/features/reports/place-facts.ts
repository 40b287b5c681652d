/** The figures at the top of a Place's report: three to six of them. */
import type { PlaceDomainView } from './place-domains.view.ts';
import type { PlaceElementView } from './place-elements.view.ts';
import type { FactView } from './report.view.ts';

interface Progress {
  readonly assigned: number;
  readonly submitted: number;
}

export function placeFacts(
  progress: { readonly grid: Progress | null; readonly map: Progress | null },
  domains: readonly PlaceDomainView[],
  elements: readonly PlaceElementView[],
): FactView[] {
  return [
    ...(progress.grid ? gridFacts(progress.grid, domains) : []),
    ...(progress.map ? mapFacts(progress.map, elements, progress.grid !== null) : []),
  ];
}

const plain = (value: number, label: string): FactView => ({
  rag: '',
  value: String(value),
  label,
});

function gridFacts(
  { assigned, submitted }: Progress,
  domains: readonly PlaceDomainView[],
): FactView[] {
  const of = (code: string): number => domains.filter(({ rag }) => rag.code === code).length;
  const agreed = domains.filter(({ working }) => working.agreed !== null).length;
  return [
    plain(submitted, `answered the grid, of ${assigned}`),
    plain(agreed, `domains agreed, of ${domains.length}`),
    { rag: 'discuss', value: String(of('discuss')), label: 'domains to discuss' },
    { rag: 'red', value: String(of('red')), label: 'domains red' },
  ];
}

/** Beside the grid's figures the two that matter most; alone, one for each colour. */
function mapFacts(
  { assigned, submitted }: Progress,
  elements: readonly PlaceElementView[],
  besideGrid: boolean,
): FactView[] {
  const coloured = (code: string, label: string): FactView => ({
    rag: code,
    value: String(elements.filter(({ rag }) => rag.code === code).length),
    label,
  });
  const answered = plain(submitted, `answered the service map, of ${assigned}`);
  const red = coloured('red', `elements red, of ${elements.length}`);
  if (besideGrid) return [answered, red];
  return [
    answered,
    red,
    coloured('amber', 'amber'),
    coloured('green', 'green'),
    coloured('purple', 'in development'),
    coloured('white', 'unknown'),
  ];
}
