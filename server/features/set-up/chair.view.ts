/** There is one chair: who it was until now is said before somebody else becomes it. */
import { chairOf, type RoleWish } from '../../domain/set-up/roles.ts';
import type { Form } from '../../web/form.ts';
import type { ConfirmView } from './confirm.view.ts';
import type { StoredSystem } from './known.queries.ts';

/** Its value is the role of the chair that the coordinator was told of. */
export const confirmName = 'unseats';

export interface ChairQuestion {
  readonly system: Pick<StoredSystem, 'members'>;
  readonly wish: RoleWish;
  /** of the person who would become the chair */
  readonly name: string;
  /** undefined for somebody new */
  readonly personId: string | undefined;
  /** what was sent, to be sent again */
  readonly form: Form;
}

/** Null where nobody else is the chair, or where this very question was answered. */
export function chairQuestion(
  { system, wish, name, personId, form }: ChairQuestion,
  around: Pick<ConfirmView, 'caption' | 'csrf' | 'action' | 'keepHref'>,
): ConfirmView | null {
  const chair = wish.isChair ? chairOf(system.members) : undefined;
  if (!chair || chair.member.personId === personId) return null;
  if (form.text(confirmName) === chair.role.id) return null;
  const until = chair.member.name;
  return {
    ...around,
    heading: `Make ${name} the chair?`,
    lede: `${until} is the chair until now, and stays a reviewer.`,
    points: [
      `What ${until} has recorded and signed off stays as it is.`,
      `${name} records agreement and signs off from now on.`,
    ],
    fields: [...sentFields(form), { name: confirmName, value: chair.role.id }],
    button: `Make ${name} the chair`,
    warning: false,
    keepText: 'Leave it as it is',
  };
}

function sentFields(form: Form): ConfirmView['fields'] {
  const names = form.names().filter((name) => name !== '_csrf' && name !== confirmName);
  return names.flatMap((name) => form.all(name).map((value) => ({ name, value })));
}
