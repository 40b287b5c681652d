/** The life of a round, and who sees its results when (Design 1). */

export type RoundStatus =
  'draft' | 'open' | 'in-review' | 'factual-check' | 'published' | 'archived';

export const roundStatusWords: Readonly<Record<RoundStatus, string>> = {
  draft: 'Draft',
  open: 'Open',
  'in-review': 'In review',
  'factual-check': 'Factual check',
  published: 'Published',
  archived: 'Archived',
};

/** Results are final, and for everyone in the system. */
export function isPublished(status: RoundStatus): boolean {
  return status === 'published' || status === 'archived';
}
