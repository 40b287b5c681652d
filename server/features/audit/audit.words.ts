/** What the acts of the audit trail are called. */
import type { MemberRole } from '../../domain/access/scope.ts';
import { memberRoles, roleNames } from '../../domain/set-up/roles.ts';
import { formatDateTime } from '../../web/time.ts';
import type { AuditLine } from './audit.queries.ts';

/** Kinds of acts, as the page offers them: a word, and the first parts of the acts that it stands for. */
export const kinds = {
  responses: { text: 'Answers', parts: ['response', 'entry', 'no-service'] },
  rounds: { text: 'Rounds', parts: ['round'] },
  check: { text: 'Factual check', parts: ['check'] },
  actions: { text: 'Actions', parts: ['action', 'actions'] },
  levels: {
    text: 'Review and agreed levels',
    parts: ['level', 'domain', 'element', 'review', 'correction', 'edition'],
  },
  people: { text: 'People and roles', parts: ['person', 'role', 'chair', 'colleague'] },
  places: { text: 'Places', parts: ['place', 'places', 'need'] },
  agencies: { text: 'Agencies', parts: ['agency', 'agencies'] },
  lists: {
    text: 'Files in and out',
    parts: [
      ...['import', 'people', 'places', 'agencies'],
      ...['report', 'pack', 'data', 'services', 'token'],
    ],
  },
} as const;
export type Kind = keyof typeof kinds;

/** "{}" is the subject. */
const words: Readonly<Record<string, string>> = {
  'response.submitted': 'submitted {}',
  'response.returned': 'returned {}',
  'response.keyed-in': 'marked {} as keyed in from paper',
  'response.withdrawn': 'withdrew {}',
  'response.downloaded': 'downloaded the answers of {}',
  'response.asked-again': 'asked again for {}',
  'response.part-given': 'gave a colleague a part of {}',
  'response.part-taken-back': 'took a part of {} back from a colleague',
  'response.part-done': 'marked a part of {} as done',
  'response.part-open': 'took back that a part of {} is done',
  'response.questions-answered': 'answered questions about services of {}',
  'response.carry-started': 'started {} from last round’s answers',
  'response.carry-dropped': 'started {} without last round’s answers',
  'entry.removed': 'removed a service of {}',
  'entry.restored': 'put back a service of {}',
  'entries.uploaded': 'uploaded a workbook of services for {}',
  'no-service.said': 'said “No service” for {}',
  'no-service.taken-back': 'took “No service” back for {}',
  'level.agreed': 'recorded an agreed level in {}',
  'element.agreed': 'recorded an agreed colour in {}',
  'domain.set-aside': 'set a domain aside in {}',
  'check.commented': 'commented on draft results for {}',
  'check.comment-changed': 'changed a comment on draft results for {}',
  'check.answered': 'answered a comment on draft results of {}',
  'action.raised': 'raised an action in {}',
  'action.changed': 'changed an action in {}',
  'actions.downloaded': 'downloaded the actions of {}',
  'review.signed-off': 'signed {} off',
  'review.reopened': 'reopened the review of {}',
  'correction.proposed': 'proposed a correction in {}',
  'correction.changed': 'changed a proposed correction in {}',
  'correction.withdrawn': 'withdrew a proposed correction in {}',
  'domain.corrected': 'published the correction of a level in {}',
  'element.corrected': 'published the correction of a colour in {}',
  'edition.published': 'published corrected results of {}',
  'round.created': 'created the round {}',
  'round.changed': 'changed the round {}',
  'round.deleted': 'deleted the round {}',
  'round.opened': 'opened the round {}',
  'round.extended': 'moved the closing of the round {}',
  'round.agency-added': 'asked one more agency in the round {}',
  'round.reminded': 'reminded agencies of the round {}',
  'round.questions-asked': 'sent questions to agencies of the round {}',
  'round.reminders-changed': 'changed the reminders of the round {}',
  'round.closed': 'closed the round {} for answers',
  'round.reopened': 'opened the round {} again',
  'round.check-begun': 'began the factual check of the round {}',
  'round.review-resumed': 'took the round {} back into review',
  'round.published': 'published the round {}',
  'round.archived': 'archived the round {}',
  'round.board-paper-changed': 'changed the Board paper of {}',
  'person.added': 'added {}',
  'person.renamed': 'renamed {}',
  'person.moved': 'moved the roles of {} to another address',
  'role.given': 'gave {} a role',
  'role.changed': 'changed a role of {}',
  'role.removed': 'took a role from {}',
  'colleague.invited': 'invited {}',
  'colleague.invited-again': 'invited {} again',
  'colleague.removed': 'removed {} from the agency',
  'chair.given': 'made {} the chair',
  'chair.taken': 'ended the chair of {}',
  'place.added': 'added the Place {}',
  'place.renamed': 'renamed the Place {}',
  'place.moved': 'moved the Place {} in the order',
  'place.retired': 'retired the Place {}',
  'place.restored': 'brought back the Place {}',
  'need.added': 'entered births and need of {}',
  'need.changed': 'changed births and need of {}',
  'need.removed': 'removed births and need of {}',
  'need.restored': 'brought back births and need of {}',
  'agency.added': 'added the agency {}',
  'agency.changed': 'changed the agency {}',
  'agency.retired': 'retired the agency {}',
  'agency.restored': 'brought back the agency {}',
  'import.stored': 'imported a list into {}',
  'places.downloaded': 'downloaded the Places of {}',
  'agencies.downloaded': 'downloaded the agencies of {}',
  'people.downloaded': 'downloaded the people of {}',
  'data.downloaded': 'downloaded the data of {}',
  'services.downloaded': 'downloaded the services of {}',
  'token.made': 'made a token for analysts’ tools',
  'token.revoked': 'revoked a token for analysts’ tools',
  'token.used': 'took data away with a token for analysts’ tools',
  'report.downloaded': 'downloaded the report of {}',
  'report.changes-downloaded': 'downloaded what changed in {} since an earlier round',
  'report.places-compared-downloaded': 'downloaded two Places of {} side by side',
  'report.board-paper-downloaded': 'downloaded the Board paper of {}',
  'pack.downloaded': 'downloaded the complete pack of {}',
  'minutes.downloaded': 'downloaded the minutes of the review of {}',
  'system.created': 'created {}',
};

