/** What each kind of message says: one thing to do, by when, and nothing of anybody's answers. */
import { describe, expect, it } from 'vitest';
import type { MailContent } from './content.ts';
import { colleagueInvitation } from './colleague-invitation.ts';
import { commentAnswered, factualCheck } from './factual-check.ts';
import { given } from './given.ts';
import { invitation } from './invitation.ts';
import { published } from './published.ts';
import { reminder } from './reminder.ts';
import { returned } from './returned.ts';
import { signInLink } from './sign-in-link.ts';
import { submittedReceipt } from './submitted-receipt.ts';

const name = 'Siân Elwyn-Hughes';
const agencyName = 'Kingfisher Children’s Community Services';
const systemName = 'Aldermoor and Wend';
const path = '/responses/1';
const what = 'Maturity grid, Ferrow Vale';
const round = {
  id: '4c1b7c52-0000-4000-8000-000000000001',
  name: 'Round 3, spring 2026',
  closesAt: new Date('2026-03-27T17:00:00Z'),
};
const calendar = { id: round.id, title: 'Answers due: Round 3, spring 2026' };

const messages: Readonly<Record<string, MailContent>> = {
  'sign-in link': signInLink({
    name,
    path: '/sign-in/token',
    validUntil: new Date('2026-03-18T14:12:00Z'),
  }),
  invitation: invitation({ name, systemName, agencyName, round, path }),
  'invitation of a colleague': colleagueInvitation({
    name,
    invitedBy: 'Tomos Prydderch',
    systemName,
    agencyName,
    rounds: [{ round, asked: [what, 'Service map'] }],
    path,
  }),
  given: given({
    name,
    givenBy: 'Tomos Prydderch',
    agencyName,
    roundName: round.name,
    round,
    what,
    parts: ['Strategic leadership', 'Financial investment'],
    path,
  }),
  reminder: reminder({ name, agencyName, round, missing: [what, 'Service map'], path }),
  'submitted receipt': submittedReceipt({
    name,
    agencyName,
    roundName: round.name,
    what,
    submittedAt: new Date('2026-03-18T14:02:00Z'),
    path,
  }),
  returned: returned({ name, agencyName, roundName: round.name, what, path }),
  'factual check': factualCheck({
    name,
    systemName,
    round: {
      id: round.id,
      name: round.name,
      checkEndsAt: new Date('2026-04-17T16:00:00Z'),
    },
    path,
  }),
  'comment answered': commentAnswered({
    name,
    agencyName,
    roundName: round.name,
    place: 'Ferrow Vale',
    path,
  }),
  published: published({ name, systemName, roundName: round.name, path }),
};

describe.each(Object.entries(messages))('the %s', (_, content) => {
  it('greets the person and says why they get it', () => {
    expect(content.greeting).toBe('Hello Siân Elwyn-Hughes');
    expect(content.why).toMatch(/^You get this because /);
  });

  it('[trust 56] has nobody’s name, agency or link in its subject', () => {
    expect(content.subject).not.toMatch(/Siân|Kingfisher|token|\//);
  });

  it('leads to one of our own pages', () => {
    expect(content.action.path).toMatch(/^\/[^/]/);
  });
});

describe('what the messages say', () => {
  it('is who asks what of whom, and that the link is no credential', () => {
    expect(messages['invitation']?.paragraphs.join(' ')).toBe(
      'Aldermoor and Wend is finding out how good support for parent-infant relationships is in each of its Places, and asks Kingfisher Children’s Community Services to answer. ' +
        'Answer with your colleagues, over as many days as you need: what you enter is saved as you go. An agency lead submits it. ' +
        'To begin, sign in with this e-mail address.',
    );
  });

  it('is when: what closes, with the moment and an entry for the calendar', () => {
    const closes = { what: 'Round 3, spring 2026 closes', at: round.closesAt, calendar };
    expect(messages['invitation']?.moment).toEqual(closes);
    expect(messages['invitation of a colleague']?.moment).toEqual(closes);
    expect(messages['reminder']?.moment).toEqual(closes);
    expect(messages['sign-in link']?.moment).toEqual({
      what: 'The link works until',
      at: new Date('2026-03-18T14:12:00Z'),
    });
  });

  it('is what has not been submitted', () => {
    expect(messages['reminder']?.paragraphs[0]).toBe(
      'Kingfisher Children’s Community Services has not submitted: Maturity grid, Ferrow Vale; Service map.',
    );
  });

  it('is the first of many things, and how many more there are', () => {
    const places = Array.from({ length: 9 }, (_, n) => `Maturity grid, Place ${n + 1}`);
    const [first] = reminder({ name, agencyName, round, missing: places, path }).paragraphs;
    expect(first).toContain('Maturity grid, Place 6; and 3 more.');
    expect(first).not.toContain('Place 7');
  });

  it('is, in a reminder, first what the coordinator adds, with their name', () => {
    const word = { from: 'Colm Doyle', text: 'Ring me.' };
    const { paragraphs, subject } = reminder({ name, agencyName, round, missing: [], path, word });
    expect(paragraphs[0]).toBe('Colm Doyle writes: “Ring me.”');
    expect(subject).not.toContain('Ring me');
  });

  it('of a returned response is that there is a reason, not the reason', () => {
    expect(messages['returned']?.paragraphs[0]).toBe(
      '“Maturity grid, Ferrow Vale”, which Kingfisher Children’s Community Services submitted in Round 3, spring 2026, has been returned. The reason is on its page.',
    );
  });
});
