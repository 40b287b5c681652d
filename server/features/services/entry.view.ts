/** The form of one entry: every section of the definition, what it does on the map, and what went wrong. */
import { isShown } from '../../domain/answers/completeness.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { ScopeSentence } from '../../domain/instrument/scope-sentence.ts';
import { askedTexts } from '../../domain/glossary/asked-texts.ts';
import { firstUses } from '../../domain/glossary/first-uses.ts';
import type { EntrySection } from '../../domain/instrument/definition.ts';
import { clearOfFields, type ClearView } from '../../web/fields/clear.ts';
import type { FieldFault, FieldView } from '../../web/fields/field.ts';
import type { FieldsInput } from '../../web/fields/base.view.ts';
import { toFieldView } from '../../web/fields/field.view.ts';
import type { Form } from '../../web/form.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { isCarryKey } from './carry/carry-key.ts';
import { pageMarkView, type PageMark } from '../../web/page-mark.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { notSaved, saved, type SavedView } from '../../web/saved.ts';
import type { ConflictView } from './conflict.view.ts';
import { toEffectViews, type EffectView } from './effects.view.ts';
import type { Listed } from './listed.ts';
import type { OpenMap } from './open-map.ts';
import { returnWords } from '../../web/return-words.ts';
import { whose } from '../../web/whose.ts';
import { captionOf, listWords, momentWords, scopeOf } from './words.ts';

export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  /** "4 of 6 answered" */
  readonly progress: string;
  /** closed until opened */
  readonly optional: boolean;
  readonly open: boolean;
  readonly fields: readonly FieldView[];
  readonly clear: ClearView | null;
}
export interface EntryView {
  readonly caption: string;
  readonly heading: string;
  readonly scope: ScopeSentence;
  readonly csrf: string;
  readonly action: string;
  /** where the page saves by itself */
  readonly autosavePath: string;
  /** who answers here: a page saves nothing for somebody who signed in later */
  readonly person: string;
  readonly mark: { readonly page: string; readonly counter: string };
  /** 0 for a new entry */
  readonly revision: number;
  /** of a new entry; '' for one that is there */
  readonly newId: string;
  readonly errors: ErrorSummary | null;
  /** 'now': words in the form are not saved */
  readonly unsaved: string;
  /** 'yes' where last round's answers stand in the form: nothing is saved by itself before somebody types */
  readonly carried: '' | 'yes';
  readonly conflict: ConflictView | null;
  readonly sections: readonly SectionView[];
  readonly saved: SavedView;
  /** '' for a new entry */
  readonly historyHref: string;
  /** why the response was returned; '' where it was not */
  readonly returned: string;
  /** 'check' where saving leads back to checking the answers */
  readonly from: string;
  readonly effects: readonly EffectView[];
  /** "From your own services; …" */
  readonly effectsFrom: string;
  readonly nounOne: string;
  readonly listHref: string;
  readonly listTitle: string;
  readonly removeHref: string;
}
export const entryPage = template<EntryView>('services/entry');

export interface EntryInput {
  readonly map: OpenMap;
  readonly csrf: string;
  readonly personId: string;
  readonly now: Date;
  /** of a page that came back from saving */
  readonly mark: PageMark | null;
  /** the entry as it is stored, with what it does on the map; undefined for a new one */
  readonly stored: Listed | undefined;
  /** what the fields show */
  readonly form: Form;
  /** the same, read */
  readonly answers: SimpleAnswers;
  readonly faults: readonly FieldFault[];
  readonly conflict: ConflictView | null;
  readonly newId: string;
  /** that the form's answers started from; 0 for a new entry */
  readonly revision: number;
  /** 'check' where saving leads back to checking the answers */
  readonly from: string;
  /** id of a table that is given more empty rows */
  readonly moreRows: string;
}

