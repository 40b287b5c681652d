/** A page that saves as one types says which page it is and how often it has spoken (public/js/autosave.js). */
import type { Form } from './form.ts';

export interface PageMark {
  /** a UUID, made up by the page when it was opened */
  readonly page: string;
  /** goes up with every save that says something new: the same number again is the same save again */
  readonly counter: number;
}

/** What its form calls them. */
export const pageFields = ['_page', '_counter'];

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Null where the page does not save by itself: without JavaScript. */
export function readPageMark(form: Form): PageMark | null {
  const [page, counter] = [form.text('_page'), form.text('_counter')];
  if (!uuid.test(page) || !/^[1-9]\d{0,8}$/.test(counter)) return null;
  return { page, counter: Number(counter) };
}

/** As the form's hidden fields have it: a page that is given back goes on as the page it was. */
export function pageMarkView(mark: PageMark | null): {
  readonly page: string;
  readonly counter: string;
} {
  return mark ? { page: mark.page, counter: String(mark.counter) } : { page: '', counter: '' };
}
