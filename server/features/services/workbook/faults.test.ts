import { beforeAll, describe, expect, it } from 'vitest';
import { useMapVisit } from '../../../../test/factories/map-visit.ts';
import { patient, plainWorkbook, useWorkbooks } from '../../../../test/factories/workbooks.ts';

const { database, listOf, added, place, system } = useMapVisit();
const { signIn, write } = useWorkbooks(database);

const head = [
  ...['Name', 'Sector', 'Places', 'Level', 'Focus', 'Status', 'Ages: from', 'Ages: up to'],
  ...['Interventions', 'Funding', 'Funding ends', 'Families a year, undivided', 'Details'],
  ...['Self-referral', 'Restrictions', 'Reference'],
];
type Row = Readonly<Record<string, string>>;
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
const wrong: readonly (readonly [change: Row, words: string])[] = [
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

describe('a workbook of 200 rows of which 20 are wrong in different ways', patient, () => {
  let text = '';
  let milliseconds = 0;

  beforeAll(async () => {
    const siân = await signIn(`siân@${system().slug}.example`);
    await added({ name: 'Early Days', sector: 'health-visiting', places: place('quillby') });
    const rows = Array.from({ length: 200 }, (_, index): Row => {
      const [change] = index % 10 === 9 ? (wrong[(index - 9) / 10] ?? []) : [];
      return { ...sound(`Sound ${index - 1}`), ...change };
    });
    const Services = [
      [...head, 'My notes'],
      ...rows.map((row) => [...head.map((title) => row[title] ?? ''), 'n']),
    ];
    const bytes = await write(plainWorkbook({ Services, Elsewhere: [['x']] }));
    const start = performance.now();
    const page = await siân.upload(`${await listOf()}/upload`, {}, { name: 'map.xlsx', bytes });
    milliseconds = performance.now() - start;
    expect(page.status).toBe(200);
    text = page.text.replaceAll('&#39;', "'").replaceAll('&#34;', '"');
  }, 60_000);

  it.each(wrong.map(([change, words], index) => [index * 10 + 11, words, change] as const))(
    'names row %i: %s',
    (number, words) => {
      const row = text.split('<tr>').find((part) => part.includes(`>Services, row ${number}<`));
      expect(row).toContain(words);
    },
  );

  it('counts them, the rows that it could store, and what it does not read', () => {
    const counts = [...text.matchAll(/<dt>([^<]+)<\/dt><dd>(\d+)<\/dd>/g)].map(
      ([, label, count]) => `${count ?? ''} ${label ?? ''}`,
    );
    expect(counts).toEqual([
      ...['180 to add', '0 to update', '2 to decide', '0 unchanged', '18 with a fault'],
    ]);
    expect(text).toContain('18 rows have a fault, 2 to decide, 180 to store');
    expect(text).toContain('The column “My notes” of “Services” is not read');
    expect(text).toContain('The sheet “Elsewhere” is not read');
    expect(milliseconds).toBeLessThan(20_000);
  });
});
