import { describe, expect, it } from 'vitest';
import { grantScope, type Membership, type Scope } from '../access/scope.ts';
import { actionHand, actionSight, type ActionFacts } from './sight.ts';

const somebody = (...memberships: Partial<Membership>[]): Scope =>
  grantScope({
    personId: 'me',
    personName: 'Somebody',
    systemId: 'system',
    systemName: 'A system',
    systemSlug: 'a-system',
    fictional: true,
    memberships: memberships.map((each) => ({
      role: 'contributor',
      agencyId: null,
      placeIds: [],
      isChair: false,
      ...each,
    })),
  });

const contributor = somebody({ agencyId: 'ours' });
const lead = somebody({ role: 'agency-lead', agencyId: 'ours' });
const reviewerHere = somebody({ role: 'reviewer', placeIds: ['here'] });
const reviewerThere = somebody({ role: 'reviewer', placeIds: ['there'] });
const icbLead = somebody({ role: 'icb-lead' });
const coordinator = somebody({ role: 'coordinator' });

const action: ActionFacts = {
  placeId: 'here',
  ownerAgencyId: 'theirs',
  ownerPersonId: null,
  raisedById: 'somebody else',
  roundStatus: 'in-review',
};
const published = { ...action, roundStatus: 'published' } as const;
const ours = { ...action, ownerAgencyId: 'ours' };
const mine = { ...action, ownerPersonId: 'me' };

describe('before publication', () => {
  it.each([
    ['the coordinator', coordinator, 'whole'],
    ['a reviewer of the Place', reviewerHere, 'whole'],
    ['a reviewer of another Place', reviewerThere, null],
    ['an ICB lead', icbLead, null],
    ['another agency', lead, null],
  ])('%s sees: %s', (_, scope, sight) => {
    expect(actionSight(scope, action)).toBe(sight);
  });

  it('its owners see what to do, without where it comes from', () => {
    expect(actionSight(lead, ours)).toBe('without-source');
    expect(actionSight(contributor, ours)).toBe('without-source');
    expect(actionSight(icbLead, mine)).toBe('without-source');
  });

  it('a reviewer of another Place who owns it says how it stands, and no more', () => {
    expect(actionHand(reviewerThere, mine)).toBeNull();
    const both = somebody(
      { role: 'reviewer', placeIds: ['there'] },
      { role: 'agency-lead', agencyId: 'ours' },
    );
    expect(actionHand(both, ours)).toBe('progress');
  });
});

describe('after publication', () => {
  it.each([
    ['a contributor', contributor, { ...published, ownerAgencyId: 'ours' }, null],
    ['an agency lead', lead, { ...published, ownerAgencyId: 'ours' }, 'progress'],
    ['an agency lead, of another’s', lead, published, null],
    ['an agency lead who owns it', lead, { ...published, ownerPersonId: 'me' }, 'progress'],
    ['a reviewer of any Place', reviewerThere, published, 'whole'],
    ['an ICB lead', icbLead, published, null],
    ['an ICB lead who raised it', icbLead, { ...published, raisedById: 'me' }, 'whole'],
    ['an ICB lead who owns it', icbLead, { ...published, ownerPersonId: 'me' }, 'progress'],
    ['the coordinator', coordinator, published, 'whole'],
  ])('%s changes: %s', (_, scope, facts, hand) => {
    expect(actionHand(scope, facts)).toBe(hand);
  });

  it('an agency lead does not own what no agency owns', () => {
    const nobodys = { ...published, ownerAgencyId: null };
    expect(actionHand(somebody({ role: 'agency-lead', agencyId: 'ours' }), nobodys)).toBeNull();
  });
});
