/** How pages call a response and what surrounds it: title, caption, crumbs, times. */
import { instrumentWords, responseWords } from '../../domain/instrument/short-words.ts';
import { scopeSentence, type ScopeSentence } from '../../domain/instrument/scope-sentence.ts';
import { allows, provenanceWords } from '../../domain/round/response.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import { crumbsAbove, keyingWords } from '../../web/crumbs.ts';
import { paths } from '../../web/paths.ts';
import type { PageOptions } from '../../web/reply.ts';
import { formatDate, formatDateTime, formatTime } from '../../web/time.ts';
import type { Opened } from './opened.ts';

export interface HeaderView {
  readonly caption: string;
  readonly scope: ScopeSentence;
}

/** @param between what stands between the instrument and the agency, such as "domain 3 of 11" */
export function toHeader(
  { response, definition }: Pick<Opened, 'response' | 'definition'>,
  between?: string,
): HeaderView {
  const { agencyName, placeName, keyedBy } = response;
  const about = placeName === null ? '' : ` for ${placeName}`;
  const onPaper = keyedBy === null ? undefined : provenanceWords(response);
  const parts = [`${instrumentWords(definition)}${about}`, between, agencyName, onPaper];
  return {
    caption: parts.filter((part) => part !== undefined).join(' · '),
    scope: scopeSentence(definition, { agency: agencyName, place: placeName }),
  };
}

/** What every page of a response has around it. */
export function pageOptions(
  opened: Pick<Opened, 'response' | 'definition'> & Partial<Pick<Opened, 'own' | 'keying'>>,
  title: string,
  more: Partial<PageOptions> & { readonly crumb?: boolean } = {},
): PageOptions {
  const { crumb = true, ...options } = more;
  const { response, definition, own = false, keying = false } = opened;
  const above = crumbsAbove({ ...response, own, keying });
  const list = { text: responseWords(definition, response), href: paths.response(response.id) };
  return {
    title,
    crumbs: crumb ? [...above, list] : above,
    credits: [definition.source.credit],
    ...(keying ? { banner: keyingWords(response.agencyName) } : {}),
    ...options,
  };
}

/** "14:02" today, "on 9 March 2026 at 14:02" on other days. */
export function momentWords(moment: Date, now: Date): string {
  const day = formatDate(moment);
  const time = formatTime(moment);
  return day === formatDate(now) ? time : `on ${day} at ${time}`;
}

/** Who submitted it and when; of a response on paper, who keyed it in. '' where it was never submitted. */
export function submittedWords(response: ResponseInRound): string {
  const { submittedAt, submittedBy, keyedBy } = response;
  if (!submittedAt) return '';
  const when = `on ${formatDateTime(submittedAt)}`;
  if (keyedBy !== null) return `Submitted ${when}, ${provenanceWords(response)}.`;
  return `Submitted${submittedBy === null ? '' : ` by ${submittedBy}`} ${when}.`;
}

/** Why this person can't change the answers now, and what can be done about it. */
export function frozenWords({ response, own, keying }: Opened): string {
  const { status, roundStatus, agencyName } = response;
  // Who keys in is the coordinator.
  const isAsking = own && !keying;
  if (status === 'withdrawn') return withdrawnWords(response);
  const submitted = submittedWords(response);
  if (status === 'submitted' && submitted !== '') {
    return isAsking
      ? `${submitted} To change something, ask the coordinator to return it.`
      : submitted;
  }
  if (allows('write', status, roundStatus)) {
    return `Not submitted yet: ${agencyName} is still answering.`;
  }
  return isAsking
    ? `${closedWords(response)} To change something, ask the coordinator.`
    : closedWords(response);
}

function closedWords({ closesAt }: ResponseInRound): string {
  const when = closesAt ? ` on ${formatDateTime(closesAt)}` : '';
  return `The round closed${when}, before this was submitted.`;
}

/** Why it is no longer asked for, in the words of who withdrew it; '' where it is. */
export function withdrawnWords({
  status,
  withdrawnAt,
  withdrawnBy,
  withdrawnReason,
}: ResponseInRound): string {
  if (status !== 'withdrawn' || !withdrawnAt || withdrawnReason === null) return '';
  const who = withdrawnBy ?? 'The coordinator';
  return `${who} withdrew it on ${formatDate(withdrawnAt)}: “${withdrawnReason}” What is entered is kept, and not counted.`;
}
