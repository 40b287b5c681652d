/** One section on its page: its questions, what is saved, and the way to the other sections. */
import { askedTexts } from '../../domain/glossary/asked-texts.ts';
import { firstUses } from '../../domain/glossary/first-uses.ts';
import type { Definition, Section } from '../../domain/instrument/definition.ts';
import { isSimple } from '../../domain/instrument/items.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { clearOfFields, type ClearView } from '../../web/fields/clear.ts';
import { toFieldView } from '../../web/fields/field.view.ts';
import type { FieldContext, FieldFault, FieldView } from '../../web/fields/field.ts';
import type { Form } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { pageMarkView, type PageMark } from '../../web/page-mark.ts';
import { notSaved, saved, type SavedView } from '../../web/saved.ts';
import type { LastView, SectionLast } from './carry/section-last.ts';
import type { ConflictView } from './conflict.view.ts';
import { toLastChange, type LastChangeView } from './last-change.view.ts';
import { toLevelView, type LevelView } from './level.view.ts';
import { revisionName } from './level.names.ts';
import type { Opened } from './opened.ts';
import { momentWords, toHeader, type HeaderView } from './response.words.ts';
import { returnWords } from '../../web/return-words.ts';
import { levelsOf, simplesOf } from './section.form.ts';
import { toSectionNav, type SectionNav } from './section-nav.view.ts';
import type { Stored } from './save.ts';
import type { Progress } from './state.ts';

interface AskedView {
  readonly field: FieldView;
  readonly last: LastChangeView | null;
  readonly lastRound: readonly LastView[];
}
/** Neighbouring simple items share a part. */
type PartView =
  | {
      readonly kind: 'level';
      readonly level: LevelView;
      readonly last: LastChangeView | null;
      readonly lastRound: readonly LastView[];
    }
  | {
      readonly kind: 'fields';
      readonly fields: readonly AskedView[];
      readonly clear: ClearView | null;
    };

export interface SideView {
  readonly saved: SavedView;
  readonly nav: SectionNav;
}
export interface SectionView extends SideView {
  readonly header: HeaderView;
  readonly heading: string;
  /** why the response was returned; '' where it was not */
  readonly returned: string;
  readonly help: string;
  readonly csrf: string;
  readonly action: string;
  readonly suggestionPath: string;
  /** where the page saves by itself */
  readonly autosavePath: string;
  /** who answers here: a page saves nothing for somebody who signed in later */
  readonly person: string;
  readonly mark: { readonly page: string; readonly counter: string };
  /** 'check' where saving leads back to checking the answers */
  readonly from: string;
  /** 'now' where the page holds words that are not saved */
  readonly unsaved: '' | 'now';
  /** 'yes' where last round's answers stand in the form: nothing is saved by itself before somebody types */
  readonly carried: '' | 'yes';
  readonly errors: ErrorSummary | null;
  readonly conflict: ConflictView | null;
  readonly revisions: readonly { readonly name: string; readonly value: number }[];
  readonly parts: readonly PartView[];
  readonly continueText: string;
}
export const sectionPage = template<SectionView>('responses/section');

export interface SectionInput {
  readonly opened: Opened;
  readonly section: Section;
  /** what was sent, or the stored answers as a form */
  readonly form: Form;
  readonly faults: readonly FieldFault[];
  readonly conflict: ConflictView | null;
  readonly context: FieldContext;
  readonly stored: Stored;
  readonly last: SectionLast;
  /** of each answer: what the next save is to start from */
  readonly revisionOf: (itemId: string) => number;
  readonly progress: Progress;
  readonly from: string;
  readonly personId: string;
  readonly csrf: string;
  readonly now: Date;
  /** of a page that came back from saving */
  readonly mark: PageMark | null;
}

