/** What a system has at the moment, as set-up's rules see it. */
import type { MemberRole } from '../access/scope.ts';

export interface KnownPlace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly retired: boolean;
}
export interface KnownAgency {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** ids of the service map's sectors */
  readonly sectors: readonly string[];
  readonly placeIds: readonly string[];
  readonly onPaper: boolean;
  /** '' where there is none */
  readonly note: string;
  readonly retired: boolean;
}
export interface KnownRole {
  readonly id: string;
  readonly role: MemberRole;
  /** of a contributor or agency lead */
  readonly agencyId: string | null;
  /** a reviewer's */
  readonly placeIds: readonly string[];
  readonly isChair: boolean;
}
export interface KnownMember {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly KnownRole[];
}
export interface KnownSector {
  readonly id: string;
  readonly label: string;
}
export interface KnownSystem {
  readonly places: readonly KnownPlace[];
  readonly agencies: readonly KnownAgency[];
  readonly members: readonly KnownMember[];
  readonly sectors: readonly KnownSector[];
}
