/** The glossary: what this platform explains itself, and where the instruments' own terms stand among it. */
import type { Term } from '../instrument/definition.ts';
import { careTerms } from './care.terms.ts';
import { colourTerms } from './colour.terms.ts';
import { relationshipTerms } from './relationship.terms.ts';
import { resultTerms } from './result.terms.ts';
import { roundTerms } from './round.terms.ts';

interface GroupPlan {
  readonly id: string;
  readonly title: string;
  /** where the group's words come from; '' for this platform's own */
  readonly source: string;
  readonly terms: readonly Term[];
  /** ids of terms that instruments define: they are written there, and only there */
  readonly fromInstruments: readonly string[];
}

export interface GlossaryGroup {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** in alphabetical order */
  readonly terms: readonly Term[];
}

/** The credit that the toolkit asks for. */
export const toolkitCredit =
  'Parent-Infant Foundation (2023) Parent-Infant Relationships (PAIR) Services Commissioning Toolkit.';

const fromToolkit = (section: string): string =>
  `After ${section} of the toolkit of the Parent-Infant Foundation (2023), in our own words.`;

const inBabies =
  'attachment baby co-parent first-1001-days marginalised-parents pair parent-infant-relationship parent-infant-relationship-difficulties protective-factor risk-factor';
const inCare =
  'camhs campaign care-pathway case-consultation clinical-offer early-help early-intervention edge-of-care individual-assessment intervention joint-visit looked-after-children recurrent-funding risk-work routine-enquiry service service-user specialist specialist-consultation support targeted team third-sector threshold universal';

const plans: readonly GroupPlan[] = [
  {
    id: 'babies',
    title: 'Babies and relationships',
    source: fromToolkit('section A.1'),
    terms: relationshipTerms,
    fromInstruments: inBabies.split(' '),
  },
  {
    id: 'care',
    title: 'Services and care',
    source: fromToolkit('sections A.1 and A.3'),
    terms: careTerms,
    fromInstruments: inCare.split(' '),
  },
  { id: 'rounds', title: 'Who answers what', source: '', terms: roundTerms, fromInstruments: [] },
  {
    id: 'levels',
    title: 'Levels and results',
    source: '',
    terms: resultTerms,
    fromInstruments: [],
  },
  { id: 'colours', title: 'Colours', source: '', terms: colourTerms, fromInstruments: [] },
];

const ownTerms = [
  ...relationshipTerms,
  ...careTerms,
  ...roundTerms,
  ...resultTerms,
  ...colourTerms,
] as const;

/** A word that this platform explains itself. */
export type OwnTermId = (typeof ownTerms)[number]['id'];

const ownById = new Map<string, Term>(ownTerms.map((term) => [term.id, term]));

/** Total: the ids are those of the lists above. */
export function ownTerm(id: OwnTermId): Term {
  const term = ownById.get(id);
  if (!term) throw new Error(`the glossary has no ${id}`);
  return term;
}

/**
 * Every word once, in groups: this platform's own, and with them what instruments define. Of
 * instruments that define the same word the first is taken. Terms that belong to no group come last.
 */
export function glossary(ofInstruments: readonly Term[]): GlossaryGroup[] {
  const defined = new Map(ofInstruments.toReversed().map((term) => [term.id, term]));
  for (const id of ownById.keys()) defined.delete(id);
  const groups = plans.map(({ id, title, source, terms, fromInstruments }) => {
    const theirs = fromInstruments.flatMap((term) => defined.get(term) ?? []);
    return { id, title, source, terms: inOrder([...terms, ...theirs]) };
  });
  for (const id of plans.flatMap((plan) => plan.fromInstruments)) defined.delete(id);
  const rest = inOrder([...defined.values()]);
  const more = { id: 'more', title: 'More words of the questionnaires', source: '', terms: rest };
  return rest.length > 0 ? [...groups, more] : groups;
}

function inOrder(terms: readonly Term[]): Term[] {
  const key = ({ term }: Term): string => term.replace(/^“/, '');
  return terms.toSorted((a, b) => key(a).localeCompare(key(b), 'en-GB'));
}
