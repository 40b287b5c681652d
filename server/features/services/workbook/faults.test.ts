import { beforeAll, describe, expect, it } from 'vitest';
import { useMapVisit } from '../../../../test/factories/map-visit.ts';
import {
  twoHundredRows,
  wrongRowNumber,
  wrongRows,
} from '../../../../test/factories/two-hundred-rows.ts';
import { patient, plainWorkbook, useWorkbooks } from '../../../../test/factories/workbooks.ts';

const { database, listOf, added, place, system } = useMapVisit();
const { signIn, write } = useWorkbooks(database);

describe('a workbook of 200 rows of which 20 are wrong in different ways', patient, () => {
  let text = '';
  let milliseconds = 0;

  beforeAll(async () => {
    const siân = await signIn(`siân@${system().slug}.example`);
    await added({ name: 'Early Days', sector: 'health-visiting', places: place('quillby') });
    const bytes = await write(plainWorkbook({ Services: twoHundredRows(), Elsewhere: [['x']] }));
    const start = performance.now();
    const page = await siân.upload(`${await listOf()}/upload`, {}, { name: 'map.xlsx', bytes });
    milliseconds = performance.now() - start;
    expect(page.status).toBe(200);
    text = page.text.replaceAll('&#39;', "'").replaceAll('&#34;', '"');
  }, 60_000);

  it.each(wrongRows.map(([, words], index) => [wrongRowNumber(index), words] as const))(
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
