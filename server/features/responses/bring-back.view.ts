/** The question before an old text is brought back: what it says, and what it replaces. */
import { changedWords, toTwo, type BringBackView } from '../../web/history.ts';
import { paths } from '../../web/paths.ts';
import type { OpenHistory, Old } from './bring-back.ts';
import { toHeader } from './response.words.ts';

export function toBringBackView(
  { opened, section }: OpenHistory,
  { item, part, old, current }: Old,
  { changed, csrf }: { readonly changed: boolean; readonly csrf: string },
): BringBackView {
  const { id } = opened.response;
  return {
    caption: `${toHeader(opened).caption} · ${section.title}`,
    ...toTwo(part, old, current),
    changed: changed ? changedWords(current) : '',
    action: paths.bringBack(id, section.id),
    fields: [
      { name: 'item', value: item.id },
      { name: 'revision', value: String(old.revision) },
      { name: 'part', value: part.id },
      { name: 'shown', value: String(current.revision) },
    ],
    keepHref: paths.sectionHistory(id, section.id),
    csrf,
  };
}
