/** A form that could not be taken, given back with what was typed: to be sent again, or copied. */
import type { Request } from 'express';
import type { AppError } from '../domain/errors.ts';
import type { Form } from './form.ts';
import { formToken, isFromOwnPage } from './session.ts';

export interface KeptView {
  /** what to do now */
  readonly text: string;
  /** somebody has to sign in first */
  readonly signIn: boolean;
  readonly action: string;
  readonly csrf: string;
  readonly button: string;
  /** as it was sent */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** what of it are words of the sender: shown, so that they see that it is there */
  readonly words: readonly string[];
  /** words to be copied from a field: an answer's. Else they are shown alone */
  readonly toCopy: boolean;
  /** a file can't be given back */
  readonly hadFile: boolean;
}

const signIn = 'Sign in in a new tab, come back to this one, and send it again.';
const texts: Partial<Readonly<Record<AppError['code'], string>>> = {
  'not-signed-in': signIn,
  'not-recent': signIn,
  'stale-form': 'Look at it, then send it again.',
  conflict: 'Sent again, it is taken once nothing stands in its way.',
};

/** Null for what can't be sent again, or must not be: another site's form would do its deed by our own button; and for a conflict that no words are lost by. */
export function keptForm(
  request: Request,
  code: AppError['code'],
  baseUrl: string,
): KeptView | null {
  const text = texts[code];
  if (text === undefined) return null;
  const form = formToGiveBack(request, baseUrl);
  if (!form) return null;
  const content = contentOf(form);
  const isRefused = code === 'conflict';
  if (isRefused && content.words.length === 0) return null;
  return {
    text,
    signIn: text === signIn,
    action: request.originalUrl,
    csrf: formToken(request),
    button: 'Send it again',
    ...content,
    toCopy: isRefused,
  };
}

/** Forms of answers, and no other: theirs hold nothing secret. */
const answers = new WeakSet<Request>();

export function noteAnswers(request: Request): void {
  answers.add(request);
}

/** Of answers that we failed to save: the form as it was sent. Its token may not have been looked at, so it is no other. */
export function keptAnswers(request: Request, baseUrl: string): KeptView | null {
  const form = answers.has(request) ? formToGiveBack(request, baseUrl) : null;
  return (
    form && {
      text: 'Wait a minute, then try again. To send the same twice is harmless.',
      signIn: false,
      action: request.originalUrl,
      csrf: form.text('_csrf'),
      button: 'Try again',
      ...contentOf(form),
      toCopy: true,
    }
  );
}

function formToGiveBack(request: Request, baseUrl: string): Form | null {
  if (request.method !== 'POST' || !isFromOwnPage(request, baseUrl)) return null;
  // Where the body could not be read there is no form.
  const form = request.body as Form | undefined;
  return form && namesIn(form).length > 0 ? form : null;
}

const namesIn = (form: Form): readonly string[] => form.names().filter((name) => name !== '_csrf');

function contentOf(form: Form): Pick<KeptView, 'fields' | 'words' | 'hadFile'> {
  const names = namesIn(form);
  const fields = names.flatMap((name) => form.all(name).map((value) => ({ name, value })));
  return {
    fields,
    words: fields.map(({ value }) => value).filter((value) => /\S\s+\S/.test(value)),
    hadFile: names.some((name) => form.file(name) !== undefined),
  };
}
