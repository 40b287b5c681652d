/** The ids of people, their roles and their accounts that an address can name. */
import { noId, nobody } from './addresses.none.ts';
import type { Addresses } from './addresses.ts';
import type { Found } from './found.ts';
import { slugIn } from './people.ts';

export async function peopleAddresses(
  own: Found,
  foreign: Found,
): Promise<
  Pick<Addresses, 'person' | 'role' | 'colleague' | 'account' | 'closed account' | 'linked account'>
> {
  const [ours, theirs] = [await own.person('colleague'), await foreign.person('colleague')];
  const [ourRole, theirRole] = [await own.role('colleague'), await foreign.role('colleague')];
  const stranger = await own.person('stranger');
  return {
    person: {
      own: [{ person: ours }],
      'other system': [{ person: theirs }],
      missing: [{ person: nobody }, { person: noId }],
    },
    role: {
      own: [{ person: ours, role: ourRole }],
      'other system': [
        { person: theirs, role: theirRole },
        { person: ours, role: theirRole },
        { person: theirs, role: ourRole },
      ],
      missing: [
        { person: ours, role: nobody },
        { person: ours, role: noId },
        { person: ours, role: await own.role('stranger') },
      ],
    },
    colleague: {
      own: [{ agency: 'kingfisher', person: ours }],
      'other agency': [
        { agency: 'wendside', person: stranger },
        { agency: 'kingfisher', person: stranger },
      ],
      'other system': [
        { agency: slugIn('there', 'kingfisher'), person: theirs },
        { agency: 'kingfisher', person: theirs },
      ],
      missing: [
        { agency: 'kingfisher', person: nobody },
        { agency: 'kingfisher', person: noId },
        { agency: 'nothing', person: ours },
      ],
    },
    account: {
      any: [{ account: ours }, { account: theirs }],
      missing: [{ account: nobody }, { account: noId }],
    },
    'linked account': {
      any: [{ account: theirs }],
      missing: [{ account: nobody }, { account: noId }],
    },
    'closed account': {
      any: [{ account: await foreign.person('stranger') }],
      missing: [{ account: nobody }, { account: noId }],
    },
  };
}
