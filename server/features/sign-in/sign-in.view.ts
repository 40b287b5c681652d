/** The sign-in page: one button per persona in the demonstration, a plain statement elsewhere. */
import { template } from '../../web/reply.ts';
import type { AdministratorPersona, Persona } from './sign-in.queries.ts';

interface PersonaButton {
  /** id of the membership, or of the administrator */
  readonly value: string;
  /** whole, for those who hear it: "Agency lead: Siân Elwyn-Hughes, Kingfisher, Aldermoor and Wend" */
  readonly label: string;
  readonly role: string;
  readonly name: string;
  /** agency or Places; '' for those of the whole system */
  readonly where: string;
  readonly system: string;
}
interface RoleGroup {
  readonly role: string;
  /** what one sees in this role, in a line */
  readonly sees: string;
  readonly personas: readonly PersonaButton[];
}
interface SystemGroup {
  readonly system: string;
  readonly about: string;
  readonly roles: readonly RoleGroup[];
}
export interface SignInView {
  readonly returnTo: string;
  readonly csrf: string;
  readonly systems: readonly SystemGroup[];
}
export const signInPage = template<SignInView>('sign-in/sign-in');

interface RoleWords {
  readonly role: string;
  readonly sees: string;
}
const chair: RoleWords = {
  role: 'Chair',
  sees: 'Where the agencies differ, Place by Place: what to discuss first.',
};
const roleWords: Readonly<Record<Persona['role'], RoleWords>> = {
  coordinator: {
    role: 'Coordinator',
    sees: 'Who has answered and who is silent, what is to discuss, what is published.',
  },
  reviewer: {
    role: 'Reviewer',
    sees: 'What came in for their own Places: levels, reasons, evidence.',
  },
  'icb-lead': {
    role: 'ICB lead',
    sees: 'The published results: what is missing where, and the PDFs.',
  },
  'agency-lead': {
    role: 'Agency lead',
    sees: 'The agency’s questionnaires: answers them with colleagues, and submits.',
  },
  contributor: {
    role: 'Contributor',
    sees: 'The same questionnaires: answers, and leaves submitting to the lead.',
  },
};

/** Of a system that has only published results. */
const published = {
  names: 'The published map, with the agencies’ names.',
  plain: 'The published map as everybody in the system sees it, and the PDFs.',
};

function wordsOf({ isChair, role, fictional }: Persona): RoleWords {
  const words = isChair ? chair : roleWords[role];
  if (fictional) return words;
  const seesNames = role === 'coordinator' || role === 'reviewer';
  return { ...words, sees: seesNames ? published.names : published.plain };
}

function toButton(persona: Persona): PersonaButton {
  const { membershipId, personName, systemName, agencyName, placeNames } = persona;
  const { role } = wordsOf(persona);
  const where = agencyName ?? placeNames.join(', ');
  return {
    value: membershipId,
    label: `${role}: ${[personName, where, systemName].filter(Boolean).join(', ')}`,
    role,
    name: personName,
    where,
    system: systemName,
  };
}

export function toSignInView(
  personas: readonly Persona[],
  administrators: readonly AdministratorPersona[],
  facts: Omit<SignInView, 'systems'>,
): SignInView {
  const systems = groupedBy(personas, ({ systemId }) => systemId).map(toSystem);
  return {
    ...facts,
    systems: administrators.length > 0 ? [...systems, toInstallation(administrators)] : systems,
  };
}

function toInstallation(administrators: readonly AdministratorPersona[]): SystemGroup {
  const system = 'This installation';
  const role = 'Administrator';
  const toPersona = ({ personId, personName }: AdministratorPersona): PersonaButton => ({
    value: personId,
    label: `${role}: ${personName}, ${system}`,
    role,
    name: personName,
    where: '',
    system,
  });
  return {
    system,
    about: 'Whoever runs it for several systems, and sees no answers.',
    roles: [
      {
        role,
        sees: 'The systems and the accounts: creates the one, opens and closes the other.',
        personas: administrators.map(toPersona),
      },
    ],
  };
}

function toSystem(personas: readonly [Persona, ...Persona[]]): SystemGroup {
  const [{ systemName, fictional }] = personas;
  return {
    system: systemName,
    about: fictional
      ? 'An invented system with a round to answer, one in review and one published.'
      : 'The real case: the service map as its published strategy describes it, in March 2025.',
    roles: groupedBy(personas, (persona) => wordsOf(persona).role).map((group) => ({
      ...wordsOf(group[0]),
      personas: group.map(toButton),
    })),
  };
}

/** Groups in the order in which their first member comes. */
function groupedBy(
  personas: readonly Persona[],
  keyOf: (persona: Persona) => string,
): [Persona, ...Persona[]][] {
  const groups = new Map<string, [Persona, ...Persona[]]>();
  for (const persona of personas) {
    const group = groups.get(keyOf(persona));
    if (group) group.push(persona);
    else groups.set(keyOf(persona), [persona]);
  }
  return [...groups.values()];
}
