import { describe, expect, it } from 'vitest';
import { knownSystem as known, short, table } from '../../../../test/factories/known-system.ts';
import { planPeople } from './people.ts';

describe('people', () => {
  const header = 'Name,E-mail,Role,Agency,Places,Chair';
  const plan = (...rows: string[][]): string[] =>
    planPeople(table(header, ...rows), known, 'colm').rows.map(short);

  it('are added with a role each row, and get another role where they are here', () => {
    expect(
      plan(
        ['Bea Lund', 'BEA@example.org', 'Reviewer', '', 'all', ''],
        ['Bea Lund', 'bea@example.org', 'ICB lead', '', '', ''],
        ['Siân Elwyn', 'siân@example.org', 'reviewer', '', 'Ferrow Vale', ''],
        ['Tomos', 'tomos@example.org', 'lead', 'kingfisher', '', ''],
      ),
    ).toEqual([
      'add; Role:  > Reviewer of Ferrow Vale and Bournemouth, Christchurch and Poole',
      'add; Role:  > ICB lead',
      'change; Name: Siân Elwyn-Hughes > Siân Elwyn; Role:  > Reviewer of Ferrow Vale',
      'add; Role:  > Agency lead, Kingfisher Children’s Services',
    ]);
  });

  it('change nothing where they are here as the row says', () => {
    expect(
      plan(
        ['Colm Doyle', 'colm@example.org', 'Coordinator'],
        ['Amina Rahman', 'amina@example.org', 'Reviewer', '', 'Ferrow Vale', 'yes'],
        [
          'Siân Elwyn-Hughes',
          'siân@example.org',
          'Agency lead',
          'Kingfisher Children’s Services',
          '',
          'no',
        ],
      ),
    ).toEqual(['same', 'same', 'same']);
  });

  it('change their role in an agency, and their Places', () => {
    expect(
      plan(
        ['Siân Elwyn-Hughes', 'siân@example.org', 'Contributor', 'kingfisher'],
        ['Amina Rahman', 'amina@example.org', 'Reviewer', '', 'bcp'],
      ),
    ).toEqual([
      'change; Role: Agency lead, Kingfisher Children’s Services > Contributor, Kingfisher Children’s Services',
      'change; Role: Reviewer of Ferrow Vale > Reviewer of Bournemouth, Christchurch and Poole',
    ]);
  });

  it('[trust 16] the own roles stay as they are; the own name may change', () => {
    expect(
      plan(
        ['Colm Doyle', 'colm@example.org', 'Reviewer', '', 'all', 'yes'],
        ['Colm O. Doyle', 'colm@example.org', 'Coordinator'],
      ),
    ).toEqual([
      'fault; Role: You can’t change your own roles. Another coordinator can.',
      'fault; Name: Row 2 gives this address another name',
    ]);
    expect(plan(['Colm O. Doyle', 'colm@example.org', 'Coordinator'])).toEqual([
      'change; Name: Colm Doyle > Colm O. Doyle',
    ]);
  });

  it('have one chair, and say who it was until now', () => {
    expect(
      plan(
        ['Bea Lund', 'bea@example.org', 'Chair', '', 'all'],
        ['Cy', 'cy@example.org', 'Reviewer', '', 'all', 'yes'],
      ),
    ).toEqual([
      'add; Role:  > Reviewer of Ferrow Vale and Bournemouth, Christchurch and Poole; Chair: Amina Rahman > Bea Lund',
      'fault; Chair: Row 2 names the chair already: there is one',
    ]);
    expect(
      plan(['Amina Rahman', 'amina@example.org', 'Reviewer', '', 'Ferrow Vale', 'no']),
    ).toEqual(['change; Chair: Amina Rahman > nobody']);
  });

  it('[trust 26] name every fault of a row, and repeat nothing twice', () => {
    expect(
      plan(
        ['Eve\r\nBcc: all@example.org', 'eve', 'Boss', '', '', ''],
        ['Eve', 'eve@example.org', 'Agency lead', 'Nobody', '', ''],
        ['Eve', 'eve@example.org', 'Agency lead', 'Wendside', '', ''],
        ['Eve', 'eve@example.org', 'Contributor', '', '', ''],
        ['Eve', 'eve@example.org', 'Contributor', 'kingfisher', '', ''],
        ['Eve', 'eve@example.org', 'Contributor', 'kingfisher', '', ''],
        ['Eve', 'eve@example.org', 'Agency lead', 'kingfisher', '', ''],
      ),
    ).toEqual([
      'fault; Name: The name must stand on one line; E-mail: Give one e-mail address, such as name@example.org; Role: “Boss” is no role: use Contributor, Agency lead, Reviewer, ICB lead, Coordinator',
      'fault; Agency: “Nobody” is not an agency here: add it first',
      'fault; Agency: “Wendside” is retired',
      'fault; Agency: Choose the agency of the contributor',
      'add; Role:  > Contributor, Kingfisher Children’s Services',
      'same; Row 6 says the same',
      'fault; Role: Row 6 gives another role in this agency: choose one of the two',
    ]);
  });
});
