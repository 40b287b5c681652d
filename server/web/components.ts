/**
 * The design system's components as our templates include them: `views/components` renders the markup of
 * nhsuk-frontend's own macros, which `components.test.ts` holds it to. What may be left out is marked so.
 */

export interface Button {
  readonly text: string;
  /** behind the text, for those who hear it: ": Ferrow Vale" */
  readonly spoken?: string;
  /** "secondary", "warning"; the main one of a page has none */
  readonly variant?: string;
  readonly small?: boolean;
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
}

/** Looks like a button and stays a link: it leads to a page. */
export interface ButtonLink {
  readonly text: string;
  readonly spoken?: string;
  readonly variant?: string;
  readonly small?: boolean;
  readonly href: string;
}

/** `components/details/begin`; what it opens follows, and `components/details/end` closes it. */
export interface DetailsBegin {
  readonly summary: string;
  /** behind the summary, for those who hear it */
  readonly spoken?: string;
  /** links to it open it */
  readonly id?: string;
  readonly open?: boolean;
}
/** The end of a component needs nothing from the page. */
export type End = Record<string, never>;

/** `components/error-summary/begin`; what it says follows, and `components/error-summary/end` closes it. */
export interface ErrorSummaryBegin {
  readonly heading: string;
}

export interface Hint {
  readonly id?: string;
  readonly text: string;
}
export interface ErrorMessage {
  readonly id?: string;
  readonly text: string;
}
export interface Label {
  /** id of its control */
  readonly for?: string;
  readonly text: string;
  /** behind the text, in small */
  readonly note?: string;
}

interface Control {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** '' where nothing is wrong */
  readonly error?: string;
}
export interface Input extends Control {
  readonly value?: string;
  readonly type?: string;
  readonly autocomplete?: string;
  /** which keys a phone offers; 'text' where left out */
  readonly inputmode?: string;
}
export interface TextArea extends Control {
  readonly value?: string;
  /** 5 where left out */
  readonly rows?: number;
  readonly autocomplete?: string;
}
export interface Select extends Control {
  readonly items: readonly {
    readonly value: string;
    readonly text: string;
    readonly chosen?: boolean;
  }[];
}

export interface TaskList {
  readonly items: readonly Task[];
}
export interface Task {
  /** hint and status are found by it */
  readonly id: string;
  readonly text: string;
  readonly href: string;
  /** '' for none */
  readonly hint: string;
  readonly status: string;
  /** not begun: quieter */
  readonly todo: boolean;
  /** how far it has come: width of the bar's filled part in px, of 72 */
  readonly bar?: number;
}

/** `components/stored-meanwhile`: somebody changed it while the form was open; both are shown. */
export interface StoredMeanwhile {
  readonly heading: string;
  readonly text: string;
  readonly rows: readonly {
    readonly what: string;
    readonly stored: string;
    readonly yours: string;
  }[];
}