export function toEntryView(input: EntryInput): EntryView {
  const { map, csrf, stored, faults, conflict } = input;
  const { response, item } = map;
  return {
    caption: captionOf(map),
    scope: scopeOf(map),
    csrf,
    revision: input.revision,
    ...(stored ? storedParts(map, stored) : newParts(map, input)),
    saved: toSaved(input),
    person: input.personId,
    mark: pageMarkView(input.mark),
    errors: faults.length > 0 ? toErrorSummary(faults) : null,
    unsaved: isUnsaved(input) ? 'now' : '',
    carried: !stored && isCarryKey(input.newId) ? 'yes' : '',
    conflict,
    sections: toSections(input),
    returned: returnWords(response),
    from: input.from,
    effectsFrom: `From ${whose(map)} own ${item.noun.many}; other agencies may add to it.`,
    nounOne: item.noun.one,
    listHref: paths.entries(response.id),
    listTitle: map.section.title,
  };
}

type Parts = Pick<
  EntryView,
  'heading' | 'action' | 'autosavePath' | 'newId' | 'effects' | 'historyHref' | 'removeHref'
>;

function storedParts({ response }: OpenMap, { entry, effects }: Listed): Parts {
  return {
    heading: entry.name,
    action: paths.entry(response.id, entry.id),
    autosavePath: paths.autosaveEntry(response.id, entry.id),
    newId: '',
    effects: toEffectViews(effects),
    historyHref: paths.entryHistory(response.id, entry.id),
    removeHref: paths.removeEntry(response.id, entry.id),
  };
}

function newParts(map: OpenMap, { newId }: EntryInput): Parts {
  return {
    heading: `Add a ${map.item.noun.one}`,
    action: paths.entries(map.response.id),
    autosavePath: paths.autosaveNewEntry(map.response.id),
    newId,
    effects: [],
    historyHref: '',
    removeHref: '',
  };
}

function toSaved({ faults, conflict, stored, now }: EntryInput): SavedView {
  if (conflict) return notSaved('Both answers are here.');
  if (faults.length > 0) return notSaved('Mend what is marked, then save again.');
  if (!stored) return saved('Nothing saved yet', 'Save when you like; you can come back.');
  const { updatedAt, updatedBy } = stored.entry;
  return saved(`Saved ${momentWords(updatedAt, now)}`, `Last changed by ${updatedBy}`);
}

/** The browser asks before such a page is left: it came back from saving, or is a copy. */
function isUnsaved({ faults, conflict, stored, answers, newId }: EntryInput): boolean {
  const isCopy = !stored && !isCarryKey(newId) && Object.keys(answers).length > 0;
  return faults.length > 0 || conflict !== null || isCopy;
}

const blankRows = 1;
const addedRows = 3;

function toSections(input: EntryInput): SectionView[] {
  const { definition, item, items } = input.map;
  const terms = firstUses(askedTexts(items), definition.terms ?? []);
  return item.sections.map((section) => toSection(section, input, terms));
}

function toSection(
  section: EntrySection,
  input: EntryInput,
  terms: FieldsInput['terms'],
): SectionView {
  const { map, form, faults, moreRows } = input;
  const wanted = wantedBy(input.stored);
  const ids = section.items.map(({ id }) => id);
  const isOpen = ids.includes(moreRows) || faults.some(({ itemId }) => ids.includes(itemId));
  const fields = section.items.map((item) =>
    toFieldView(item, {
      items: map.items,
      form,
      faults,
      context: map.fields,
      wanted,
      terms,
      blankRows: item.id === moreRows ? addedRows : blankRows,
    }),
  );
  return {
    id: section.id,
    title: section.title,
    help: section.help ?? '',
    progress: progressOf(section, input.answers),
    optional: section.optional ?? false,
    open: isOpen,
    fields,
    clear: clearOfFields(fields, '_then', `: ${section.title}`),
  };
}

/** "4 of 6 answered", of the questions that apply. */
function progressOf({ items, optional }: EntrySection, answers: SimpleAnswers): string {
  const asked = items.filter((item) => isShown(item, answers));
  const answered = asked.filter(({ id }) => Object.hasOwn(answers, id)).length;
  const count = `${answered} of ${asked.length}`;
  return optional === true ? `optional, ${count}` : `${count} answered`;
}

/** By item id: the unanswered questions that alone could settle something. */
function wantedBy(stored: Listed | undefined): ReadonlyMap<string, string> {
  const gaps = (stored?.gaps ?? []).filter(({ settles }) => settles.length > 0);
  return new Map(
    gaps.map(({ itemId, settles }) => [
      itemId,
      `Not answered. This answer alone could settle ${listWords(settles)}.`,
    ]),
  );
}
