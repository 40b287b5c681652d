/** What is wrong with a form, or missing from it, as a list of links at the top of the page. */

export interface SummaryLink {
  readonly text: string;
  /** '' where nothing on a page can be pointed at */
  readonly href: string;
}
export interface ErrorSummary {
  readonly title: string;
  readonly links: readonly SummaryLink[];
}

/** Of a rejected form: each fault leads to its control. */
export function toErrorSummary(
  faults: readonly { readonly field: string; readonly text: string }[],
): ErrorSummary {
  return {
    title: faults.length === 1 ? 'Mend this, then save again' : 'Mend these, then save again',
    links: faults.map(({ field, text }) => ({ text, href: field === '' ? '' : `#${field}` })),
  };
}
