/** Words about services and care: sections A.1 and A.3 of the PAIR Commissioning Toolkit, in our own words. */
import type { Term } from '../instrument/definition.ts';

export const careTerms = [
  {
    id: 'level-of-care',
    term: 'Level of care',
    definition:
      'Whom a service is for: universal is for everyone, targeted for families who need more, specialist for those who need particular skills. Not the same as a level of the maturity grid.',
  },
  {
    id: 'pair-service',
    term: 'Parent-infant relationship service',
    definition:
      'A service that works for the relationship itself, whether or not a parent is ill. The word takes in support, interventions and specialised teams.',
  },
  {
    id: 'perinatal-mental-health-service',
    term: 'Perinatal mental health service',
    definition:
      'Treats a mother’s own mental illness around birth, as a rule from moderate to severe, for as long as she needs it. The relationship may be part of the work and is not its purpose, so an area needs both kinds of service.',
  },
  {
    id: 'pimhs',
    term: 'PIMHS',
    definition:
      'Parent-infant mental health service: what some specialised teams call themselves. Others go by names of their own.',
  },
  {
    id: 'prevention',
    term: 'Prevention: primary, secondary, tertiary',
    definition:
      'Older names for a line without sharp breaks. Primary prevention keeps difficulties from arising: support. Secondary and tertiary act on those that are there: interventions.',
  },
  {
    id: 'system-transformation',
    term: 'System transformation',
    definition:
      'Changing how a whole area works, not one service. Midwives, health visitors, GPs, social workers, charities and specialists all touch the same relationship, and families have to find their way between them.',
  },
  {
    id: 'thrive',
    term: 'THRIVE',
    definition:
      'A framework that sorts help by what a family needs now: Thriving, Getting advice, Getting help, Getting more help, Getting risk support. Every element of support belongs to one of these.',
  },
] as const satisfies readonly Term[];
