/** How an instrument, and a response to it, are called in a line. */
import type { Definition } from './definition.ts';

/** In two words, by its kind; its own title where its kind says nothing. */
export function instrumentWords({ kind, title }: Pick<Definition, 'kind' | 'title'>): string {
  if (kind === 'maturity') return 'Maturity grid';
  return kind === 'service-map' ? 'Service map' : title;
}

/** "Maturity grid, Ferrow Vale" */
export function responseWords(
  definition: Pick<Definition, 'kind' | 'title'>,
  { placeName }: { readonly placeName: string | null },
): string {
  const instrument = instrumentWords(definition);
  return placeName === null ? instrument : `${instrument}, ${placeName}`;
}
