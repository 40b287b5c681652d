import { describe, expect, it } from 'vitest';
import { planAgencies } from './agencies.ts';
import { knownSystem as known, short, table } from '../../../../test/factories/known-system.ts';
import { planPlaces } from './places.ts';
import { guarded, unguarded } from './table.ts';

describe('Places', () => {
  const plan = (...rows: string[][]): string[] =>
    planPlaces(table('Reference,Name', ...rows), known.places).rows.map(short);

  it('are added, found by name, renamed by reference, and brought back', () => {
    expect(
      plan(['', 'Quillby'], ['', 'ferrow  vale'], ['ferrow-vale', 'Ferrow'], ['', 'Old Town']),
    ).toEqual([
      'add',
      'change; Name: Ferrow Vale > ferrow vale',
      'fault; Row 3 is about this Place too, and says otherwise',
      'change; State: retired > in use',
    ]);
    expect(plan(['ferrow-vale', 'Ferrow'])).toEqual(['change; Name: Ferrow Vale > Ferrow']);
    expect(plan(['ferrow-vale', 'Ferrow Vale'])).toEqual(['same']);
  });

  it('each fault names its row’s column', () => {
    expect(
      plan(['nowhere', 'Quillby'], ['ferrow-vale', 'Old Town'], ['', 'a\nb'], ['', 'b', 'c', '']),
    ).toEqual([
      'fault; Reference: There is no Place with the reference “nowhere”: leave it empty for a new one',
      'fault; Name: Another Place has the name “Old Town”',
      'fault; Name: The name must stand on one line',
      'fault; The row has 3 cells, and the first row names 2 columns: put text that holds the separator in quotation marks',
    ]);
  });

  it('twice the same count once', () => {
    expect(plan(['', 'Quillby'], ['', 'Quillby'], ['', 'QUILLBY'])).toEqual([
      'add',
      'same; Row 2 says the same',
      'fault; Row 2 is about this Place too, and says otherwise',
    ]);
  });
});

describe('the first row', () => {
  it.each([
    ['Quillby', ['The first row must name the columns: Reference, Name']],
    ['Reference', ['The column Name is missing']],
    [
      'Name,Phone,',
      [
        'Column 2, “Phone”, is none of Reference, Name: take it out, or correct its name',
        'Column 3 is none of Reference, Name: take it out, or correct its name',
      ],
    ],
    ['Name,PLACE', ['There are two columns Name: take one out']],
  ])('%s', (header, faults) => {
    expect(planPlaces(table(header, ['x']), []).faults).toEqual(faults);
  });

  it('is followed by at least one row, and by 1,000 at most', () => {
    expect(planPlaces(table('Name'), []).faults).toEqual([
      'There is no row below the columns’ names',
    ]);
    const many = Array.from({ length: 1001 }, () => ['x']);
    expect(planPlaces(table('Name', ...many), []).faults).toEqual([
      'There are 1001 rows: send 1000 at a time',
    ]);
  });
});

describe('agencies', () => {
  const header = 'Reference,Name,Sectors,Places,On paper,Note';
  const plan = (...rows: string[][]): string[] =>
    planAgencies(table(header, ...rows), known).rows.map(short);

  it('are added with sectors and Places by name or reference, and "all"', () => {
    const { rows } = planAgencies(
      table(
        header,
        ['', 'Nestlight', 'midwifery; Health Visiting', 'all', 'yes', ''],
        ['', 'Hive', 'Other', 'bcp | ferrow vale', '', 'by phone'],
        ['', 'Dom', 'Other, Midwifery', 'Bournemouth, Christchurch and Poole', 'no', ''],
      ),
      known,
    );
    expect(rows.map(({ command }) => command)).toEqual([
      {
        id: null,
        name: 'Nestlight',
        sectors: ['midwifery', 'health-visiting'],
        placeIds: ['p1', 'p2'],
        onPaper: true,
        note: '',
      },
      {
        id: null,
        name: 'Hive',
        sectors: ['other'],
        placeIds: ['p1', 'p2'],
        onPaper: false,
        note: 'by phone',
      },
      {
        id: null,
        name: 'Dom',
        sectors: ['midwifery', 'other'],
        placeIds: ['p2'],
        onPaper: false,
        note: '',
      },
    ]);
  });

  it('say what changes, from what to what', () => {
    const kingfisher = ['', "Kingfisher Children's Services", 'Health visiting', 'Ferrow Vale'];
    expect(plan([...kingfisher, 'yes', 'Two\nlines'])).toEqual([
      "change; Name: Kingfisher Children’s Services > Kingfisher Children's Services",
    ]);
    expect(plan(['kingfisher', 'Kingfisher', 'Other', 'all', 'no', ''])).toEqual([
      'change; Name: Kingfisher Children’s Services > Kingfisher; Sectors: Health visiting > Other; Places: Ferrow Vale > Ferrow Vale, Bournemouth, Christchurch and Poole; On paper: yes > no; Note: Two\nlines > ',
    ]);
    expect(plan(['', 'Wendside', 'Midwifery', 'Ferrow Vale'])).toEqual([
      'change; State: retired > in use',
    ]);
  });

  it('keep what the table has no column for', () => {
    const { rows } = planAgencies(
      table('Agency,Sector,Place', [
        'Kingfisher Children’s Services',
        'Health visiting',
        'Ferrow Vale',
      ]),
      known,
    );
    expect(rows.map(short)).toEqual(['same']);
  });

  it('name every fault of a row at once', () => {
    expect(plan(['', '', 'Midwives', 'Old Town; Narnia', 'perhaps', 'x'.repeat(1001)])).toEqual([
      'fault; Name: Give a name; Sectors: “Midwives” is not a sector here; Places: “Old Town” is retired; Places: “Narnia” is not a Place here; On paper: “perhaps” is neither yes nor no; Note: The note is longer than 1000 characters: shorten it',
    ]);
    expect(plan(['', 'Hive', '', '', '', ''])).toEqual([
      'fault; Sectors: Name at least one sector; Places: Name at least one Place',
    ]);
  });
});

describe('[trust 29] a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+44 20', '-x', '@a', '\tx', "'=x", "''@x", 'plain', "o'neill", "'quoted'"])(
    '%j is guarded and taken back as it was',
    (text) => {
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(unguarded(guarded(text))).toBe(text);
    },
  );
});
