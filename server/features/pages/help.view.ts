/** Help: the same questions for everybody; signed in it also says which part is yours, and whom to ask. */
import { hasRole, type MemberRole, type Scope } from '../../domain/access/scope.ts';
import { template } from '../../web/reply.ts';

export interface RoleView {
  readonly role: string;
  readonly does: readonly string[];
  /** of the person who reads */
  readonly yours: boolean;
}
export interface HelpView {
  readonly roles: readonly RoleView[];
  /** "Ruth Abendroth coordinates Aldermoor and Wend."; '' where nobody is signed in, or nobody coordinates */
  readonly contact: string;
}
export const helpPage = template<HelpView>('pages/help');

interface RolePlan {
  readonly role: MemberRole;
  readonly name: string;
  readonly does: readonly string[];
}

const plans: readonly RolePlan[] = [
  {
    role: 'contributor',
    name: 'Contributor',
    does: [
      'Answer the maturity grid for each Place that your agency works in, and enter its services in the service map.',
      'Stop and come back whenever you like; a colleague can carry on.',
    ],
  },
  {
    role: 'agency-lead',
    name: 'Agency lead',
    does: [
      'Do what contributors do, then check the answers and submit them for the agency.',
      'If they are returned to you, change them and submit again.',
      'Invite colleagues who answer with you, and remove those who have left.',
    ],
  },
  {
    role: 'reviewer',
    name: 'Reviewer',
    does: [
      'Read what came in for your Places under Results, before it is published.',
      'Give your own view of each domain first: the others’ views open when you have saved yours.',
      'Agree a level for each domain with the other reviewers, the splits first: on the workshop screen, or domain by domain. The chair records it with the reason, who was present and any dissent, and signs the Place off.',
      'As the chair, record another colour of a support element where the derived one misleads, and once the results are published propose corrections of them, each with the reason.',
      'Answer the agencies’ comments during the factual check, and raise actions.',
      'As the chair, return answers that need another look to their agency, from the page that shows them, and say why.',
    ],
  },
  {
    role: 'icb-lead',
    name: 'ICB lead',
    does: [
      'Read the published results, Place by Place and side by side.',
      'Follow any level or colour back to its reasons, and download the PDF and the data.',
    ],
  },
  {
    role: 'coordinator',
    name: 'Coordinator',
    does: [
      'See under Progress who has answered and whom to call, and remind those who have not. On the days that you choose before the closing, reminders go out by themselves.',
      'See how the Places compare while the round is in review.',
      'Return submitted answers to their agency, from the page that shows them, and say why. Everybody who answers for it is e-mailed.',
      'Publish the results. Afterwards read the corrections that wait, from the round under Set-up, and publish them together as a new edition.',
      'Download a round’s data from its system matrix.',
    ],
  },
];

export function toHelpView(scope: Scope | null, coordinators: readonly string[]): HelpView {
  return {
    roles: plans.map(({ role, name, does }) => ({
      role: name,
      does,
      yours: scope !== null && hasRole(scope, role),
    })),
    contact: scope ? contactText(coordinators, scope.systemName) : '',
  };
}

function contactText(names: readonly string[], system: string): string {
  const [first, ...others] = names;
  if (first === undefined) return '';
  if (others.length === 0) return `${first} coordinates ${system}.`;
  return `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1) ?? ''} coordinate ${system}.`;
}
