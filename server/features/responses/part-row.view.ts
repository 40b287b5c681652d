/** A section in the list: how far it has come, who does it, and whether somebody says that it is done. */
import { paths } from '../../web/paths.ts';
import type { Content } from './content.queries.ts';
import { changedBy } from './last-change.view.ts';
import type { Opened } from './opened.ts';
import { isChangedSince, lastChangeOf, statusOf, workOf } from './section-work.ts';
import type { LastChange, SectionWork } from './section-work.queries.ts';
import type { SectionProgress } from './state.ts';

interface PressView {
  readonly text: string;
  readonly value: 'yes' | 'no';
}
export interface PartRow {
  readonly id: string;
  readonly text: string;
  readonly href: string;
  /** '' for none */
  readonly hint: string;
  readonly status: string;
  readonly todo: boolean;
  /** "Given to Tomos Prydderch by Małgorzata Wiśniewska"; '' where it is nobody's */
  readonly given: string;
  /** who said that it is done, and who changed it since; '' where nobody did */
  readonly said: string;
  /** where it is given to somebody; '' where the person may not */
  readonly giveHref: string;
  readonly giveText: string;
  readonly markAction: string;
  readonly presses: readonly PressView[];
}

export interface PartRows {
  readonly parts: readonly PartRow[];
  readonly csrf: string;
}

export interface PartFacts {
  readonly opened: Opened;
  readonly content: Content;
  readonly works: readonly SectionWork[];
  readonly entriesChange: LastChange | undefined;
  readonly personId: string;
  readonly now: Date;
}

/** Who keys in a paper return has no colleagues there. */
function giveHref({ response, writable, keying }: Opened, sectionId: string): string {
  return writable && !keying ? `${paths.parts(response.id)}#${sectionId}` : '';
}

export function toPart(one: SectionProgress, facts: PartFacts): PartRow {
  const { section, status } = one;
  const { opened, works } = facts;
  const { id } = opened.response;
  const work = workOf(works, id, section.id);
  const isEntries = section.items.some(({ type }) => type === 'entries');
  return {
    id: section.id,
    text: section.title,
    href: isEntries ? paths.entries(id) : paths.section(id, section.id),
    hint: hintOf(one, facts),
    status: statusOf(one, work),
    todo: status === 'not-started' && !work?.doneAt,
    given: givenWords(work, facts),
    said: saidWords(one, work, facts),
    giveHref: giveHref(opened, section.id),
    giveText: work?.givenTo ? 'Give to somebody else…' : 'Give to…',
    markAction: paths.sectionDone(id, section.id),
    presses: opened.writable ? pressesOf(one, work, facts) : [],
  };
}

function hintOf({ section, status, missing }: SectionProgress, { content }: PartFacts): string {
  const item = section.items.find(({ type }) => type === 'entries');
  const { length } = content.entries;
  const entered =
    item?.type === 'entries'
      ? `${length} ${length === 1 ? item.noun.one : item.noun.many} entered`
      : '';
  const lacking = status === 'started' ? lackWords(missing) : '';
  return [entered, lacking].filter((part) => part !== '').join('; ');
}

/** The first thing that is missing, and how many more. */
function lackWords(missing: SectionProgress['missing']): string {
  const [first, ...rest] = missing;
  if (!first) return '';
  return rest.length === 0 ? first.text : `${first.text}, and ${rest.length} more`;
}

const nameOf = (name: string | null, id: string | null, personId: string): string =>
  id === personId ? 'you' : (name ?? 'somebody');

function givenWords(work: SectionWork | undefined, { personId }: PartFacts): string {
  if (!work?.givenToId) return '';
  const to = nameOf(work.givenTo, work.givenToId, personId);
  return `Given to ${to} by ${nameOf(work.givenBy, work.givenById, personId)}`;
}

function saidWords(
  { section }: SectionProgress,
  work: SectionWork | undefined,
  { content, entriesChange, personId, now }: PartFacts,
): string {
  if (!work?.doneAt) return '';
  const change = (at: Date, by: string, byId: string): string =>
    changedBy({ updatedAt: at, updatedBy: by, updatedById: byId }, { personId, now });
  const said = `Marked as done by ${change(work.doneAt, work.doneBy ?? 'somebody', work.doneById ?? '')}`;
  const last = lastChangeOf(section, content, entriesChange);
  return last && isChangedSince(work, last)
    ? `${said}; changed since by ${change(last.at, last.by, last.byId)}`
    : said;
}

function pressesOf(
  { section, status }: SectionProgress,
  work: SectionWork | undefined,
  { content, entriesChange }: PartFacts,
): PressView[] {
  if (!work?.doneAt) {
    return status === 'not-started' ? [] : [{ text: 'Mark as done', value: 'yes' }];
  }
  const isOld = isChangedSince(work, lastChangeOf(section, content, entriesChange));
  const again: PressView[] = isOld ? [{ text: 'It is still done', value: 'yes' }] : [];
  return [...again, { text: 'It is not done yet', value: 'no' }];
}
