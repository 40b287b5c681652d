/** A form that came without a sign-in, or from before it: given back with what was typed, to be sent again. */
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
  /** as it was sent */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** what of it are words of the sender: shown, so that they see that it is there */
  readonly words: readonly string[];
  /** a file can't be given back */
  readonly hadFile: boolean;
}

const signIn = 'Sign in in a new tab, come back to this one, and send it again.';
const texts: Partial<Readonly<Record<AppError['code'], string>>> = {
  'not-signed-in': signIn,
  'not-recent': signIn,
  'stale-form': 'Look at it, then send it again.',
};

/** Null for what can't be sent again, or must not be: another site's form would do its deed by our own button. */
export function keptForm(
  request: Request,
  code: AppError['code'],
  baseUrl: string,
): KeptView | null {
  const text = texts[code];
  if (text === undefined || request.method !== 'POST' || !isFromOwnPage(request, baseUrl)) {
    return null;
  }
  const form = request.body as Form;
  const names = form.names().filter((name) => name !== '_csrf');
  if (names.length === 0) return null;
  const fields = names.flatMap((name) => form.all(name).map((value) => ({ name, value })));
  return {
    text,
    signIn: text === signIn,
    action: request.originalUrl,
    csrf: formToken(request),
    fields,
    words: fields.map(({ value }) => value).filter((value) => /\S\s+\S/.test(value)),
    hadFile: names.some((name) => form.file(name) !== undefined),
  };
}
