/** A response's answers as a paper to keep: the page that checks them, and what only a file needs to know. */
import type { ResponseInRound } from '../../../db/responses.queries.ts';
import { provenanceWords, responseStatusWords } from '../../../domain/round/response.ts';
import { returnWords } from '../../../web/return-words.ts';
import { formatDateTime } from '../../../web/time.ts';
import { toCheckView, type CheckFacts, type CheckView } from '../check.view.ts';
import { submittedWords, withdrawnWords } from '../response.words.ts';
import { responseWords } from '../../../domain/instrument/short-words.ts';

interface FactView {
  readonly label: string;
  readonly value: string;
}
export interface AnswersView {
  /** as the page shows them, entries and "No service" included */
  readonly sections: CheckView['sections'];
  readonly scope: string;
  /** "Maturity grid, Ferrow Vale" */
  readonly title: string;
  readonly agency: string;
  readonly system: string;
  readonly round: string;
  readonly facts: readonly FactView[];
  /** who submitted it and when, or that nobody has */
  readonly state: string;
  /** why it was returned or withdrawn, what is missing: each a sentence */
  readonly notes: readonly string[];
  /** '' for what is submitted: no draft */
  readonly draft: string;
  readonly credits: readonly string[];
  /** version of the instrument */
  readonly version: string;
  readonly made: string;
  /** where the same is to be read online */
  readonly address: string;
}

export interface AnswersFacts extends CheckFacts {
  readonly system: string;
  readonly madeAt: Date;
  readonly address: string;
}

export function toAnswersView(facts: AnswersFacts): AnswersView {
  const { response, definition } = facts.opened;
  const { header, sections, missing } = toCheckView(facts);
  const made = formatDateTime(facts.madeAt);
  return {
    sections,
    scope: header.scope.parts.map(({ text }) => text).join(''),
    title: responseWords(definition, response),
    agency: response.agencyName,
    system: facts.system,
    round: response.roundName,
    facts: factsOf(response, facts.system),
    state: stateOf(response, made),
    notes: [
      returnWords(response),
      withdrawnWords(response),
      missing ? `${missing.title}.` : '',
    ].filter((text) => text !== ''),
    draft: response.status === 'submitted' ? '' : draftWords[response.status],
    credits: [definition.source.credit],
    version: `${definition.title}, version ${definition.version}`,
    made,
    address: facts.address,
  };
}

const draftWords = {
  draft: 'not submitted',
  returned: 'returned',
  withdrawn: 'withdrawn',
} as const;

function factsOf(response: ResponseInRound, system: string): FactView[] {
  const { agencyName, placeName, roundName, status } = response;
  return [
    { label: 'Agency', value: agencyName },
    ...(placeName === null ? [] : [{ label: 'Place', value: placeName }]),
    { label: 'Round', value: roundName },
    { label: 'System', value: system },
    { label: 'State', value: responseStatusWords[status] },
  ];
}

function stateOf(response: ResponseInRound, made: string): string {
  const submitted = submittedWords(response);
  if (response.status === 'submitted' && submitted !== '') return submitted;
  const paper = provenanceWords(response);
  const how = paper === '' ? '' : ` It came ${paper}.`;
  return `Not submitted: this is how it stood on ${made}.${how}`;
}

/** longer names are refused by some file systems */
const LONGEST_NAME = 80;

/** "Kingfisher, Maturity grid, Ferrow Vale, Spring 2026, draft.pdf" */
export function answersFileName({ agency, title, round, draft }: AnswersView): string {
  const name = Array.from(agency).slice(0, LONGEST_NAME).join('');
  return `${[name, title, round, ...(draft === '' ? [] : ['draft'])].join(', ')}.pdf`;
}
