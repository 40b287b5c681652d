/** A system on paper: what set-up needs to know to create it. Names refer to each other by slug. */
import type { MemberRole } from '../../domain/access/scope.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

export interface PlacePlan {
  readonly slug: string;
  readonly name: string;
}
export interface AgencyPlan {
  readonly slug: string;
  readonly name: string;
  readonly note?: string;
  /** answers on paper; false where left out */
  readonly onPaper?: boolean;
  readonly sectors: readonly string[];
  readonly places: readonly string[];
}
export interface PersonPlan {
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  /** of a contributor or agency lead */
  readonly agency?: string;
  /** of a reviewer */
  readonly places?: readonly string[];
  readonly chair?: boolean;
}
export interface SystemPlan {
  readonly slug: string;
  readonly name: string;
  readonly fictional: boolean;
  /** sentences shown with the system's reports: assumptions and sources */
  readonly notes: readonly string[];
  readonly places: readonly PlacePlan[];
  readonly agencies: readonly AgencyPlan[];
  readonly people: readonly PersonPlan[];
}
export interface RoundPlan {
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly publishedAt?: Date;
  /** days before the closing on which agencies are reminded; none where left out */
  readonly reminderDays?: readonly number[];
  /** reviewers who must be present at each decision; 3 where left out */
  readonly quorum?: number;
  /** instrument versions by instrument id */
  readonly instruments: readonly { readonly id: string; readonly version: string }[];
  /** slugs; all Places or agencies in use where left out */
  readonly places?: readonly string[];
  readonly agencies?: readonly string[];
}
