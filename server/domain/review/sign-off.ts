/** What the sign-off of a Place waits for (Design 4.5): every domain decided, each with the quorum present, nothing returned. */
import type { Condition } from '../round/step-facts.ts';

export interface DecidedDomain {
  readonly label: string;
  /** agreed, or set aside with a reason */
  readonly decided: boolean;
  /** how many reviewers of the Place were present when it was; that one has left since takes nothing away */
  readonly present: number;
}

export interface SignOffFacts {
  readonly domains: readonly DecidedDomain[];
  /** frozen when the round was opened */
  readonly quorum: number;
  /** how many reviewers the Place has now */
  readonly reviewers: number;
  /** agencies that have an answer about the Place back, to change it */
  readonly returned: readonly string[];
}

/** All of them needed; a round that asks no levels has only its reviewers to count. */
export function signOffConditions(facts: SignOffFacts): Condition[] {
  const { domains, quorum, returned } = facts;
  return [
    ...reviewersCondition(facts),
    ...(domains.length === 0 ? [] : domainConditions(domains, quorum)),
    need(
      returned.length === 0,
      'No agency has its answers back to change them',
      `Answers are returned to ${returned.join(', ')}: they must be submitted again, or withdrawn, first`,
    ),
  ];
}

function domainConditions(domains: readonly DecidedDomain[], quorum: number): Condition[] {
  const left = domains.filter(({ decided }) => !decided);
  const thin = domains.filter((domain) => isThin(domain, quorum));
  return [
    need(
      left.length === 0,
      `All ${domains.length} domains are agreed or set aside`,
      `${left.length} of ${domains.length} domains are not agreed or set aside${left.length > mostNamed ? '' : `: ${named(left)}`}`,
    ),
    need(
      thin.length === 0,
      `The quorum, ${quorum}, was present wherever something is agreed`,
      `Fewer reviewers than the quorum, ${quorum}, were present for ${named(thin)}: record who agrees now`,
    ),
  ];
}

/** Asked for while somebody must still come together: what was agreed with enough of them stands. */
function reviewersCondition({ domains, quorum, reviewers }: SignOffFacts): Condition[] {
  const isOver =
    domains.length > 0 && domains.every((domain) => domain.decided && !isThin(domain, quorum));
  if (isOver) return [];
  const has = `the Place has ${reviewers} ${reviewers === 1 ? 'reviewer' : 'reviewers'}`;
  return [
    need(
      reviewers >= quorum,
      `The quorum is ${quorum}, and ${has}`,
      `The quorum is ${quorum}, and ${has}: more must be added in Set-up`,
    ),
  ];
}

/** Nothing that is needed is missing. */
export function maySignOff(facts: SignOffFacts): boolean {
  return signOffConditions(facts).every(({ met }) => met);
}

/** More are read in the list itself. */
const mostNamed = 3;

const isThin = ({ decided, present }: DecidedDomain, quorum: number): boolean =>
  decided && present < quorum;

const named = (domains: readonly DecidedDomain[]): string =>
  domains.map(({ label }) => label).join(', ');

const need = (met: boolean, yes: string, no: string): Condition => ({
  text: met ? yes : no,
  met,
  needed: true,
});
