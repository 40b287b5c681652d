/** What decides about a step in the life of a round, counted and named from what is stored. */

export interface StepFacts {
  /** names of the Places that are chosen */
  readonly places: readonly string[];
  /** names of the agencies that are chosen or, once it is open, asked */
  readonly agencies: readonly string[];
  readonly instruments: number;
  /** Places in which none of these agencies works */
  readonly unserved: readonly string[];
  /** agencies for which nobody can submit, and that are not on paper */
  readonly leaderless: readonly string[];
  /** of these agencies, how many have somebody who is written to */
  readonly invitedAgencies: number;
  /** messages that go out: a person is written to once for each agency */
  readonly invitations: number;
  /** everybody who answers for these agencies, once each */
  readonly answerers: number;
  /** how many of these agencies answer on paper */
  readonly onPaper: number;
  /** everybody with a role in the system */
  readonly everybody: number;
  readonly hasChair: boolean;
  /** how many responses are asked for, and how many are in; the withdrawn ones aside */
  readonly asked: number;
  readonly submitted: number;
  /** Places that are signed off */
  readonly signedOff: readonly string[];
  /** Places that are not, and must be; none where the round asks no levels */
  readonly unsigned: readonly string[];
  /** Places that have fewer reviewers than the round's quorum; none where it asks no levels */
  readonly thin: readonly string[];
  readonly quorum: number;
  /** Places with comments of the factual check that have no answer, and how many */
  readonly unanswered: readonly { readonly place: string; readonly count: number }[];
  readonly opens: Moment | null;
  readonly closes: Moment | null;
  /** of the factual check, once it has begun */
  readonly checkEnds: Moment | null;
  /** how long the factual check takes */
  readonly checkDays: number;
}

export interface Moment {
  /** "Friday 27 March 2026 at 17:00" */
  readonly words: string;
  readonly passed: boolean;
}

export interface Condition {
  /** says what is so: another sentence when it is met than when it is not */
  readonly text: string;
  readonly met: boolean;
  /** the step waits for it; else it is advice */
  readonly needed: boolean;
}
