/** A section's answers for reading: domains with what was said of them, simple questions in one list. */
import { isShown } from '../../domain/answers/completeness.ts';
import type { ResponseState } from '../../domain/answers/response.completeness.ts';
import type { WordsContext } from '../../domain/answers/words.ts';
import type { Definition, Section } from '../../domain/instrument/definition.ts';
import type { Content } from './content.queries.ts';
import { levelsOf, simplesOf } from './section.form.ts';
import { levelMarks, levelRows, simpleRow, type MarksView, type RowView } from './summary.view.ts';

export interface BlockRow extends RowView {
  /** to the question itself; '' where it is only read */
  readonly changeHref: string;
}
export interface BlockView {
  /** '' where the section's heading says the same */
  readonly title: string;
  readonly rows: readonly BlockRow[];
  readonly marks: MarksView | null;
}
export interface BlocksView {
  readonly blocks: readonly BlockView[];
}

export function wordsContext(definition: Definition, { roundPlaces }: Content): WordsContext {
  return { definition, places: new Map(roundPlaces.map(({ id, name }) => [id, name])) };
}

export function toBlocks(
  section: Section,
  state: ResponseState,
  context: WordsContext,
  changeHref: (itemId: string) => string = () => '',
): readonly BlockView[] {
  const { definition } = context;
  const levels = levelsOf(section).map((item): BlockView => {
    const answer = state.levels[item.id];
    return {
      title: item.text === section.title ? '' : item.text,
      // A domain is one answer: the heading above it leads there.
      rows: levelRows(definition, item, answer).map((row) => ({ ...row, changeHref: '' })),
      marks: levelMarks(definition, item, answer),
    };
  });
  const simples = simplesOf(section).filter((item) => isShown(item, state.answers));
  if (simples.length === 0) return levels;
  const rows = simples.map((item) => ({
    ...simpleRow(item, state.answers[item.id], context),
    changeHref: changeHref(item.id),
  }));
  return [...levels, { title: '', rows, marks: null }];
}
