/** What the sign-off of a Place waits for (Design 4.5): every domain decided, each with the quorum present. */
import type { Condition } from '../round/step-facts.ts';

export interface DecidedDomain {
  readonly label: string;
  /** agreed, or set aside with a reason */
  readonly decided: boolean;
  /** how many reviewers of the Place were present when it was */
  readonly present: number;
}

export interface SignOffFacts {
  readonly domains: readonly DecidedDomain[];
  /** frozen when the round was opened */
  readonly quorum: number;
  /** how many reviewers the Place has */
  readonly reviewers: number;
}

/** All of them needed; a round that asks no levels has only its reviewers to count. */
export function signOffConditions({ domains, quorum, reviewers }: SignOffFacts): Condition[] {
  const left = domains.filter(({ decided }) => !decided);
  const thin = domains.filter(({ decided, present }) => decided && present < quorum);
  return [
    need(
      reviewers >= quorum,
      `The Place has ${reviewers} reviewers, and the quorum is ${quorum}`,
      `The quorum is ${quorum}, and the Place has ${reviewers} ${reviewers === 1 ? 'reviewer' : 'reviewers'}: more must be added in Set-up`,
    ),
    need(
      left.length === 0,
      `All ${domains.length} domains are agreed or set aside`,
      `${left.length} of ${domains.length} domains are not agreed or set aside: ${named(left)}`,
    ),
    need(
      thin.length === 0,
      `At least ${quorum} reviewers were present at each`,
      `Fewer than ${quorum} reviewers were present for ${named(thin)}: record who agrees now`,
    ),
  ];
}

/** Nothing that is needed is missing. */
export function maySignOff(facts: SignOffFacts): boolean {
  return signOffConditions(facts).every(({ met }) => met);
}

const named = (domains: readonly DecidedDomain[]): string =>
  domains.map(({ label }) => label).join(', ');

const need = (met: boolean, yes: string, no: string): Condition => ({
  text: met ? yes : no,
  met,
  needed: true,
});
