/** Phrases that the pages of the service map share. */
import type { Definition } from '../../domain/instrument/definition.ts';
import { scopeSentence, type ScopeSentence } from '../../domain/instrument/scope-sentence.ts';
import { provenanceWords } from '../../domain/round/response.ts';
import { crumbsAbove, keyingWords } from '../../web/crumbs.ts';
import { paths } from '../../web/paths.ts';
import type { PageOptions } from '../../web/reply.ts';
import { formatDate, formatDateTime, formatTime } from '../../web/time.ts';
import type { OpenMap } from './open-map.ts';
import type { RoundPlace } from './services.queries.ts';

const dayMs = 24 * 60 * 60 * 1000;
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "today 11:40", "yesterday", "9 March 2026" */
export function momentWords(moment: Date, now: Date): string {
  const day = formatDate(moment);
  if (day === formatDate(now)) return `today ${formatTime(moment)}`;
  return day === formatDate(new Date(now.getTime() - dayMs)) ? 'yesterday' : day;
}

/** "a, b and c" */
export function listWords(words: readonly string[]): string {
  return conjunction.format(words);
}

/** "1 service", "6 services" */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names in the round's order; "All 6 Places" where a list would say less. */
export function placeWords(ids: readonly string[], places: readonly RoundPlace[]): string {
  const named = places.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  if (named.length > 3 && named.length === places.length) return `All ${named.length} Places`;
  return named.join(', ');
}

export function captionOf({ definition, response }: OpenMap): string {
  const parts = [mapWords(definition), response.agencyName, provenanceWords(response)];
  return parts.filter(Boolean).join(' · ');
}

/** The instrument in two words; its own title where its kind says nothing. */
export function mapWords({ kind, title }: Definition): string {
  return kind === 'service-map' ? 'Service map' : title;
}

export function scopeOf({ definition, response }: OpenMap): ScopeSentence {
  return scopeSentence(definition, { agency: response.agencyName, place: null });
}

function submittedWords(response: OpenMap['response'], submittedAt: Date): string {
  const { submittedBy, keyedBy } = response;
  const when = `on ${formatDateTime(submittedAt)}`;
  if (keyedBy !== null) return `Submitted ${when}, ${provenanceWords(response)}.`;
  return `Submitted${submittedBy === null ? '' : ` by ${submittedBy}`} ${when}.`;
}

/** Why nothing can be changed, and what can be done about it; '' where something can. */
export function frozenWords({ response, own, keying, writable }: OpenMap): string {
  if (writable || !own) return '';
  const { status, submittedAt, closesAt } = response;
  if (status === 'submitted' && submittedAt) {
    const submitted = submittedWords(response, submittedAt);
    return keying
      ? submitted
      : `${submitted} To change something, ask the coordinator to return it.`;
  }
  const when = closesAt ? ` on ${formatDateTime(closesAt)}` : '';
  return `The round closed${when}, before this was submitted. To change something, ask the coordinator.`;
}

/** What every page of the service map has around it; the list itself leads back to the response. */
export function pageOptions(
  { definition, response, section, own, keying }: OpenMap,
  title: string,
  more: Partial<PageOptions> & { readonly below?: boolean } = {},
): PageOptions {
  const { below = true, ...options } = more;
  const above = crumbsAbove({ ...response, own, keying });
  const whole = { text: mapWords(definition), href: paths.response(response.id) };
  const list = { text: section.title, href: paths.entries(response.id) };
  return {
    title,
    crumbs: below ? [...above, whole, list] : [...above, whole],
    credits: [definition.source.credit],
    ...(keying ? { banner: keyingWords(response.agencyName) } : {}),
    ...options,
  };
}
