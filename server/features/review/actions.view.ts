/** The open actions on a domain or an element of the Place or on a contradiction, and where another one is raised. */
import { actionStatusWords, isOpen } from '../../domain/actions/action.ts';
import { paths } from '../../web/paths.ts';
import { formatDay } from '../../web/time.ts';
import type { ReviewFacts } from './review.load.ts';

export interface ActionsView {
  readonly open: readonly {
    readonly what: string;
    readonly href: string;
    /** "Under way, Kingfisher, due 31 March 2027" */
    readonly state: string;
  }[];
  readonly raiseHref: string;
}

/** `review/parts/actions` */
export interface ActionsPart {
  readonly actions: ActionsView;
  /** what is said where none is open */
  readonly none: string;
}

export function toActions(
  { actions, round, place }: ReviewFacts,
  source: 'domain' | 'element' | 'contradiction',
  item: string,
): ActionsView {
  const open = actions.filter(
    (action) => action.source === source && action.itemId === item && isOpen(action),
  );
  const from = { place: place.slug, source, item, round: round.slug };
  return {
    open: open.map(({ id, what, status, ownerAgency, ownerPerson, ownerName, dueOn }) => ({
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
