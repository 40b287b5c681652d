/** The sign-in page: one button per persona in the demonstration, a plain statement elsewhere. */
import type { Persona } from './sign-in.queries.ts';
import { template } from '../../web/reply.ts';

interface PersonaButton {
  readonly membershipId: string;
  readonly role: string;
  readonly detail: string;
}
interface PersonaGroup {
  readonly system: string;
  readonly about: string;
  readonly personas: readonly PersonaButton[];
}
export interface SignInView {
  readonly demo: boolean;
  readonly returnTo: string;
  readonly csrf: string;
  readonly groups: readonly PersonaGroup[];
}
export const signInPage = template<SignInView>('sign-in/sign-in');

const roleWords: Readonly<Record<Persona['role'], string>> = {
  coordinator: 'Coordinator',
  reviewer: 'Reviewer',
  'icb-lead': 'ICB lead',
  'agency-lead': 'Agency lead',
  contributor: 'Contributor',
};

function toButton(persona: Persona): PersonaButton {
  const where = persona.agencyName ?? persona.placeNames.join(', ');
  return {
    membershipId: persona.membershipId,
    role: persona.isChair ? 'Chair' : roleWords[persona.role],
    detail: [persona.personName, where, persona.systemName].filter(Boolean).join(', '),
  };
}

export function toSignInView(
  personas: readonly Persona[],
  facts: Omit<SignInView, 'groups'>,
): SignInView {
  const groups = new Map<string, PersonaGroup & { personas: PersonaButton[] }>();
  for (const persona of personas) {
    const group = groups.get(persona.systemId) ?? {
      system: persona.systemName,
      about: persona.fictional
        ? 'An invented system with a round to answer, one in review and one published.'
        : 'The real case: the service map as its published strategy describes it, in March 2025.',
      personas: [],
    };
    group.personas.push(toButton(persona));
    groups.set(persona.systemId, group);
  }
  return { ...facts, groups: [...groups.values()] };
}
