/** Giving a submitted response back to its agency: the question with the reason, and what came of it. */
import { responseWords } from '../../domain/instrument/short-words.ts';
import type { TextArea } from '../../web/components.ts';
import { andList, counted } from '../../web/english.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { Opened } from './opened.ts';
import { toHeader, type HeaderView } from './response.words.ts';
import { returnWords } from '../../web/return-words.ts';
import type { Answering } from './return.queries.ts';

export interface ReturnView {
  readonly header: HeaderView;
  readonly heading: string;
  /** what it does */
  readonly points: readonly string[];
  readonly errors: ErrorSummary | null;
  readonly reason: TextArea;
  readonly action: string;
  readonly keepHref: string;
  readonly csrf: string;
}
export const returnPage = template<ReturnView>('responses/return');

export interface ReturnFacts {
  readonly opened: Pick<Opened, 'response' | 'definition'>;
  /** who is e-mailed */
  readonly answering: readonly Answering[];
  readonly csrf: string;
}

/** @param typed the reason so far; @param fault '' where nothing is wrong with it */
export function toReturnView(facts: ReturnFacts, typed: string, fault: string): ReturnView {
  const { opened, answering, csrf } = facts;
  const { response, definition } = opened;
  return {
    header: toHeader(opened),
    heading: `Return “${responseWords(definition, response)}” to ${response.agencyName}?`,
    points: [
      'The agency can change every answer and submits it again; until then it counts as not submitted.',
      mailedWords(answering, 'is e-mailed', 'are e-mailed'),
    ],
    errors: fault === '' ? null : toErrorSummary([{ field: 'reason', text: fault }]),
    reason: {
      id: 'reason',
      name: 'reason',
      label: 'Why it comes back',
      hint: 'The agency reads it on top of its answers. It does not stand in the e-mail.',
      value: typed,
      error: fault,
    },
    action: paths.returnResponse(response.id),
    keepHref: paths.response(response.id),
    csrf,
  };
}

/** "2 people are e-mailed: Siân Elwyn-Hughes and Małgorzata Wiśniewska." */
function mailedWords(answering: readonly Answering[], one: string, many: string): string {
  if (answering.length === 0) {
    return 'Nobody there has an account, so nobody is e-mailed: tell them.';
  }
  const names = andList(answering.map(({ name }) => name));
  return `${counted(answering.length, 'person', 'people')} ${answering.length === 1 ? one : many}: ${names}.`;
}

export interface ReturnedView {
  readonly header: HeaderView;
  readonly heading: string;
  readonly lede: string;
  readonly mailed: string;
  readonly resultsHref: string;
}
export const returnedPage = template<ReturnedView>('responses/returned');

export function toReturnedView({ opened, answering }: Omit<ReturnFacts, 'csrf'>): ReturnedView {
  const { response, definition } = opened;
  return {
    header: toHeader(opened),
    heading: `Returned: ${responseWords(definition, response)}`,
    lede: returnWords(response),
    mailed: mailedWords(answering, 'was e-mailed', 'were e-mailed'),
    resultsHref: paths.systemReport(response.roundSlug),
  };
}
