/** The pages around the code of an authenticator: giving one, setting one up, the recovery codes. */
import type { QrCode } from '../../adapters/one-time-code.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import type { Input } from '../../web/components.ts';
import { template } from '../../web/reply.ts';

export interface CodeView {
  readonly csrf: string;
  readonly returnTo: string;
  readonly code: Input;
  readonly summary: ErrorSummary | null;
  /** the organisation's account would do instead */
  readonly organisation: boolean;
}
export interface UseAccountView {
  readonly csrf: string;
  readonly returnTo: string;
}
export interface SetUpCodeView extends CodeView {
  readonly qr: QrCode;
  /** in groups of four, as people read it */
  readonly secret: string;
}
export interface RecoveryView {
  readonly codes: readonly string[];
  readonly next: string;
}
export const codePage = template<CodeView>('sign-in/code');
export const setUpCodePage = template<SetUpCodeView>('sign-in/code-set-up');
export const useAccountPage = template<UseAccountView>('sign-in/organisation-use');
export const recoveryPage = template<RecoveryView>('sign-in/recovery-codes');

interface CodeFacts {
  readonly csrf: string;
  readonly returnTo: string;
  readonly error: string;
  readonly organisation: boolean;
}

function toForm({ error, ...facts }: CodeFacts, label: string, hint: string): CodeView {
  return {
    ...facts,
    code: {
      id: 'code',
      name: 'code',
      label,
      hint,
      error,
      inputmode: 'text',
      autocomplete: 'one-time-code',
    },
    summary: error ? toErrorSummary([{ field: 'code', text: error }]) : null,
  };
}

export function toCodeView(facts: CodeFacts): CodeView {
  return toForm(facts, 'Code', 'Six digits from your authenticator, or one of your recovery codes');
}

export function toSetUpCodeView(
  facts: CodeFacts,
  { secret, qr }: { readonly secret: string; readonly qr: QrCode },
): SetUpCodeView {
  const form = toForm(facts, 'Code that the application shows now', 'Six digits');
  return { ...form, qr, secret: secret.replace(/(.{4})(?=.)/g, '$1 ') };
}
