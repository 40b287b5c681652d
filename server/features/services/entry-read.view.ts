/** One entry to read: for reviewers, and for the agency itself once nothing can be changed. */
import { isShown } from '../../domain/answers/completeness.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import { answerWords } from '../../domain/answers/words.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { entryColumns } from './entry.columns.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredEntry } from './services.queries.ts';
import { captionOf, frozenWords, momentWords } from './words.ts';

export interface EntryReadView {
  readonly caption: string;
  readonly heading: string;
  readonly changed: string;
  readonly frozen: string;
  /** these are answers that could not be saved any more */
  readonly late: boolean;
  readonly sections: readonly {
    readonly title: string;
    readonly answers: readonly { readonly text: string; readonly lines: readonly string[] }[];
  }[];
  readonly listHref: string;
  readonly listTitle: string;
}
export const entryReadPage = template<EntryReadView>('services/entry-read');

export function toEntryReadView(map: OpenMap, entry: StoredEntry, now: Date): EntryReadView {
  return {
    caption: captionOf(map),
    heading: entry.name,
    changed: `Last changed by ${entry.updatedBy}, ${momentWords(entry.updatedAt, now)}`,
    frozen: frozenWords(map),
    late: false,
    sections: toSections(map, entry.answers),
    ...listOf(map),
  };
}

/** What was sent too late, so that it can be copied. */
export function toLateView(map: OpenMap, answers: SimpleAnswers): EntryReadView {
  return {
    caption: captionOf(map),
    heading: entryColumns(map.item, answers).name,
    changed: '',
    frozen: frozenWords(map),
    late: true,
    sections: toSections(map, answers),
    ...listOf(map),
  };
}

function toSections(map: OpenMap, answers: SimpleAnswers): EntryReadView['sections'] {
  const places = new Map(map.places.map(({ id, name }) => [id, name]));
  const context = { definition: map.definition, places };
  return map.item.sections.map(({ title, items }) => ({
    title,
    answers: items
      .filter((item) => isShown(item, answers))
      .map((item) => ({
        text: item.label ?? item.text,
        lines: answerWords(item, answers[item.id], context),
      })),
  }));
}

function listOf({ response, item }: OpenMap): Pick<EntryReadView, 'listHref' | 'listTitle'> {
  return { listHref: paths.entries(response.id), listTitle: `All ${item.noun.many}` };
}