export function toSectionView(input: SectionInput): SectionView {
  const { opened, section, faults, conflict, csrf, from } = input;
  const { id } = opened.response;
  return {
    header: toHeader(opened, whichOf(input)),
    heading: section.title,
    returned: returnWords(opened.response),
    help: section.help ?? '',
    csrf,
    action: paths.section(id, section.id),
    suggestionPath: paths.suggestion(id, section.id),
    autosavePath: paths.autosave(id, section.id),
    person: input.personId,
    mark: pageMarkView(input.mark),
    from,
    unsaved: faults.length > 0 || conflict ? 'now' : '',
    carried: input.last.carried.size > 0 ? 'yes' : '',
    errors: faults.length > 0 ? toErrorSummary(faults) : null,
    conflict,
    revisions: section.items.map((item) => ({
      name: revisionName(item.id),
      value: input.revisionOf(item.id),
    })),
    parts: toParts(input),
    saved: toSaved(input),
    nav: toSectionNav(id, input.progress, section.id),
    continueText: continueWords[from] ?? 'Save and continue',
  };
}

const continueWords: Readonly<Record<string, string>> = {
  check: 'Save and return to checking',
  carry: 'Save and return to last round’s answers',
};

/** "domain 3 of 11" */
export function whichOf({ opened, section }: Pick<SectionInput, 'opened' | 'section'>): string {
  const { sections } = opened.definition;
  const noun = levelsOf(section).length === 1 ? 'domain' : 'part';
  const position = sections.findIndex(({ id }) => id === section.id) + 1;
  return `${noun} ${position} of ${sections.length}`;
}

/** Looked for once: a published definition never changes, and a process reads it once. */
const knownTerms = new WeakMap<Section, ReturnType<typeof firstUses>>();

function termsIn(section: Section, { terms = [] }: Definition): ReturnType<typeof firstUses> {
  const found = knownTerms.get(section) ?? firstUses(askedTexts(section.items), terms);
  knownTerms.set(section, found);
  return found;
}

function toParts(input: SectionInput): PartView[] {
  const { opened, section, form, faults, context } = input;
  const terms = termsIn(section, opened.definition);
  const fields = {
    items: simplesOf(section),
    form,
    faults,
    context,
    wanted: new Map<string, string>(),
    terms,
    blankRows: 3,
  };
  const level = {
    definition: opened.definition,
    form,
    faults,
    placeName: opened.response.placeName,
    pageHeading: section.title,
    terms,
  };
  const at = { ...input, responseId: opened.response.id, sectionId: section.id };
  const parts: PartView[] = [];
  for (const item of section.items) {
    if (item.type === 'entries') continue;
    const last = toLastChange(item, input.stored.get(item.id), at);
    const lastRound = input.last.views.filter(({ itemId }) => itemId === item.id);
    if (!isSimple(item)) {
      parts.push({ kind: 'level', level: toLevelView(item, level), last, lastRound });
      continue;
    }
    const asked = { field: toFieldView(item, fields), last, lastRound };
    const before = parts.at(-1);
    if (before?.kind !== 'fields') parts.push(toFields([asked]));
    else parts.splice(-1, 1, toFields([...before.fields, asked]));
  }
  return parts;
}

function toFields(fields: readonly AskedView[]): PartView {
  const clear = clearOfFields(
    fields.map(({ field }) => field),
    'then',
  );
  return { kind: 'fields', fields, clear };
}

function toSaved(input: SectionInput): SavedView {
  if (input.conflict) return notSaved('Somebody else changed this. Both answers are here.');
  if (input.faults.length > 0) return notSaved('Mend what is marked, then save again.');
  return input.last.carried.size > 0
    ? notSaved('Last round’s answer stands here: change it, then save.')
    : toStored(input);
}

/** Of the section's answers, the one saved last. */
export function toStored({
  section,
  stored,
  personId,
  now,
}: Pick<SectionInput, 'section' | 'stored' | 'personId' | 'now'>): SavedView {
  const [last] = section.items
    .flatMap(({ id }) => stored.get(id) ?? [])
    .toSorted((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime());
  if (!last) return saved('Nothing saved yet', 'Save when you like; you can come back.');
  const who = last.updatedById === personId ? 'you' : last.updatedBy;
  return saved(`Saved ${momentWords(last.updatedAt, now)}`, `Last changed by ${who}.`);
}
