/** Why a message did not arrive, in words that tell a coordinator what to do; the mail server's own stand beside them. */

const reasons: readonly (readonly [RegExp, string])[] = [
  // RFC 3463: 5.1.x is about the address, 5.2.x about the mailbox, 5.7.x about what may be sent.
  [/\b5\.1\.\d/, 'address unknown'],
  [/\b[45]\.2\.2\b|quota|mailbox (?:is )?full/i, 'mailbox full'],
  [/\b5\.2\.\d/, 'mailbox closed'],
  [/\b5\.7\.\d|spam|blocked/i, 'refused as unwanted'],
  [/^55[013]\b|user unknown|no such user|does not exist/i, 'address unknown'],
  [/^552\b/, 'mailbox full'],
  [/in time/, 'no mail server took it in time'],
  [/never confirmed/, 'it may have arrived: nobody confirmed it'],
];

/** @param error what was noted of the last attempt; null where nothing was */
export function failureWords(error: string | null): string {
  const found = reasons.find(([pattern]) => pattern.test(error ?? ''));
  return found?.[1] ?? 'the mail server refused it';
}
