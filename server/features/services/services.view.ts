/** The list of an agency's entries: what each is, where it serves, what is missing; and where there is none. */
import type { ScopeSentence } from '../../domain/instrument/scope-sentence.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { returnWords } from '../../web/return-words.ts';
import { whose } from '../../web/whose.ts';
import { toAbsences, type AbsenceRow } from './absences.view.ts';
import { toAskedOfMap, type AskedView } from './asked/asked.view.ts';
import type { Question } from './asked/question.ts';
import { factItems } from './entry-row.view.ts';
import { toGroups, type GroupView } from './groups.view.ts';
import { itemName, listedEntries, type Listed } from './listed.ts';
import { toNotice, type NoticeView } from './notice.view.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredAbsence, StoredEntry } from './services.queries.ts';
import { foundEntries, foundWords, toTools, type ToolsView } from './tools.view.ts';
import {
  capitalised,
  captionOf,
  counted,
  frozenWords,
  listWords,
  momentWords,
  scopeOf,
} from './words.ts';

interface RemovedRow {
  readonly name: string;
  readonly words: string;
  readonly action: string;
}
export interface ServicesView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  readonly scope: ScopeSentence;
  readonly frozen: string;
  /** why the response was returned; '' where it was not */
  readonly returned: string;
  readonly notice: NoticeView | null;
  /** what the coordinator asks; null where all is answered */
  readonly asked: AskedView | null;
  readonly writable: boolean;
  readonly own: boolean;
  readonly action: string;
  readonly addHref: string;
  readonly checkHref: string;
  readonly checkText: string;
  readonly fileHref: string;
  readonly templateHref: string;
  readonly uploadHref: string;
  readonly nounOne: string;
  readonly nounMany: string;
  readonly entryTitle: string;
  readonly factsTitle: string;
  readonly placesTitle: string;
  readonly tools: ToolsView | null;
  /** "3 of 40 services"; '' where all are shown */
  readonly found: string;
  readonly groups: readonly GroupView[];
  readonly empty: boolean;
  readonly emptyHelp: string;
  readonly absences: readonly AbsenceRow[];
  readonly absenceTitle: string;
  readonly absenceHelp: string;
  readonly absenceLabel: string;
  readonly groupTitle: string;
  readonly noServiceAction: string;
  readonly removed: readonly RemovedRow[];
  readonly removedTitle: string;
  readonly csrf: string;
}
export const servicesPage = template<ServicesView>('services/services');

export interface ServicesInput {
  readonly map: OpenMap;
  /** the removed ones too */
  readonly entries: readonly StoredEntry[];
  readonly absences: readonly StoredAbsence[];
  readonly questions: readonly Question[];
  readonly query: Readonly<Record<string, string>>;
  readonly csrf: string;
  readonly now: Date;
}

/** So many fit on a page without searching. */
const fewEntries = 8;

export function toServicesView(input: ServicesInput): ServicesView {
  const { map, entries, query, csrf, now } = input;
  const { item, response, writable, own } = map;
  const listed = listedEntries(map, entries);
  const shown = foundEntries(listed, query);
  const absences = toAbsences(map, listed, input.absences, now);
  const { one, many } = item.noun;
  return {
    caption: captionOf(map),
    heading: own ? map.section.title : `${capitalised(many)} of ${response.agencyName}`,
    lede: ledeOf(map, listed, absences),
    scope: scopeOf(map),
    frozen: frozenWords(map),
    returned: returnWords(response),
    notice: toNotice(map, entries, query),
    asked: toAskedOfMap(map, input.questions, now),
    ...{ writable, own, csrf },
    action: paths.entries(response.id),
    addHref: paths.newEntry(response.id),
    checkHref: paths.check(response.id),
    checkText: `Check ${whose(map)} answers`,
    fileHref: paths.entriesFile(response.id),
    templateHref: paths.entriesTemplate(response.id),
    uploadHref: paths.entriesUpload(response.id),
    nounOne: one,
    nounMany: many,
    entryTitle: capitalised(one),
    factsTitle: factsTitle(map),
    placesTitle: itemName(map, item.placesItem),
    tools:
      listed.length > fewEntries ? toTools(listed, query, itemName(map, item.groupItem)) : null,
    found: shown.length < listed.length ? foundWords(shown.length, listed.length, one, many) : '',
    groups: toGroups(map, shown, query['by'], now),
    empty: listed.length === 0,
    emptyHelp: item.help ?? '',
    absences,
    absenceTitle: `Where ${own && !map.keying ? 'you have' : `${response.agencyName} has`} entered no ${one}`,
    absenceHelp: item.absence.help,
    absenceLabel: item.absence.label,
    groupTitle: itemName(map, item.groupItem),
    noServiceAction: paths.noService(response.id),
    ...toRemoved(input),
  };
}

/** "Level, focus and status" */
function factsTitle(map: OpenMap): string {
  const names = [...factItems(map).map(({ id }) => id), map.item.statusItem];
  return capitalised(listWords(names.map((id) => itemName(map, id).toLocaleLowerCase('en-GB'))));
}

/** Counts first: how many, how many with gaps, what submitting still needs. */
function ledeOf(
  { item, writable }: OpenMap,
  listed: readonly Listed[],
  absences: readonly AbsenceRow[],
): string {
  const { one, many } = item.noun;
  const count = counted(listed.length, one, many);
  if (!writable) return `${count}.`;
  const gaps = listed.filter((entry) => entry.gaps.length > 0).length;
  const needed = listed.filter((entry) => entry.gaps.some((gap) => gap.needed)).length;
  const parts = [
    listed.length === 0 ? `No ${many} yet` : `${count} so far`,
    ...(gaps > 0 ? [`${gaps} ${gaps === 1 ? 'has' : 'have'} gaps`] : []),
    ...(needed > 0 ? [`${needed} ${needed === 1 ? 'lacks' : 'lack'} what submitting needs`] : []),
    ...absenceWords(absences, item.absence.label),
  ];
  return `${parts.join('; ')}.`;
}

/** Where there is no entry: for how many that has been said, and for how many not yet. */
function absenceWords(absences: readonly AbsenceRow[], label: string): string[] {
  const open = absences.filter(({ said }) => said === '').length;
  const said = absences.length - open;
  return [
    ...(said > 0 ? [`“${label}” said for ${said}`] : []),
    ...(open > 0 ? [`${open} still to answer for below`] : []),
  ];
}

function toRemoved({
  map,
  entries,
  now,
}: ServicesInput): Pick<ServicesView, 'removed' | 'removedTitle'> {
  const removed = map.writable ? entries.filter(({ removedAt }) => removedAt !== null) : [];
  const { one, many } = map.item.noun;
  return {
    removedTitle: `${counted(removed.length, `${one} was`, `${many} were`)} removed`,
    removed: removed.map(({ id, name, updatedBy, updatedAt }) => ({
      name,
      words: `removed by ${updatedBy}, ${momentWords(updatedAt, now)}`,
      action: paths.restoreEntry(map.response.id, id),
    })),
  };
}
