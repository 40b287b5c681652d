/** All answers of a response on one page, what is missing, and submitting. */
import type { Section } from '../../domain/instrument/definition.ts';
import type {
  MissingInResponse,
  ResponseState,
} from '../../domain/answers/response.completeness.ts';
import { entriesItem } from '../../domain/instrument/items.ts';
import { responseWords } from '../../domain/instrument/short-words.ts';
import type { ErrorSummary } from '../../web/error-summary.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toBlocks, wordsContext, type BlocksView } from './blocks.view.ts';
import type { Content } from './content.queries.ts';
import { toEntries, type EntriesView } from './entries.view.ts';
import { changedBy } from './last-change.view.ts';
import type { Opened } from './opened.ts';
import { frozenWords, toHeader, type HeaderView } from './response.words.ts';
import { returnWords } from '../../web/return-words.ts';
import { whose } from '../../web/whose.ts';
import { lastChangeOf } from './section-work.ts';
import { toState, type Progress } from './state.ts';

interface CheckSection {
  readonly id: string;
  readonly title: string;
  /** '' where the person may not change it */
  readonly changeHref: string;
  /** who changed it last, and when; '' where nobody did, and for other agencies */
  readonly changed: string;
  readonly answers: BlocksView;
  readonly entries: EntriesView | null;
}
export interface CheckView {
  readonly header: HeaderView;
  readonly heading: string;
  /** the finding, where nothing is missing; '' where something is, or the page is only read */
  readonly lede: string;
  /** after trying to submit */
  readonly errors: ErrorSummary | null;
  /** before */
  readonly missing: ErrorSummary | null;
  /** why it was returned; '' where it was not */
  readonly returned: string;
  /** '' where the person may write */
  readonly frozen: string;
  readonly sections: readonly CheckSection[];
  /** '' where the person may not submit, or something is missing */
  readonly submitAction: string;
  readonly agencyName: string;
  /** who can; '' where it is this person, or nobody can now */
  readonly whoSubmits: string;
  /** what submitting waits for; '' where it waits for nothing, or another submits */
  readonly waits: string;
  /** '' where the person may not give it back */
  readonly returnHref: string;
  /** all of it as a file */
  readonly copyHref: string;
  readonly csrf: string;
}
export const checkPage = template<CheckView>('responses/check');

export interface CheckFacts {
  readonly opened: Opened;
  readonly content: Content;
  readonly progress: Progress;
  /** the names of the agency's leads */
  readonly leads: readonly string[];
  readonly tried: boolean;
  readonly personId: string;
  readonly now: Date;
  readonly csrf: string;
}

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export function toCheckView(facts: CheckFacts): CheckView {
  const { opened, progress, tried, csrf } = facts;
  const { response, definition, writable } = opened;
  const lacks = toMissing(opened, progress.missing);
  const state = toState(definition, facts.content);
  return {
    header: toHeader(opened),
    heading: writable ? `Check ${whose(opened)} answers` : responseWords(definition, response),
    lede: ledeOf(opened, progress.missing.length),
    errors: tried ? lacks : null,
    missing: tried ? null : lacks,
    returned: returnWords(response),
    frozen: writable ? '' : frozenWords(opened),
    sections: definition.sections.map((section) => toSection(section, state, facts)),
    ...toSubmitting(facts),
    returnHref: opened.returnable ? paths.returnResponse(response.id) : '',
    copyHref: paths.answersPdf(response.id),
    csrf,
  };
}

function ledeOf({ writable, submittable }: Opened, missing: number): string {
  if (!writable || missing > 0) return '';
  return submittable
    ? 'Nothing is missing. Read it through, then submit it below.'
    : 'Nothing is missing. An agency lead can submit it.';
}

function toSubmitting({
  opened: { response, writable, submittable },
  progress,
  leads,
}: CheckFacts): Pick<CheckView, 'submitAction' | 'agencyName' | 'whoSubmits' | 'waits'> {
  const isWhole = progress.missing.length === 0;
  return {
    submitAction: submittable && isWhole ? paths.submit(response.id) : '',
    agencyName: response.agencyName,
    whoSubmits: writable && !submittable ? list.format(leads) : '',
    waits:
      submittable && !isWhole
        ? `You can submit it for ${response.agencyName} here once nothing is missing.`
        : '',
  };
}

function toSection(section: Section, state: ResponseState, facts: CheckFacts): CheckSection {
  const { opened, content } = facts;
  const { response, definition, writable } = opened;
  const context = wordsContext(definition, content);
  const item = section.items.find(({ type }) => type === 'entries');
  const entries =
    item?.type === 'entries'
      ? toEntries({
          item,
          entries: content.entries,
          absences: state.absences,
          context,
          responseId: response.id,
          writable,
        })
      : null;
  const href = entries
    ? paths.entries(response.id)
    : `${paths.section(response.id, section.id)}?from=check`;
  return {
    id: section.id,
    title: section.title,
    changeHref: writable ? href : '',
    changed: opened.own ? changedWords(section, facts) : '',
    answers: {
      blocks: toBlocks(section, state, context, (itemId) => (writable ? `${href}#${itemId}` : '')),
    },
    entries,
  };
}

function changedWords(section: Section, { content, personId, now }: CheckFacts): string {
  const last = lastChangeOf(section, content, undefined);
  if (!last) return '';
  const { at: updatedAt, by: updatedBy, byId: updatedById } = last;
  return `Last changed by ${changedBy({ updatedAt, updatedBy, updatedById }, { personId, now })}`;
}

/** Null where nothing is missing, and for those who could not mend it. */
function toMissing(opened: Opened, missing: readonly MissingInResponse[]): ErrorSummary | null {
  if (missing.length === 0 || !opened.writable) return null;
  const title =
    missing.length === 1
      ? '1 thing is missing before this can be submitted'
      : `${missing.length} things are missing before this can be submitted`;
  return { title, links: missing.map((lack) => ({ text: lack.text, href: hrefOf(opened, lack) })) };
}

/** The control that would mend it, on the page where it stands. */
function hrefOf({ response, definition }: Opened, lack: MissingInResponse): string {
  const { sectionId, entryId, itemId, field, undecided } = lack;
  if (undecided === 'entry') return `${paths.carryEntries(response.id)}#${field}`;
  if (undecided === 'answer') return `${paths.carry(response.id)}#${field}`;
  if (entryId !== undefined) return `${paths.entry(response.id, entryId)}?from=check#${field}`;
  if (entriesItem(definition)?.id === itemId) return `${paths.entries(response.id)}#${field}`;
  return `${paths.section(response.id, sectionId)}?from=check#${field}`;
}
