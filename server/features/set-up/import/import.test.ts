import { beforeAll, describe, expect, it } from 'vitest';
import { readCsv, textOfFile } from '../../../adapters/csv.ts';
import { changed, sentBy, type Pairs } from '../../../../test/factories/html-form.ts';
import { addCoordinator, personId, useSetUp, words } from '../../../../test/factories/set-up.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';

const { database, system, as, deeds } = useSetUp();
let colm: Visitor;

beforeAll(async () => {
  colm = await as('colm');
});

const look = (what: string, text: string) => colm.post('/set-up/import', { what, text });
const formOf = (html: string): Pairs => sentBy(html, 'su-preview');
const count = async (table: 'agencies' | 'places' | 'members' | 'memberships'): Promise<number> => {
  const rows = await database
    .db(table)
    .where({ system_id: system().ids.systemId })
    .select('system_id');
  return rows.length;
};

const nest =
  'Name;Sectors;Places;On paper\r\nNestlight;Other;all;yes\r\nHive;"Midwifery; Other";Quillby;\r\n';

describe('a table', () => {
  it('[trust 26] is looked at first: nothing is stored until that is confirmed', async () => {
    const before = [await count('agencies'), await deeds()];
    const page = await look('agencies', `\ufeff${nest}`);
    expect(page.status).toBe(200);
    const text = words(page.text);
    expect(text).toContain('2 rows to store');
    expect(text).toContain('Nothing is stored yet. Storing adds 2 agencies.');
    expect(text).toContain(
      'Nestlight Add Sectors: Other Places: Ferrow Vale, Quillby On paper: yes',
    );
    expect([await count('agencies'), await deeds()]).toEqual(before);
  });

  it('is stored as it was looked at, and a second time changes nothing', async () => {
    const page = await look('agencies', nest);
    const stored = await colm.post('/set-up/import/store', [...formOf(page.text), ['rows', 'all']]);
    expect(stored.headers['location']).toBe('/set-up/agencies?stored=2');
    expect(words((await colm.get('/set-up/agencies?stored=2')).text)).toContain(
      '2 rows are stored.',
    );
    expect((await deeds()).slice(-3)).toEqual(['agency.added', 'agency.added', 'import.stored']);
    const again = words((await look('agencies', nest)).text);
    expect(again).toContain('Nothing to store The list has all of this already.');
    expect(again).toContain('Rows that change nothing 2');
  });

  it('may come as a file, in the letters of Windows', async () => {
    const bytes = Buffer.from('Name,Sectors,Places\nCaf\xe9 Cariad,Other,Quillby\n', 'latin1');
    const page = await colm.upload(
      '/set-up/import',
      { what: 'agencies', text: 'left from before' },
      { name: 'a.csv', bytes },
    );
    expect(words(page.text)).toContain('Café Cariad Add');
  });

  it('names every fault by row and column, and stores the rest where that is said', async () => {
    const text =
      'Name,E-mail,Role,Agency\nEve,eve,Boss,\n"Mal\r\nBcc: x@y.org",mal@example.org,ICB lead,\nIda,ida@example.org,ICB lead,\nIda,ida@example.org,ICB lead,\n';
    const page = await look('people', text);
    const said = words(page.text);
    expect(said).toContain('2 rows have a fault');
    expect(said).toContain(
      'Row 2 Eve E-mail: Give one e-mail address, such as name@example.org Role: “Boss” is no role',
    );
    expect(said).toContain('Row 3 Mal Bcc: x@y.org Name: The name must stand on one line');
    expect(said).toContain('Row 5: Ida (Row 4 says the same)');
    expect(said).toContain('Store the 1 row without a fault');
    const form = formOf(page.text);
    const all = await colm.post('/set-up/import/store', [...form, ['rows', 'all']]);
    expect(all.status).toBe(400);
    expect(await database.db('people').where({ email: 'ida@example.org' })).toEqual([]);
    await colm.post('/set-up/import/store', [...form, ['rows', 'sound']]);
    expect(await personId(database.db, 'ida@example.org')).toMatch(/-/);
    expect(await database.db('people').where({ email: 'mal@example.org' })).toEqual([]);
  });

  it('is shown again, and not stored, where the lists have changed since it was looked at', async () => {
    const page = await look('places', 'Name\nNetherwend\n');
    await addCoordinator(database.db, system(), 'Dee');
    await (await as('dee')).post('/set-up/places', { name: 'Netherwend', revision: '0' });
    const late = await colm.post('/set-up/import/store', [...formOf(page.text), ['rows', 'all']]);
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain('Look again Not stored');
    expect(words(late.text)).toContain('Nothing to store');
    expect(await count('places')).toBe(3);
  });

  it('is shown again where the text was changed after it was looked at', async () => {
    const page = await look('places', 'Name\nSaltmere Bay\n');
    const other = changed(formOf(page.text), {
      text: 'Name\nSomewhere\n',
    });
    const late = await colm.post('/set-up/import/store', [...other, ['rows', 'all']]);
    expect(late.status).toBe(409);
    expect(await count('places')).toBe(3);
  });

  it.each([
    ['', 'Paste rows, or choose a file'],
    [
      'Name,Phone\nX,1\n',
      'Column 2, “Phone”, is none of Reference, Name: take it out, or correct its name',
    ],
    ['Ferrow Vale\nQuillby\n', 'The first row must name the columns: Reference, Name'],
    ['Name\n"Ferrow', 'A quotation mark opens and never closes. Look near line 2.'],
    [`Name\n${'x\n'.repeat(1001)}`, 'There are 1001 rows: send 1000 at a time'],
    [
      `Name\n${'"Ferrow Vale"\n'.repeat(40_000)}`,
      'That is too long: send some of the rows at a time',
    ],
  ])('that can’t be read says why, and keeps the text', async (text, fault) => {
    const page = await look('places', text);
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: ');
    expect(words(page.text)).toContain(fault);
    expect(page.text).toContain(text.slice(0, 20).replaceAll('"', '&#34;'));
  });

  it('[trust 28] keeps scripts and markup as text, in the preview and in its form', async () => {
    const page = await look('places', 'Name\n</textarea><script>alert(1)</script>\n');
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('&lt;/textarea&gt;&lt;script&gt;');
  });

  it('[trust 12] is of one of the three lists', async () => {
    expect((await look('rounds', 'Name\nX\n')).status).toBe(404);
  });
});

