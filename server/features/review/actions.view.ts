/** The open actions on a domain of the Place, beside its level, and where another one is raised. */
import { actionStatusWords, isOpen } from '../../domain/actions/action.ts';
import { paths } from '../../web/paths.ts';
import { formatDay } from '../../web/time.ts';
import type { ReviewFacts } from './review.load.ts';

export interface ActionsView {
  readonly open: readonly {
    readonly what: string;
    readonly href: string;
    /** "Under way, Kingfisher, due 2027-03-31" */
    readonly state: string;
  }[];
  readonly raiseHref: string;
}

export function toActions({ actions, round, place }: ReviewFacts, domainId: string): ActionsView {
  const ofDomain = actions.filter(
    (action) => action.source === 'domain' && action.itemId === domainId && isOpen(action),
  );
  const from = { place: place.slug, source: 'domain', item: domainId, round: round.slug };
  return {
    open: ofDomain.map(({ id, what, status, ownerAgency, ownerPerson, ownerName, dueOn }) => ({
      what,
      href: paths.action(id),
      state: [
        actionStatusWords[status],
        ...[ownerAgency, ownerPerson, ownerName].filter(Boolean),
        ...(dueOn === null ? [] : [`due ${formatDay(dueOn)}`]),
      ].join(', '),
    })),
    raiseHref: paths.newAction(from),
  };
}
