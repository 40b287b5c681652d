/** The questions before roles are taken away. */
import type { KnownMember, KnownRole, KnownSystem } from '../../domain/set-up/known.ts';
import { answersFor, roleNames, roleWords } from '../../domain/set-up/roles.ts';
import { paths } from '../../web/paths.ts';
import type { ConfirmView } from './confirm.view.ts';

type Around = Pick<ConfirmView, 'caption' | 'csrf'>;

export function toRemoveRoleView(
  system: KnownSystem,
  { personId, name, roles }: KnownMember,
  role: KnownRole,
  around: Around,
): ConfirmView {
  const points = [
    answersFor(role.role) ? 'Everything they have answered stays, under their name.' : '',
    role.role === 'reviewer' ? 'The levels and comments they gave stay, under their name.' : '',
    role.isChair ? 'Nobody is the chair then, until you choose another.' : '',
    roles.length === 1
      ? `It is their only role here: ${name} can’t open this system any more.`
      : '',
  ];
  return {
    ...around,
    heading: `Take this role from ${name}?`,
    lede: `${roleWords(role, system)}. It counts from the next page they open.`,
    points: points.filter((point) => point !== ''),
    action: paths.setUp.removeRole(personId, role.id),
    fields: [],
    button: `Take away the role ${roleNames[role.role]}`,
    warning: true,
    keepHref: paths.setUp.thing('people', personId),
    keepText: 'Keep it',
  };
}

export function toLeaveView(
  system: KnownSystem,
  { personId, name, roles }: KnownMember,
  around: Around,
): ConfirmView {
  return {
    ...around,
    heading: `Take every role from ${name}?`,
    lede: `${name} can’t open this system any more, from the next page they open. What they did stays, under their name.`,
    points: roles.map((role) => roleWords(role, system)),
    action: paths.setUp.leave(personId),
    fields: [],
    button: `Take away all ${roles.length} roles`,
    warning: true,
    keepHref: paths.setUp.thing('people', personId),
    keepText: 'Keep them',
  };
}