describe('[trust 16] a table of people', () => {
  it('changes nobody’s own roles', async () => {
    const own = 'Colm Doyle,colm@aldermoor-and-wend.example';
    const text = `Name,E-mail,Role,Places,Chair\n${own},Reviewer,all,yes\n`;
    expect(words((await look('people', text)).text)).toContain(
      'Role: You can’t change your own roles. Another coordinator can.',
    );
  });

  it('says who the chair was until now, and changes hands when it is stored', async () => {
    const text =
      'Name,E-mail,Role,Places,Chair\nBea Lund,bea@aldermoor-and-wend.example,Reviewer,Quillby,yes\n';
    const page = await look('people', text);
    expect(words(page.text)).toContain('Chair: from Amina Rahman → to Bea Lund');
    await colm.post('/set-up/import/store', [...formOf(page.text), ['rows', 'all']]);
    const chairs = await database
      .db('memberships as m')
      .join('people as p', 'p.id', 'm.person_id')
      .where({ is_chair: true, system_id: system().ids.systemId })
      .pluck('email');
    expect(chairs).toEqual(['bea@aldermoor-and-wend.example']);
  });
});

describe('a downloaded list', () => {
  it.each(['places', 'agencies', 'people'])(
    'of %s uploads again without a difference',
    async (list) => {
      if (list === 'places') {
        await colm.post('/set-up/places', {
          name: '=HYPERLINK("x"); "quoted", and more',
          revision: '0',
        });
        const place = await database.db('places').where('name', 'like', '=%').first('id');
        const sent = {
          name: "'+44 Project\u00a0",
          sectors: 'other',
          places: place?.id ?? '',
          note: '-two\nlines',
          revision: '0',
        };
        expect((await colm.post('/set-up/agencies', sent)).status).toBe(303);
        const reviewer = {
          name: '@Eve',
          email: '+eve@example.org',
          role: 'reviewer',
          places: place?.id ?? '',
        };
        expect((await colm.post('/set-up/people', reviewer)).status).toBe(303);
      }
      const file = await colm.get(`/set-up/${list}.csv`);
      expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(file.headers['content-disposition']).toContain(
        'attachment; filename="Aldermoor and Wend, ',
      );
      const text = textOfFile(Buffer.from(file.text));
      const cells = readCsv(text).rows.flatMap((row) => row.cells);
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      const page = words((await look(list, text)).text);
      expect(page).toContain('Nothing to store');
      expect((await deeds()).at(-1)).toBe(`${list}.downloaded`);
    },
  );

  it('[trust 29] has an empty twin with the same columns', async () => {
    const { rows } = readCsv((await colm.get('/set-up/templates/people.csv')).text);
    expect(rows.map((row) => row.cells)).toEqual([
      ['Name', 'E-mail', 'Role', 'Agency', 'Places', 'Chair'],
    ]);
  });
});

describe('a broken upload', () => {
  it('[trust 23] is refused, and the next request is answered', async () => {
    const form = 'multipart/form-data; boundary=line';
    const send = (body: string) => colm.send('/set-up/import', form, body);
    expect((await send('--line\r\nContent-Disposition: form-data; name="_cs')).status).toBe(400);
    expect((await send('nonsense')).status).toBe(400);
    expect((await colm.send('/set-up/import', 'multipart/form-data', 'x')).status).toBe(400);
    expect((await colm.get('/set-up')).status).toBe(200);
  });

  it('[trust 18] of more than 2 MB is refused', async () => {
    const bytes = Buffer.alloc(2_200_000, 'x');
    const reply = await colm.upload('/set-up/import', { what: 'places' }, { name: 'a.csv', bytes });
    expect(reply.status).toBe(413);
    expect((await colm.get('/set-up')).status).toBe(200);
  });

  it('[trust 33] without this session’s token is refused', async () => {
    const body =
      '--line\r\nContent-Disposition: form-data; name="what"\r\n\r\nplaces\r\n--line--\r\n';
    const reply = await colm.send('/set-up/import', 'multipart/form-data; boundary=line', body);
    expect(reply.status).toBe(403);
  });

  it('elsewhere than on the import’s page is no form at all', async () => {
    const reply = await colm.upload(
      '/set-up/places',
      { name: 'X' },
      { name: 'a', bytes: Buffer.from('x') },
    );
    expect(reply.status).toBe(403);
  });
});

describe('200 people', () => {
  it('are stored in one go', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, index) => `Person ${index},p${index}@example.org,Contributor,kingfisher`,
    );
    const page = await look('people', `Name,E-mail,Role,Agency\n${rows.join('\n')}\n`);
    const stored = await colm.post('/set-up/import/store', [...formOf(page.text), ['rows', 'all']]);
    expect(stored.headers['location']).toBe('/set-up/people?stored=200');
    const list = words((await colm.get('/set-up/people?q=person 19')).text);
    expect(list).toMatch(/12 of 2\d\d people/);
  });
});
