/** The rows of review: own views, what was agreed, which Places are signed off, and what was corrected afterwards. */
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
/** A publication of a round's results: the first, and one for each time that something was corrected. */
interface EditionRow {
  system_id: string;
  round_id: string;
  number: number;
  /** of the first null where nobody knows any more */
  published_at: Date | null;
  published_by: string | null;
  /** for readers; '' for none */
  note: string;
}
/** Of an agreement that is published: waiting, withdrawn, or part of an edition. */
interface CorrectionRow extends OfSubject {
  id: string;
  level: Level | null;
  colour: Rag | null;
  rationale: string;
  dissent: string | null;
  present: string;
  others_present: string;
  /** of the agreement that it corrects; 0 for none */
  based_on: number;
  /** goes up by one with every change while it waits */
  revision: number;
  proposed_at: Date;
  proposed_by: string;
  /** null while it waits, and where it was withdrawn */
  edition: number | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
}
/** The reviewers who were present: they make the quorum. */
interface CorrectionPersonRow {
  system_id: string;
  correction_id: string;
  person_id: string;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    own_views: OwnViewRow;
    own_view_history: OwnViewRow;
    agreements: AgreementRow;
    agreement_people: AgreementPersonRow;
    agreement_history: AgreedRow;
    sign_offs: SignOffRow;
    editions: EditionRow;
    corrections: CorrectionRow;
    correction_people: CorrectionPersonRow;
  }
}
