/** Words about who takes part and what they answer: this platform's own (Design 1, 2). */
import type { Term } from '../instrument/definition.ts';

export const roundTerms = [
  {
    id: 'agency',
    term: 'Agency',
    definition:
      'An organisation that takes part: an NHS trust, a council’s service, a charity. It works in one or more Places and belongs to one or more sectors.',
  },
  {
    id: 'agency-lead',
    term: 'Agency lead, contributor',
    definition:
      'Both answer for their agency. The lead also submits the answers, and speaks for the agency.',
  },
  {
    id: 'coordinator',
    term: 'Coordinator',
    definition:
      'Runs the rounds of a system: opens them, sees who has answered, publishes the results. Ask the coordinator when something is unclear.',
  },
  {
    id: 'icb',
    term: 'ICB',
    definition:
      'Integrated Care Board: the NHS body that plans and pays for most of the health care in a system. Its lead reads the published results.',
  },
  {
    id: 'instrument',
    term: 'Instrument',
    definition:
      'A questionnaire with its source and its rules, such as the maturity grid. Once published, a version never changes, and a round keeps to one version.',
  },
  {
    id: 'intervention-map',
    term: 'Intervention map',
    definition:
      'The toolkit’s list of named interventions, with the level of care that each was designed for, where that is known.',
  },
  {
    id: 'maturity-grid',
    term: 'Maturity grid',
    definition:
      'The questionnaire on eleven domains. Each agency answers it for every Place it works in, and speaks for the whole system there, not for itself.',
  },
  {
    id: 'no-service',
    term: '“No service”',
    definition:
      'An answer in the service map: this agency offers nothing in that sector and Place. It is not the same as silence, or as not knowing.',
  },
  {
    id: 'piew',
    term: 'PIEW sub-group',
    definition:
      'The group for Parent-Infant Emotional Wellbeing. Its members review what came in for a Place and agree a level for each domain.',
  },
  {
    id: 'place',
    term: 'Place',
    definition:
      'A local area of a system, as a rule that of a council. Results are given Place by Place.',
  },
  {
    id: 'response',
    term: 'Response',
    definition:
      'One agency’s answers to one questionnaire; of the grid, for one Place. A draft until it is submitted, and again where it is returned.',
  },
  {
    id: 'reviewer',
    term: 'Reviewer, chair',
    definition:
      'Reviewers are members of the PIEW sub-group and read what came in for their Places. One of them chairs, and records what is agreed.',
  },
  {
    id: 'round',
    term: 'Round',
    definition:
      'One run of the questionnaires over chosen Places and agencies, with a closing day. The next round shows what has moved since.',
  },
  {
    id: 'round-state',
    term: 'State of a round',
    definition:
      'Open: agencies answer. In review: the sub-group weighs the answers. Factual check: agencies look over the draft results. Published: everybody in the system reads them. Archived: kept to compare with.',
  },
  {
    id: 'sector',
    term: 'Sector',
    definition:
      'The kind of work an agency does; the service map knows eight. Family hubs, CAMHS, specialised teams, early years and general practice are “Other”.',
  },
  {
    id: 'service-entry',
    term: 'Service entry',
    definition:
      'One service in the service map. It names the Places it serves, so a service for three Places is entered once.',
  },
  {
    id: 'service-map',
    term: 'Service map',
    definition:
      'The questionnaire on what there is: each agency enters its services, whom they are for, what happens in them and who pays.',
  },
  {
    id: 'system',
    term: 'System',
    definition:
      'An area whose agencies plan together, as a rule an Integrated Care System (ICS). No system sees anything of another.',
  },
] as const satisfies readonly Term[];
