/** Draws a section's page in each of its states: to fill in, rejected, in conflict, or only to read. */
import type { Scope } from '../../domain/access/scope.ts';
import { ageWords } from '../../domain/answers/age-words.ts';
import { choicesIn } from '../../domain/instrument/choices.ts';
import type { Section } from '../../domain/instrument/definition.ts';
import type { FieldContext, FieldFault } from '../../web/fields/field.ts';
import type { Form } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { readPageMark } from '../../web/page-mark.ts';
import { page, type Reply } from '../../web/reply.ts';
import { listAccounts } from './account.queries.ts';
import { toBlocks, wordsContext } from './blocks.view.ts';
import { toConflictView } from './conflict.view.ts';
import type { LastAnswered } from './carry/last.queries.ts';
import { findLast, readLast } from './carry/last.ts';
import { sectionLast } from './carry/section-last.ts';
import { contentOf, type Content } from './content.queries.ts';
import type { Opened, ResponseDeps } from './opened.ts';
import { pageOptions } from './response.words.ts';
import { mergedForm, simplesOf, sectionToForm } from './section.form.ts';
import { sectionReadPage, toSectionReadView } from './section-read.view.ts';
import { sectionPage, toSectionView, whichOf, type SectionInput } from './section.view.ts';
import type { Conflict, SentAnswer } from './save.ts';
import { progressOf, toState } from './state.ts';

/** A section that somebody opened, and who it is. */
export interface OpenSection {
  readonly opened: Opened;
  readonly section: Section;
  readonly scope: Scope;
  readonly csrf: string;
}

export async function contextOf(
  { db }: ResponseDeps,
  { opened, section, scope }: OpenSection,
): Promise<FieldContext> {
  const needsPlaces = simplesOf(section).length > 0;
  const [account] = needsPlaces ? await listAccounts(db, scope, [opened.response.id]) : [];
  const places = (account?.roundPlaces ?? []).map(({ id, name }) => ({ id, label: name }));
  return { ageWords, choicesOf: choicesIn(opened.definition, places) };
}

/** What a section's page shows beside what is stored. */
type Shown = Pick<SectionInput, 'form' | 'faults' | 'from' | 'revisionOf' | 'mark' | 'last'> & {
  readonly conflicts: readonly Conflict[];
};

/** The page as it is stored. */
export async function storedPage(
  deps: ResponseDeps,
  open: OpenSection,
  { from, lastRound }: { readonly from: string; readonly lastRound: LastAnswered | undefined },
): Promise<Reply> {
  const content = await contentOf(deps.db, open.scope, open.opened);
  if (!open.opened.writable) return readPage(open, content, []);
  const found = await readLast(deps, open.scope, lastRound);
  const last = sectionLast(found, { ...open, content }, from === 'carry');
  return formPage(deps, open, content, {
    form: sectionToForm(open.section, new Map([...content.answers, ...last.carried])),
    last,
    faults: [],
    conflicts: [],
    from,
    revisionOf: (itemId) => content.answers.get(itemId)?.revision ?? 0,
    mark: null,
  });
}

/** The form again, with everything that was typed, and what is wrong with it. */
export async function rejectedPage(
  deps: ResponseDeps,
  open: OpenSection,
  sent: { readonly form: Form; readonly answers: readonly SentAnswer[] },
  problem: { readonly faults: readonly FieldFault[]; readonly conflicts: readonly Conflict[] },
): Promise<Reply> {
  const content = await contentOf(deps.db, open.scope, open.opened);
  const startedFrom = new Map([
    ...sent.answers.map(({ item, revision }) => [item.id, revision] as const),
    // The next save has seen the other answer, and may replace it.
    ...problem.conflicts.map(({ stored }) => [stored.itemId, stored.revision] as const),
  ]);
  return formPage(deps, open, content, {
    ...problem,
    last: sectionLast(await findLast(deps, open.scope, open.opened), { ...open, content }, false),
    form: mergedForm(open.section, sent.form, problem.conflicts),
    from: sent.form.text('from'),
    revisionOf: (itemId) => startedFrom.get(itemId) ?? 0,
    mark: readPageMark(sent.form),
  });
}

/** The answers are frozen: what was sent is shown, so that it can be copied. */
export async function latePage(
  deps: ResponseDeps,
  open: OpenSection,
  answers: readonly SentAnswer[],
): Promise<Reply> {
  return readPage(open, await contentOf(deps.db, open.scope, open.opened), answers);
}

async function formPage(
  deps: ResponseDeps,
  open: OpenSection,
  content: Content,
  { conflicts, ...shown }: Shown,
): Promise<Reply> {
  const { opened, section, scope, csrf } = open;
  const now = deps.now();
  const storedHref = paths.section(opened.response.id, section.id);
  const context = wordsContext(opened.definition, content);
  const { status, mark } = outcomeOf(shown.faults.length, conflicts.length);
  const view = toSectionView({
    ...shown,
    opened,
    section,
    csrf,
    now,
    conflict: conflicts.length > 0 ? toConflictView(conflicts, { context, now, storedHref }) : null,
    context: await contextOf(deps, open),
    stored: content.answers,
    progress: progressOf(opened.definition, toState(opened.definition, content)),
    personId: scope.personId,
  });
  return page(sectionPage, view, pageOptions(opened, `${mark}${titleOf(open)}`, { status }));
}

/** The mark stands before the page's title, so that the first word read out says how saving went. */
function outcomeOf(faults: number, conflicts: number): { status: number; mark: string } {
  if (faults > 0) return { status: 422, mark: 'Error: ' };
  return conflicts > 0 ? { status: 409, mark: 'Not saved: ' } : { status: 200, mark: '' };
}

function readPage(open: OpenSection, content: Content, sent: readonly SentAnswer[]): Reply {
  const { opened, section } = open;
  const { definition } = opened;
  const state = toState(definition, content);
  const context = wordsContext(definition, content);
  const view = toSectionReadView({
    opened,
    section,
    which: whichOf({ opened, section }),
    stored: { blocks: toBlocks(section, state, context) },
    late:
      sent.length === 0
        ? null
        : { blocks: toBlocks(section, toState(definition, withSent(content, sent)), context) },
    progress: progressOf(definition, state),
  });
  const { status, mark } = outcomeOf(0, sent.length);
  return page(sectionReadPage, view, pageOptions(opened, `${mark}${titleOf(open)}`, { status }));
}

/** The content as it would be, had the answers been saved. */
function withSent(content: Content, sent: readonly SentAnswer[]): Content {
  const answers = sent.map(({ item, value, revision }) => {
    const { id: itemId } = item;
    const never = { updatedAt: new Date(0), updatedById: '', updatedBy: '' };
    return [itemId, { responseId: '', itemId, value, revision, ...never }] as const;
  });
  return { ...content, answers: new Map([...content.answers, ...answers]) };
}

function titleOf({ opened, section }: OpenSection): string {
  const { placeName } = opened.response;
  return placeName === null ? section.title : `${section.title}, ${placeName}`;
}
