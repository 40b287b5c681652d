/** The little language of the demonstration's files: what reviewers of the files read, before it is made into answers. */
import type { BoardPaper } from '../../domain/board/board-paper.ts';
import type { ActionStatus } from '../../domain/actions/action.ts';
import type { AgreedColour } from '../../domain/review/agreement.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { Level } from '../../domain/scoring/score.ts';
import type { SystemPlan } from '../../features/set-up/plan.ts';

/** An entry as the map command reads it: Places by slug, null where they are not stated. */
export type SeedEntry = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly places: readonly string[] | null;
};

/** An entry in short. What is not named here stands as its answer will. */
export interface ShortService extends Readonly<Record<string, unknown>> {
  readonly name: string;
  /** slugs; all of the agency's; null where they are not stated */
  readonly places: readonly string[] | 'all' | null;
  /** ids of questions answered so */
  readonly yes?: readonly string[];
  readonly some?: readonly string[];
  readonly no?: readonly string[];
  readonly unknown?: readonly string[];
  /** from and to, in months from birth */
  readonly ages?: readonly [number, number];
  /** a date, or "+4 months": the end of the month so many months after the day of loading */
  readonly fundingEnds?: string;
  /** Place and level may be left out where the entry has one of each */
  readonly figures?: readonly Readonly<Record<string, string | number>>[];
}
/** A service of the list as it is, or with what differs in this round. */
export type UsedService =
  string | (Readonly<Record<string, unknown>> & { readonly service: string });

/** What an agency said of a domain beyond its level. */
export interface SeedAnswer {
  /** marks its criteria as an agency at this level would; with a reason where the chosen level differs */
  readonly marksAs?: number;
  readonly reason?: string;
  readonly evidence?: string;
  readonly noEvidence?: string;
  readonly links?: readonly string[];
}

/** What a Place's reviewers agreed on one afternoon. */
export interface SeedAgreement {
  readonly on: string;
  /** when the chair signed the Place off; left out where nobody has */
  readonly signedOff?: string;
  readonly present: string;
  readonly domains: Readonly<
    Record<
      string,
      /** without a level it is set aside */
      { readonly level: number | null; readonly rationale: string; readonly dissent?: string }
    >
  >;
  /** support elements, by id; without a colour it was agreed that the derived one stands */
  readonly elements?: Readonly<
    Record<
      string,
      {
        readonly colour: AgreedColour | null;
        readonly rationale: string;
        readonly dissent?: string;
      }
    >
  >;
}

/** What was corrected after publication; each agreement had been recorded once. */
export interface SeedEdition {
  readonly on: string;
  /** to readers */
  readonly note: string;
  /** by Place; `on` is when the chair proposed it */
  readonly corrected: Readonly<Record<string, SeedAgreement>>;
}

type PerPlaceAndAgency<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

export interface SeedRound {
  readonly slug: string;
  readonly name: string;
  readonly status: 'open' | 'in-review' | 'published';
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly publishedAt?: string;
  /** 3 where left out */
  readonly quorum?: number;
  /** instead of dates: days from the day of loading */
  readonly opensInDays?: number;
  readonly closesInDays?: number;
  /** days before the closing on which agencies are reminded */
  readonly reminderDays?: readonly number[];
  /** addresses of people whose invitation did not arrive */
  readonly undelivered?: readonly string[];
  /** agencies that are not part of this round */
  readonly notAsked?: readonly string[];
  /**
   * Place -> agency -> a character per domain in the grid's order: 0 to 4, "?" for "We can't say", "." for
   * not answered. A row without "." is submitted, unless it is among the `unsubmitted`.
   */
  readonly levels: PerPlaceAndAgency<string>;
  /** Place -> agency -> domain */
  readonly said?: PerPlaceAndAgency<Readonly<Record<string, SeedAnswer>>>;
  /** Place -> domains for which every agency says why it has no evidence */
  readonly withoutEvidence?: Readonly<Record<string, readonly string[]>>;
  /** agency -> its services; submitted, with "No service" wherever the list leaves a sector and Place open */
  readonly services: Readonly<Record<string, readonly UsedService[]>>;
  /** agency -> Places whose grid, or "services", is not submitted though it may be complete */
  readonly unsubmitted?: Readonly<Record<string, readonly string[]>>;
  /** a response without a Place is the service map */
  readonly returned?: readonly {
    readonly agency: string;
    readonly place?: string;
    readonly reason: string;
  }[];
  /** agencies that answered on paper: the coordinator keyed it in */
  readonly paper?: readonly string[];
  /** by Place */
  readonly agreed: Readonly<Record<string, SeedAgreement>>;
  /** after the first publication */
  readonly editions?: readonly SeedEdition[];
  /** what was written for the Board, and when */
  readonly boardPaper?: Partial<BoardPaper> & { readonly on: string };
}

/** An action, raised so many days before the day of loading. */
export interface SeedAction {
  readonly what: string;
  /** none: the whole system */
  readonly place?: string;
  /** all three or none */
  readonly round?: string;
  readonly source?: 'domain' | 'element';
  readonly item?: string;
  readonly aimedLevel?: Level;
  readonly agency?: string;
  /** an address */
  readonly person?: string;
  readonly ownerName?: string;
  readonly dueInDays?: number;
  /** an address */
  readonly raisedBy: string;
  readonly daysAgo: number;
  readonly changes: readonly {
    readonly by: string;
    readonly daysAgo: number;
    readonly status: ActionStatus;
    readonly note: string;
  }[];
}

export type Band = 'low' | 'mid' | 'high';

export interface SeedEvidence {
  /** domain -> sentences of agencies at levels 0 and 1, at 2, at 3 and 4; {place} and {month} are filled in */
  readonly domains: Readonly<Record<string, Readonly<Record<Band, readonly string[]>>>>;
  /** why there is none */
  readonly none: readonly string[];
}

export interface FictionalSeed {
  readonly system: SystemPlan;
  /** who runs the installation; no member of a system */
  readonly administrators: readonly { readonly name: string; readonly email: string }[];
  /** what people call a Place with a long name */
  readonly spoken: Readonly<Record<string, string>>;
  /** agency -> name in these files -> service */
  readonly services: Readonly<Record<string, Readonly<Record<string, ShortService>>>>;
  readonly evidence: SeedEvidence;
  /** oldest first */
  readonly rounds: readonly SeedRound[];
  readonly actions: readonly SeedAction[];
  /** births and need, as the coordinator entered them; the earliest first */
  readonly needs: readonly {
    readonly place: string;
    /** a moment */
    readonly on: string;
    readonly answers: SimpleAnswers;
  }[];
}
