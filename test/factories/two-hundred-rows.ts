/** A workbook of 200 rows of which every tenth is wrong, each in another way. */

const head = [
  ...['Name', 'Sector', 'Places', 'Level', 'Focus', 'Status', 'Ages: from', 'Ages: up to'],
  ...['Interventions', 'Funding', 'Funding ends', 'Families a year, undivided', 'Details'],
  ...['Self-referral', 'Restrictions', 'Reference'],
];
export type Row = Readonly<Record<string, string>>;
const sound = (name: string): Row => ({
  Name: name,
  Sector: 'Health visiting',
  Places: 'Ferrow Vale; Quillby',
  Level: 'Universal; Targeted',
  Focus: 'The relationship',
  Status: 'Running',
  'Ages: from': 'Conception',
  'Ages: up to': '2 years',
  Funding: 'Fixed term',
  'Funding ends': '31/03/2027',
});

/** What is wrong with a row, and what the preview says of it. */
export const wrongRows: readonly (readonly [change: Row, words: string])[] = [
  [
    { Sector: 'Helth visiting' },
    'Sector: “Helth visiting” is none of its answers. Did you mean “Health visiting”?',
  ],
  [
    { Status: 'TRUE' },
    'Status: “TRUE” is none of its answers: Running, In development, Paused, Ended',
  ],
  [{ Places: 'Ferrow Vale; Atlantis' }, 'Places: “Atlantis” is none of its answers'],
  [{ Places: 'Not stated; Quillby' }, 'Places: “Not stated” can’t stand beside another answer'],
  [{ Level: 'Targetted' }, 'Level: “Targetted” is none of its answers. Did you mean “Targeted”?'],
  [{ Name: '' }, 'Name: say what the service is called'],
  [{ Name: 'n'.repeat(201) }, 'Name: must have at most 200 characters: it has 201'],
  [{ 'Ages: from': 'soon' }, 'Ages: “soon” is no age that we know'],
  [{ 'Ages: up to': '' }, 'Ages: give both ages'],
  [{ 'Ages: from': '3 years' }, 'Ages: “up to” must come after “from”'],
  [{ 'Ages: up to': '99 years' }, 'Ages: must lie between conception and 25 years'],
  [{ Interventions: 'VIG; Mellow Babis' }, 'Did you mean “Mellow Babies”?'],
  [{ 'Funding ends': '31/02/2027' }, 'Funding ends: must be a real date'],
  [{ 'Funding ends': 'next spring' }, 'Funding ends: must be a date, such as 31/03/2027'],
  [{ 'Families a year, undivided': 'many' }, 'Families a year, undivided: must be a number'],
  [{ 'Families a year, undivided': '1.5' }, 'Families a year, undivided: must be a whole number'],
  [{ Details: 'd'.repeat(4001) }, 'Details: must have at most 4,000 characters'],
  [{ Reference: 'the third' }, 'Reference: “the third” belongs to no service of this list'],
  [{ Name: 'Early Days' }, 'There is a service of the same name and sector in the list'],
  [{ Name: 'Sound 3' }, 'Row 6 has the same name and sector'],
];

const every = 10;

/** The number, as the spreadsheet counts, of each wrong row. */
export function wrongRowNumber(index: number): number {
  return index * every + 11;
}

/**
 * Titles and rows, with a column that nobody knows.
 * @param place stands for Quillby, where a system has no such Place
 * @param listed stands for "Early Days", which is in the list already
 */
export function twoHundredRows({
  place = 'Quillby',
  listed = {},
}: { readonly place?: string; readonly listed?: Row } = {}): readonly (readonly string[])[] {
  const rows = Array.from({ length: 200 }, (_, index): Row => {
    const [change] = index % every === every - 1 ? (wrongRows[(index + 1) / every - 1] ?? []) : [];
    const row: Row = { ...sound(`Sound ${index - 1}`), ...change };
    return row['Name'] === 'Early Days' ? { ...row, ...listed } : row;
  });
  return [
    [...head, 'My notes'],
    ...rows.map((row) => [
      ...head.map((title) => (row[title] ?? '').replace('Quillby', place)),
      'n',
    ]),
  ];
}
