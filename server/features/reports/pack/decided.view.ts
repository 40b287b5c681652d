/** A Place's decisions in the order of its report, and the domains without one: set aside, or not agreed yet. */
import type { AgreedView, WorkingView } from '../domain-working.view.ts';
import type { PlaceDomainView } from '../place-domains.view.ts';
import type { PlaceElementView } from '../place-elements.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';

export interface DecidedView {
  readonly kind: 'level' | 'aside' | 'colour';
  readonly name: string;
  /** "Early growth, on 4 March 2026", "Set aside, on 4 March 2026", "Agreed: Green (derived: Amber), on 4 March 2026" */
  readonly agreed: string;
  /** "Median before: Foundations; was split; 8 of 10 gave a level."; '' of an element */
  readonly before: string;
  readonly rationale: string;
  /** these two '' for those who may not see names */
  readonly dissent: string;
  readonly present: string;
}

export function toDecisions({ domains, elements, levels }: PlaceReportView): {
  readonly decisions: readonly DecidedView[];
  /** names of the domains that wait for a decision */
  readonly left: readonly string[];
} {
  const word = (level: number): string => levels[level]?.word ?? '';
  return {
    decisions: [
      ...domains.flatMap((domain) => ofDomain(domain, word)),
      ...elements.flatMap(ofElement),
    ],
    left: domains.filter(({ working }) => decidedOf(working) === null).map(({ name }) => name),
  };
}

function ofDomain(domain: PlaceDomainView, word: (level: number) => string): DecidedView[] {
  const { name, distribution, flags, given, working } = domain;
  const decided = decidedOf(working);
  if (decided === null) return [];
  const median = distribution?.median ?? null;
  const before = [
    ...(median === null ? [] : [`Median before: ${word(median)}`]),
    ...flags.flatMap(({ code }) => splitWords[code] ?? []),
    `${given} gave a level.`,
  ].join('; ');
  const { text, rationale, dissent, present } = decided;
  const kind = working.agreed ? 'level' : 'aside';
  return [{ kind, name, agreed: text, before, rationale, dissent, present }];
}

const splitWords: Readonly<Record<string, string>> = { split: 'split', 'was-split': 'was split' };

const decidedOf = ({ agreed, aside }: WorkingView): AgreedView | null => agreed ?? aside;

function ofElement({ title, agreed }: PlaceElementView): DecidedView[] {
  if (agreed === null) return [];
  const { text, rationale, dissent, present } = agreed;
  return [{ kind: 'colour', name: title, agreed: text, before: '', rationale, dissent, present }];
}
