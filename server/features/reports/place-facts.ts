/** The figures at the top of a Place's report: three to six of them, each leading to what it counts. */
import type { PlaceDomainView } from './place-domains.view.ts';
import type { PlaceElementView } from './place-elements.view.ts';
import type { FactView } from './report.view.ts';

interface Progress {
  readonly assigned: number;
  readonly submitted: number;
}

/** Where on the page they stand. */
const listed = { answers: '#answered', domains: '#views', elements: '#elements' } as const;
type Listed = keyof typeof listed;

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

/** Before the first answer only who was asked is listed. */
export function unlisted(fact: FactView): FactView {
  return fact.href === listed.answers ? fact : { ...fact, href: '' };
}

const plain = (value: number, label: string, of: Listed): FactView => ({
  rag: '',
  value: String(value),
  label,
  href: listed[of],
});

function gridFacts(
  { assigned, submitted }: Progress,
  domains: readonly PlaceDomainView[],
): FactView[] {
  const of = (code: string): number => domains.filter(({ rag }) => rag.code === code).length;
  const agreed = domains.filter(({ working }) => working.agreed !== null).length;
  return [
    plain(submitted, `answered the grid, of ${assigned}`, 'answers'),
    plain(agreed, `domains agreed, of ${domains.length}`, 'domains'),
    {
      rag: 'discuss',
      value: String(of('discuss')),
      label: 'domains to discuss',
      href: listed.domains,
    },
    { rag: 'red', value: String(of('red')), label: 'domains red', href: listed.domains },
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
    href: listed.elements,
  });
  const answered = plain(submitted, `answered the service map, of ${assigned}`, 'answers');
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
