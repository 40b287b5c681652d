/** Somebody who answers, as the pages' own functions know them: for tests that call these without a browser. */
import { grantScope, type Scope } from '../../server/domain/access/scope.ts';
import { idOf } from '../../server/features/set-up/set-up.queries.ts';
import type { TestSystem } from './system.ts';

/** Małgorzata, a contributor of Kingfisher. */
export function aContributor({ ids, slug }: TestSystem): Scope {
  return grantScope({
    personId: idOf(ids.people, `małgorzata@${slug}.example`),
    personName: 'Małgorzata Wiśniewska',
    systemId: ids.systemId,
    systemName: slug,
    systemSlug: slug,
    fictional: true,
    memberships: [
      {
        role: 'contributor',
        agencyId: idOf(ids.agencies, 'kingfisher'),
        placeIds: [],
        isChair: false,
      },
    ],
  });
}
