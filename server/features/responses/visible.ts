/** What of a response's content a reader may see: reviewers only the entries that serve their Places (Design 1). */
import { hasRole, type Scope } from '../../domain/access/scope.ts';
import type { Content } from './content.queries.ts';
import type { Opened } from './opened.ts';

export function visibleContent(scope: Scope, { own }: Opened, content: Content): Content {
  if (own || hasRole(scope, 'coordinator')) return content;
  const places = new Set(scope.memberships.flatMap(({ placeIds }) => placeIds));
  return {
    ...content,
    entries: content.entries.filter(({ placeIds }) => placeIds.some((id) => places.has(id))),
    noService: content.noService.filter(({ placeId }) => places.has(placeId)),
  };
}
