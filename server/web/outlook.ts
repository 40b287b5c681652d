/** A round's results at a glance: the reports make it, the start page shows it and leads on to them. */
import type { Rag } from '../domain/scoring/score.ts';

export interface OutlookPlace {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** where its levels are agreed: for reviewers and coordinators */
  readonly reviewHref: string;
  readonly pdfHref: string;
  /** of its domains; of its elements of support where the round asks no grid */
  readonly colours: readonly Rag[];
  /** names of the domains on which the agencies differ, and nothing is agreed */
  readonly discuss: readonly string[];
  /** how many domains there are, and how many have an agreed level */
  readonly domains: number;
  readonly agreed: number;
}

/** One thing that stands out, and where it is explained. */
export interface OutlookGap {
  /** '' where it is about no colour */
  readonly rag: Rag | '';
  readonly title: string;
  readonly text: string;
  readonly figure: OutlookFigure;
  readonly href: string;
  readonly linkText: string;
}
export interface OutlookFigure {
  readonly value: string;
  /** behind the value: "levels"; '' for a plain number */
  readonly unit: string;
  readonly label: string;
}

export interface Outlook {
  /** what the colours are of: "Eleven domains" */
  readonly about: string;
  /** the finding in a few sentences; empty before the first answer */
  readonly finding: readonly string[];
  /** those that the reader may see, in the system's order */
  readonly places: readonly OutlookPlace[];
  /** the worst first */
  readonly gaps: readonly OutlookGap[];
}
