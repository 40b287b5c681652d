/** Who of those asked in a round has answered, and who is waited for. */
import type { Asked } from './home-rounds.queries.ts';

export interface Standing {
  /** how many agencies are asked */
  readonly agencies: number;
  /** names of those that have saved nothing at all */
  readonly silent: readonly string[];
  /** names of those that have begun, and not submitted everything */
  readonly underWay: readonly string[];
  /** names of both, in their order */
  readonly waitedFor: readonly string[];
  /** how many have submitted everything */
  readonly done: number;
  /** how many responses are asked for, and how many are in */
  readonly asked: number;
  readonly submitted: number;
}

/** Of one round; responses about other Places than these are left out, where Places are given. */
export function standingOf(
  asked: readonly Asked[],
  roundId: string,
  placeIds?: readonly string[],
): Standing {
  const concerned = asked.filter(
    (one) =>
      one.roundId === roundId &&
      (placeIds === undefined || one.placeIds.some((id) => placeIds.includes(id))),
  );
  const agencies = [...new Set(concerned.map(({ agency }) => agency))];
  const of = (agency: string): Asked[] => concerned.filter((one) => one.agency === agency);
  const left = agencies.filter((agency) => of(agency).some(({ submitted }) => !submitted));
  const isSilent = (agency: string): boolean =>
    of(agency).every(({ begun, submitted }) => !begun && !submitted);
  return {
    agencies: agencies.length,
    silent: left.filter(isSilent),
    underWay: left.filter((agency) => !isSilent(agency)),
    waitedFor: left,
    done: agencies.length - left.length,
    asked: concerned.length,
    submitted: concerned.filter(({ submitted }) => submitted).length,
  };
}