/** True for the acts that have words: those without are shown as they are stored. */
export function hasWords(act: string): boolean {
  return Object.hasOwn(words, act);
}

/** "submitted Kingfisher, Ferrow Vale, Spring 2026"; a subject that is gone has the name that the act noted. */
export function deedInWords({ act, subject, details }: AuditLine): string {
  const noted = details['name'] ?? details['round'];
  const known = subject === '' ? null : subject;
  const name = known ?? (typeof noted === 'string' ? noted : 'something that is gone');
  return (words[act] ?? `${act}: {}`).replace('{}', () => name);
}

type Details = AuditLine['details'];

/** Each says what it finds among the details, or ''. */
const notes: readonly ((details: Details, line: AuditLine) => string)[] = [
  ({ role }) => (isRole(role) ? roleNames[role] : ''),
  ({ reason }) => (typeof reason === 'string' && reason !== '' ? `Reason: ${reason}` : ''),
  ({ changed }) => (typeof changed === 'string' ? changed : ''),
  ({ from, to }, { act }) =>
    act === 'round.extended' ? `from ${momentOf(from)} to ${momentOf(to)}` : '',
  ({ agency }, { act }) =>
    act === 'round.agency-added' && typeof agency === 'string' ? agency : '',
  ({ round }, { act }) =>
    /^(report|minutes)\.downloaded$/.test(act) && typeof round === 'string' ? round : '',
  ({ file }, { act }) => (act === 'data.downloaded' && typeof file === 'string' ? file : ''),
  ({ from }, { act }) =>
    act === 'place.renamed' && typeof from === 'string' ? `before: ${from}` : '',
  ({ agencies, people }, { act }) =>
    /^round\.(reminded|questions-asked)$/.test(act) && typeof people === 'number'
      ? `${String(people)} e-mails to ${String(agencies)} ${agencies === 1 ? 'agency' : 'agencies'}`
      : '',
  ({ questions }) =>
    typeof questions === 'number'
      ? `${String(questions)} ${questions === 1 ? 'question' : 'questions'}`
      : '',
  ({ rows }) => (typeof rows === 'number' ? `${String(rows)} ${rows === 1 ? 'row' : 'rows'}` : ''),
  ({ edition, corrections }, { act }) =>
    act === 'edition.published'
      ? `edition ${String(edition)}: ${String(corrections)} corrected`
      : '',
  ({ submitted, asked }) =>
    typeof submitted === 'number'
      ? `${String(submitted)} of ${String(asked)} responses were submitted`
      : '',
  ({ section }) => spaced(section),
  ({ group }, { place }) => [place, spaced(group)].filter(Boolean).join(': '),
  ({ domain, level }) =>
    typeof domain === 'string'
      ? `${spaced(domain)}${typeof level === 'number' ? `: level ${level}` : ''}`
      : '',
];

/** An instrument's own ids are words with dashes. */
function spaced(id: unknown): string {
  return typeof id === 'string' ? id.replaceAll('-', ' ') : '';
}

/** What else was noted: a role, a reason, dates; '' for nothing that people read. */
export function detailInWords(line: AuditLine): string {
  return notes.map((note) => note(line.details, line)).find((text) => text !== '') ?? '';
}

function isRole(value: unknown): value is MemberRole {
  return memberRoles.some((role) => role === value);
}

function momentOf(value: unknown): string {
  return typeof value === 'string' ? formatDateTime(new Date(value)) : 'no date';
}
