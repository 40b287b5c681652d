/** E-mail addresses: one spelling for each, and only such as can be written to. */
import type { ReadText } from './text.ts';

const longest = 254;
const longestMailbox = 64;
/** Letters of any alphabet, figures, and what mailboxes use between them (RFC 5322 without quotes, RFC 6531). */
const mailbox = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_{|}~-]+)*$/u;
const label = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u;
const topLabel = /^(?=.*\p{L})[\p{L}\p{M}\p{N}-]{2,63}$/u;

/** Addresses are kept and compared in small letters: nobody tells two mailboxes apart by their case. */
export function asStored(address: string): string {
  return address.normalize('NFC').trim().toLowerCase();
}

export function readEmail(text: string): ReadText {
  const value = asStored(text);
  return { value, fault: emailFault(value) };
}

function emailFault(value: string): string {
  if (value === '') return 'Give an e-mail address';
  if (isAddress(value)) return '';
  return 'Give one e-mail address, such as name@example.org';
}

function isAddress(value: string): boolean {
  const [box = '', domain = '', ...more] = value.split('@');
  if (more.length > 0 || value.length > longest || box.length > longestMailbox) return false;
  return mailbox.test(box) && isDomain(domain);
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 &&
    labels.every((part) => label.test(part)) &&
    topLabel.test(labels.at(-1) ?? '')
  );
}
