/** Who works on an agency's answers, and where each was last. */
import { itemsOf } from '../../domain/instrument/items.ts';
import { capital } from '../../web/english.ts';
import { paths } from '../../web/paths.ts';
import type { Colleague } from './colleagues.queries.ts';
import type { Work } from './home-task.view.ts';
import { momentWords } from './response.words.ts';

/** Where an agency lead looks after the people of an agency. */
export interface TeamView {
  readonly text: string;
  readonly href: string;
}

export interface PersonView {
  readonly name: string;
  /** ", lead" or '' */
  readonly lead: string;
  readonly note: string;
}

interface Trace {
  readonly at: Date;
  /** "Workforce development, Ferrow Vale" */
  readonly text: string;
  readonly href: string;
}

/** The last thing that the person saved in these responses. */
export function lastOf(works: readonly Work[], personId: string): Trace | undefined {
  return works
    .flatMap((work) => [...answerTraces(work, personId), ...entryTraces(work, personId)])
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .at(-1);
}

const inPlace = (title: string, { response }: Work): string =>
  response.placeName === null ? title : `${title}, ${response.placeName}`;

function answerTraces(work: Work, personId: string): Trace[] {
  const { response, definition, content } = work;
  return itemsOf(definition).flatMap(({ item, section }) => {
    const answer = content.answers.get(item.id);
    if (answer?.updatedById !== personId) return [];
    const href = paths.section(response.id, section.id);
    return [{ at: answer.updatedAt, text: inPlace(section.title, work), href }];
  });
}

function entryTraces(work: Work, personId: string): Trace[] {
  const { response, content } = work;
  return content.entries
    .filter(({ updatedById }) => updatedById === personId)
    .map(({ id, name, updatedAt }) => ({
      at: updatedAt,
      text: inPlace(name, work),
      href: paths.entry(response.id, id),
    }));
}

/** One for each agency that the person leads, by name where they answer for several. */
export function toTeams(
  colleagues: readonly Colleague[],
  { personId }: { readonly personId: string },
): TeamView[] {
  const own = colleagues.filter((colleague) => colleague.personId === personId);
  const text = 'Invite or remove colleagues';
  return own
    .filter(({ isLead }) => isLead)
    .map(({ agencySlug, agencyName }) => ({
      text: own.length > 1 ? `${text}: ${agencyName}` : text,
      href: paths.colleagues(agencySlug),
    }));
}

export function toPeople(
  colleagues: readonly Colleague[],
  works: readonly Work[],
  { personId, now }: { readonly personId: string; readonly now: Date },
): PersonView[] {
  return colleagues.map((colleague) => {
    const last = lastOf(works, colleague.personId);
    const where = last ? `${last.text}, ${momentWords(last.at, now)}` : 'nothing saved yet';
    return {
      name: colleague.personId === personId ? 'You' : colleague.name,
      lead: colleague.isLead ? ', lead' : '',
      note: capital(colleague.isLead ? `can submit; ${where}` : where),
    };
  });
}
