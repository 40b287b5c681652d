import { describe, expect, it } from 'vitest';
import { neverConfirmed } from './delivery.ts';
import { failureWords } from './failure.ts';

describe('why a message did not arrive', () => {
  it.each([
    ['550 5.1.1 <owen@example.org>: Recipient address rejected', 'address unknown'],
    ['550 550 not today', 'address unknown'],
    ['553 sorry, no mailbox here by that name', 'address unknown'],
    ['552 5.2.2 Over quota', 'mailbox full'],
    ['550 5.2.1 The account is inactive', 'mailbox closed'],
    ['554 5.7.1 Message rejected as spam', 'refused as unwanted'],
    ['It could not be sent in time.', 'no mail server took it in time'],
    [neverConfirmed, 'it may have arrived: nobody confirmed it'],
    ['554 Transaction failed', 'the mail server refused it'],
    [null, 'the mail server refused it'],
  ])('of “%s” is: %s', (error, words) => {
    expect(failureWords(error)).toBe(words);
  });
});
