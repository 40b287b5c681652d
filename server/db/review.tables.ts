/** The rows of review: reviewers' own views, what was agreed, and which Places are signed off. */
import type { Level, Rag } from '../domain/scoring/score.ts';

interface OfPlace {
  system_id: string;
  round_id: string;
  place_id: string;
}
interface OwnViewRow extends OfPlace {
  /** the domain */
  item_id: string;
  person_id: string;
  /** null: "I can't say" */
  level: Level | null;
  comment: string;
  /** goes up by one with every change of mind */
  revision: number;
  given_at: Date;
}
/** What an agreement is about. */
interface OfSubject extends OfPlace {
  subject: 'domain' | 'element';
  item_id: string;
}
interface AgreedRow extends OfSubject {
  /** of a domain; null where it is set aside */
  level: Level | null;
  /** of a support element; null where the derived colour stands */
  colour: Rag | null;
  /** of a domain set aside: why */
  rationale: string;
  dissent: string | null;
  /** everybody's name, as it was then */
  present: string;
  revision: number;
  agreed_at: Date;
  agreed_by: string;
}
interface AgreementRow extends AgreedRow {
  /** those who are no reviewers, as typed; part of `present` */
  others_present: string;
}
/** The reviewers who were present: they make the quorum. */
interface AgreementPersonRow extends OfSubject {
  person_id: string;
}
interface SignOffRow extends OfPlace {
  id: string;
  signed_at: Date;
  signed_by: string;
  /** null while it stands: at most one of a Place in a round does */
  reopened_at: Date | null;
  reopened_by: string | null;
  reopen_reason: string | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    own_views: OwnViewRow;
    own_view_history: OwnViewRow;
    agreements: AgreementRow;
    agreement_people: AgreementPersonRow;
    agreement_history: AgreedRow;
    sign_offs: SignOffRow;
  }
}
