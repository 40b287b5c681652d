/** One agency's progress: what is asked and what is missing, who answers and who was there last; the same figures as in the table of all. */
import { countedWords, type Counted } from '../../domain/answers/counted.ts';
import { responseWords } from '../../domain/instrument/short-words.ts';
import { failureWords } from '../../domain/mail/failure.ts';
import { roundStatusWords } from '../../domain/round/round.ts';
import { allows, provenanceWords } from '../../domain/round/response.ts';
import { standingOf } from '../../domain/round/standing.ts';
import { capital, counted } from '../../web/english.ts';
import { countdown } from '../../web/deadline.ts';
import { piePath, type StatusGlyph, type StatusMark } from '../../web/glyphs/status.ts';
import { paths } from '../../web/paths.ts';
import { recentWords } from '../../web/recent.ts';
import { template } from '../../web/reply.ts';
import { formatDateTime } from '../../web/time.ts';
import type { AskedAgency, AskedResponse } from './asked.queries.ts';
import { countedSentences, markOf, markWords } from './cells.view.ts';
import { missingIn } from './missing.view.ts';
import type { AgencyMail, AgencyPerson, ResponseChange } from './people.queries.ts';
import type { DefinitionsById } from './progress.load.ts';
import type { ProgressRound } from './round.queries.ts';
import type { Given, Share } from './shares.queries.ts';
import { kindWords } from './row.view.ts';

export interface AgencyView {
  readonly caption: string;
  readonly heading: string;
  readonly lede: string;
  /** what the coordinator does for an agency without accounts; '' for others */
  readonly paper: string;
  readonly asked: readonly AskedRow[];
  readonly counted: readonly string[];
  readonly people: readonly PersonRow[];
  /** where there are none */
  readonly nobody: string;
  /** of the coordinator; empty for others */
  readonly mails: readonly MailRow[];
  /** of the coordinator; '' for none, and for others */
  readonly note: string;
}
interface AskedRow extends StatusGlyph {
  readonly text: string;
  readonly href: string;
  readonly word: string;
  /** "7 of 11"; '' where nothing is counted */
  readonly share: string;
  /** "on paper, keyed in by Colm Doyle"; '' for what the agency answered itself */
  readonly provenance: string;
  /** where the coordinator keys it in; '' where there is nothing to key in */
  readonly keyHref: string;
  readonly missing: readonly string[];
  readonly last: string;
}
interface PersonRow {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly last: string;
}
interface MailRow {
  readonly what: string;
  readonly who: string;
  readonly when: string;
  readonly came: string;
  readonly failed: boolean;
}
export const agencyPage = template<AgencyView>('progress/agency');

export interface AgencyFacts {
  readonly round: ProgressRound;
  readonly agency: AskedAgency;
  readonly definitions: DefinitionsById;
  readonly counted: ReadonlyMap<string, Counted>;
  readonly responses: readonly AskedResponse[];
  readonly shares: ReadonlyMap<string, Share>;
  readonly given: Given;
  readonly people: readonly AgencyPerson[];
  readonly changes: readonly ResponseChange[];
  readonly mails: readonly AgencyMail[];
}

export function toAgencyView(
  facts: AgencyFacts,
  { coordinates, now }: { readonly coordinates: boolean; readonly now: Date },
): AgencyView {
  const { round, agency, definitions } = facts;
  return {
    caption: `${round.name} · ${roundStatusWords[round.status].toLowerCase()}`,
    heading: agency.name,
    lede: ledeOf(facts, now),
    paper: agency.onPaper && coordinates ? paperWords : '',
    asked: facts.responses.flatMap((response) => toAskedRow(response, facts, { coordinates, now })),
    counted: countedSentences(definitions, countedWords),
    people: facts.people.map((person) => toPersonRow(person, facts, now)),
    nobody: agency.onPaper ? 'Nobody has an account: it answers on paper.' : 'Nobody yet.',
    mails: coordinates ? facts.mails.map((mail) => toMailRow(mail, facts.people, now)) : [],
    note: coordinates ? agency.note : '',
  };
}

