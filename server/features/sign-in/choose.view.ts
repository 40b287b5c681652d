/** The page on which somebody with roles in several systems chooses one. */
import type { Entrance } from '../../domain/access/sign-in.ts';
import { roleInWords } from '../../web/frame.ts';
import { template } from '../../web/reply.ts';

interface Door {
  /** of the system; '' for the administration */
  readonly value: string;
  readonly name: string;
  readonly roles: string;
}
export interface ChooseView {
  readonly csrf: string;
  readonly returnTo: string;
  readonly doors: readonly Door[];
}
export const choosePage = template<ChooseView>('sign-in/choose');

export function toChooseView(
  entrances: readonly Entrance[],
  facts: Omit<ChooseView, 'doors'>,
): ChooseView {
  return {
    ...facts,
    doors: entrances.map(({ systemId, name, roles }) => ({
      value: systemId ?? '',
      name,
      roles: roles.map(roleInWords).join(', '),
    })),
  };
}
