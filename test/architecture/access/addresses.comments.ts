/** The ids of comments on draft results, of every kind that an address can name. */
import { noId, nobody } from './addresses.none.ts';
import type { Addresses, Ids } from './addresses.ts';
import type { Found } from './found.ts';

type At = Readonly<Record<'round' | 'place', string>>;

export async function commentAddresses(
  own: Found,
  foreign: Found,
  theirs: At,
): Promise<Addresses['comment']> {
  const vale = { round: 'past', place: 'ferrow-vale' };
  const quillby = { round: 'past', place: 'quillby' };
  const of = async (found: Found, text: string, at: At): Promise<Ids> => ({
    ...at,
    comment: await found.comment(text),
  });
  return {
    own: [await of(own, 'own', vale)],
    'other agency': [await of(own, 'other agency', vale)],
    'other Place': [await of(own, 'other Place', quillby)],
    'other system': [await of(foreign, 'own', theirs), await of(foreign, 'own', vale)],
    missing: [
      { ...vale, comment: nobody },
      { ...vale, comment: noId },
      await of(own, 'own', quillby),
    ],
  };
}
