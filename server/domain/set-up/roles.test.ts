import { describe, expect, it } from 'vitest';
import type { KnownMember, KnownRole, KnownSystem } from './known.ts';
import { gapsOf, mayOpen } from './readiness.ts';
import { chairOf, matchingRole, removalRefusal, roleWords, wishFaults } from './roles.ts';

const plain = { agencyId: null, placeIds: [], isChair: false };
const role = (id: string, what: Partial<KnownRole>): KnownRole => ({
  id,
  role: 'contributor',
  ...plain,
  ...what,
});
const member = (name: string, ...roles: KnownRole[]): KnownMember => ({
  personId: name,
  email: `${name}@example.org`,
  name,
  roles,
});

const colm = member('colm', role('c1', { role: 'coordinator' }));
const dee = member('dee', role('c2', { role: 'coordinator' }));
const amina = member('amina', role('r1', { role: 'reviewer', placeIds: ['p1'], isChair: true }));
const siân = member('siân', role('a1', { role: 'agency-lead', agencyId: 'a' }));

const place = (id: string, name: string, retired = false) => ({ id, slug: id, name, retired });
const agency = (id: string, placeIds: string[], more = {}) => ({
  id,
  slug: id,
  name: `Agency ${id}`,
  sectors: ['other'],
  placeIds,
  onPaper: false,
  note: '',
  retired: false,
  ...more,
});
const system: KnownSystem = {
  places: [place('p1', 'Ferrow Vale'), place('p2', 'Quillby'), place('p3', 'Old Town', true)],
  agencies: [agency('a', ['p1']), agency('b', ['p1'], { onPaper: true }), agency('c', ['p3'])],
  members: [colm, amina, siân],
  sectors: [],
};

describe('a role', () => {
  it.each([
    [{ role: 'contributor', ...plain }, ['Choose the agency of the contributor']],
    [{ role: 'agency-lead', ...plain, agencyId: 'a' }, []],
    [
      { role: 'agency-lead', ...plain, agencyId: 'a', placeIds: ['p1'] },
      ['An agency lead has no Places of their own: leave them out'],
    ],
    [{ role: 'reviewer', ...plain }, ['Choose the reviewer’s Places']],
    [{ role: 'reviewer', ...plain, placeIds: ['p1'], isChair: true }, []],
    [{ role: 'icb-lead', ...plain, agencyId: 'a' }, ['An ICB lead has no agency: leave it out']],
    [{ role: 'coordinator', ...plain, isChair: true }, ['Only a reviewer can be the chair']],
  ] as const)('%j', (wish, texts) => {
    expect(wishFaults(wish).map(({ text }) => text)).toEqual(texts);
  });

  it('is said in words with its agency or Places', () => {
    expect(roleWords({ role: 'agency-lead', ...plain, agencyId: 'a' }, system)).toBe(
      'Agency lead, Agency a',
    );
    const chair = { role: 'reviewer', ...plain, placeIds: ['p2', 'p1'], isChair: true } as const;
    expect(roleWords(chair, system)).toBe('Reviewer of Ferrow Vale and Quillby, chair');
  });

  it('takes the place of the other way of answering for the same agency', () => {
    expect(matchingRole(siân.roles, { role: 'contributor', agencyId: 'a' })?.id).toBe('a1');
    expect(matchingRole(siân.roles, { role: 'contributor', agencyId: 'b' })).toBeUndefined();
    expect(matchingRole(colm.roles, { role: 'icb-lead', agencyId: null })).toBeUndefined();
  });

  it('of the chair is one person’s', () => {
    expect(chairOf(system.members)?.member.name).toBe('amina');
    expect(chairOf([colm, siân])).toBeUndefined();
  });
});

describe('taking roles away', () => {
  it('[trust 16] nobody takes or gives the own', () => {
    const both = { members: [colm, dee] };
    expect(removalRefusal(both, 'colm', colm, ['c1'])).toMatch(/your own roles/);
    expect(removalRefusal(both, 'colm', dee, ['c2'])).toBe('');
  });

  it('[trust 16] leaves a system its last coordinator', () => {
    expect(removalRefusal({ members: [dee, amina] }, 'colm', dee, ['c2'])).toBe(
      'dee is the only coordinator. Make somebody else one first.',
    );
    expect(removalRefusal({ members: [dee, amina] }, 'colm', amina, ['r1'])).toBe('');
  });
});

describe('what is missing', () => {
  it('is told for what is in use, by name', () => {
    expect(gapsOf(system)).toEqual([
      { code: 'place-without-agency', names: ['Quillby'] },
      { code: 'agency-without-lead', names: ['Agency c'] },
      { code: 'place-without-reviewer', names: ['Quillby'] },
      { code: 'no-icb-lead' },
    ]);
    expect(mayOpen(system)).toBe(true);
  });

  it('is everything in an empty system', () => {
    const empty: KnownSystem = { places: [], agencies: [], members: [colm], sectors: [] };
    expect(gapsOf(empty).map(({ code }) => code)).toEqual([
      'no-places',
      'no-agencies',
      'no-chair',
      'no-icb-lead',
    ]);
    expect(mayOpen(empty)).toBe(false);
  });

  it('is an agency in a Place that is in use, before a round can open', () => {
    expect(mayOpen({ ...system, agencies: [agency('c', ['p3'])] })).toBe(false);
    expect(mayOpen({ ...system, agencies: [agency('a', ['p1'], { retired: true })] })).toBe(false);
  });
});
