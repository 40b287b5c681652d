/** How an action is put in words wherever it is listed: whose it is, where it was raised from, why it needs a look. */
import type { ActionSource, Alarm } from '../domain/actions/action.ts';
import type { NamedContent } from '../domain/actions/change.ts';
import { formatDate, formatDay } from './time.ts';

/** "Kingfisher (Siân Elwyn-Hughes), the estates team"; '' for nobody. */
export function ownerWords({
  ownerAgency,
  ownerPerson,
  ownerName,
}: Pick<NamedContent, 'ownerAgency' | 'ownerPerson' | 'ownerName'>): string {
  const known =
    ownerAgency !== '' && ownerPerson !== ''
      ? `${ownerAgency} (${ownerPerson})`
      : `${ownerAgency}${ownerPerson}`;
  return [known, ownerName].filter(Boolean).join(', ');
}

interface Sourced {
  readonly source: ActionSource;
  readonly about: string;
  readonly roundName: string | null;
}

/** "Financial investment, Spring 2026"; '' where it was raised from nothing. */
export function sourceWords({ source, about, roundName }: Sourced): string {
  if (source === 'none') return '';
  const kind = { domain: '', element: '', gap: 'Gap: ', contradiction: 'Contradiction: ' }[source];
  return `${kind}${about}${roundName === null ? '' : `, ${roundName}`}`;
}

export function dueWords(dueOn: string | null): string {
  return dueOn === null ? 'No day set' : formatDay(dueOn);
}

/** "Overdue", "Stuck since 3 January 2026"; '' for neither. */
export function alarmWords(alarm: Alarm | null, { changedAt }: { readonly changedAt: Date }) {
  if (alarm === 'overdue') return 'Overdue';
  return alarm === 'stuck' ? `Stuck since ${formatDate(changedAt)}` : '';
}