const paperWords =
  'It answers on paper and has no accounts. Key in what its forms say, then submit it; every page shows that it came on paper. Blank forms stand with each questionnaire.';

function ledeOf({ round, responses, agency }: AgencyFacts, now: Date): string {
  const standing = standingOf(responses);
  const submitted = responses.filter(({ status }) => status === 'submitted').length;
  const state =
    standing === 'silent'
      ? agency.onPaper
        ? 'Nothing is keyed in yet.'
        : 'Nobody has saved anything yet.'
      : `${submitted} of ${counted(responses.length, 'answer is', 'answers are')} submitted.`;
  const { closesAt, status } = round;
  if (standing === 'submitted' || status !== 'open' || !closesAt) return state;
  const verb = closesAt > now ? 'The round closes' : 'The round was to close';
  return `${state} ${verb} on ${formatDateTime(closesAt)}${countdown(closesAt, now)}.`;
}

function toAskedRow(
  response: AskedResponse,
  facts: AgencyFacts,
  { coordinates, now }: { readonly coordinates: boolean; readonly now: Date },
): AskedRow[] {
  const { round, definitions, shares, changes } = facts;
  const definition = definitions.get(response.versionId);
  if (!definition) return [];
  const placeName = round.places.find(({ id }) => id === response.placeId)?.name ?? null;
  const mark = markOf(response);
  const last = changes.find(({ responseId }) => responseId === response.id);
  return [
    {
      mark,
      text: responseWords(definition, { placeName }),
      href: paths.response(response.id),
      word: markWords(mark),
      provenance: provenanceWords(response),
      keyHref: coordinates ? keyHref(response, facts) : '',
      ...toShare(mark, shares.get(response.id)),
      missing: mark === 'submitted' ? [] : missingIn(response, definition, facts),
      last: last ? `${last.by}, ${recentWords(last.at, now)}` : 'Nobody yet',
    },
  ];
}

function keyHref({ id, status }: AskedResponse, { agency, round }: AgencyFacts): string {
  return agency.onPaper && allows('write', status, round.status) ? paths.response(id) : '';
}

function toShare(mark: StatusMark, share: Share | undefined): Pick<AskedRow, 'share' | 'pie'> {
  if (!share) return { share: '', pie: '' };
  const pie = mark === 'under-way' ? piePath(share.given / share.asked) : '';
  return { share: `${share.given} of ${share.asked}`, pie };
}

function toPersonRow(person: AgencyPerson, { changes }: AgencyFacts, now: Date): PersonRow {
  const last = changes.find(({ personId }) => personId === person.personId);
  const role = person.isLead ? 'agency lead, can submit' : 'contributor';
  return {
    name: person.name,
    role: capital(person.active ? role : `${role}; the account is closed`),
    email: person.email,
    last: last ? capital(recentWords(last.at, now)) : 'Nothing saved yet',
  };
}

function toMailRow(mail: AgencyMail, people: readonly AgencyPerson[], now: Date): MailRow {
  const person = people.find(({ personId }) => personId === mail.personId);
  const moved = person !== undefined && person.email !== mail.recipient;
  return {
    what: kindWords[mail.kind] ?? mail.kind,
    who: `${person?.name ?? 'Somebody who has left'}${moved ? `, at ${mail.recipient}` : ''}`,
    when: capital(recentWords(mail.queuedAt, now)),
    came: cameWords(mail, now),
    failed: mail.status === 'failed',
  };
}

function cameWords({ status, error, finishedAt }: AgencyMail, now: Date): string {
  switch (status) {
    case 'sent':
      return 'Delivered';
    case 'queued':
      return error === null ? 'On its way' : `Tried again: ${error}`;
    case 'not-due':
      return 'Not sent: no longer due';
    case 'failed': {
      const when = finishedAt ? `, ${recentWords(finishedAt, now)}` : '';
      const said = error === null ? '' : ` (${error})`;
      return `Did not arrive: ${failureWords(error)}${when}${said}`;
    }
  }
}
