/** How saving went, in one place beside the form: what the page says when it opens, and each save that it makes by itself. */
import type { Button } from './components.ts';
import type { FieldFault } from './fields/field.ts';
import { template } from './reply.ts';

export interface SavedView {
  /** for the page's script: with 'stop' it saves no more by itself */
  readonly kind: 'saved' | 'partly' | 'stop';
  /** something is not saved */
  readonly trouble: boolean;
  /** "Saved 14:02" */
  readonly state: string;
  readonly lines: readonly string[];
  readonly link: { readonly href: string; readonly text: string } | null;
  /** sends the form: the page that comes shows what is to be decided; null where nothing is */
  readonly button: Button | null;
}

/** The answer to a save that a page made by itself. */
export interface SavedFragment extends SavedView {
  /** of an entry that was new: its own addresses; '' otherwise */
  readonly action: string;
  readonly autosave: string;
}
export const savedFragment = template<SavedFragment>('components/saved-fragment');

const plain = { trouble: false, lines: [], link: null, button: null };

export function saved(state: string, by: string): SavedView {
  return { ...plain, kind: 'saved', state, lines: [by] };
}

/** Nothing of what is in the form is saved. */
export function notSaved(why: string): SavedView {
  return { ...plain, kind: 'saved', trouble: true, state: 'Not saved', lines: [why] };
}

/** How the form's own button says that its page is to come again; {} where every sending of it leads there. */
export type Stay = Pick<Button, 'name' | 'value'>;

const toPage = (text: string, stay: Stay): Button => ({
  ...stay,
  text,
  variant: 'secondary',
  small: true,
});

/** Nothing more can be saved: the form, once sent, shows what was typed. */
export function neverSaved(why: string, stay: Stay): SavedView {
  return {
    ...plain,
    kind: 'stop',
    trouble: true,
    state: 'Not saved',
    lines: [why],
    button: toPage('Show what I typed, to copy it', stay),
  };
}

export interface OwnSave {
  /** what there is to say where everything is saved */
  readonly stored: SavedView;
  /** who has another answer than what was sent; '' where nobody has */
  readonly conflict: string;
  readonly faults: readonly FieldFault[];
  /** how many answers colleagues have changed, that the page does not show */
  readonly unseen: number;
  /** the page as it is stored */
  readonly href: string;
  readonly stay: Stay;
}

const figures = new Intl.NumberFormat('en-GB');

/** What a page's own save came to: all of it saved, or what is not. */
export function ownSave({ stored, conflict, faults, unseen, href, stay }: OwnSave): SavedView {
  const meanwhile = unseen === 0 ? [] : [unseenWords(unseen)];
  if (conflict !== '') {
    const lines = [conflict, 'Nothing is lost. What else you wrote here is saved.', ...meanwhile];
    const button = toPage('See both answers', stay);
    return { ...plain, ...partly, state: 'Someone changed this', lines, button };
  }
  if (faults.length > 0) {
    const lines = [...faults.map(({ text }) => text), ...meanwhile];
    return { ...plain, ...partly, state: `${stored.state}, except for this`, lines };
  }
  const link = unseen === 0 ? null : { href, text: 'Show their changes' };
  return { ...stored, lines: [...stored.lines, ...meanwhile], link };
}

const partly = { kind: 'partly', trouble: true } as const;

function unseenWords(unseen: number): string {
  const answers = unseen === 1 ? '1 answer' : `${figures.format(unseen)} answers`;
  return `Colleagues changed ${answers} here after you opened this page.`;
}
