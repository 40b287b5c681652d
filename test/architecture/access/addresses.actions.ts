/** The ids of actions of every kind that an address can name. */
import { noId, nobody } from './addresses.none.ts';
import type { Addresses, Ids } from './addresses.ts';
import type { Found } from './found.ts';

export async function actionAddresses(own: Found, foreign: Found): Promise<Addresses['action']> {
  const of = async (found: Found, what: string): Promise<readonly Ids[]> => [
    { action: await found.action(what) },
  ];
  return {
    published: await of(own, 'published'),
    own: await of(own, 'own'),
    'ICB lead’s': await of(own, 'ICB lead’s'),
    unpublished: await of(own, 'unpublished'),
    'unpublished, other Place': await of(own, 'unpublished, other Place'),
    'unpublished, own': await of(own, 'unpublished, own'),
    'other system': [
      ...(await of(foreign, 'published')),
      ...(await of(foreign, 'own')),
      ...(await of(foreign, 'unpublished')),
    ],
    missing: [{ action: nobody }, { action: noId }],
  };
}
