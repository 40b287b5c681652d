import { beforeAll, describe, expect, it } from 'vitest';
import { insertRound } from './round.queries.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { useSetUp, words } from '../../../test/factories/set-up.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, system, as, deeds } = useSetUp();
let colm: Visitor;

beforeAll(async () => {
  colm = await as('colm');
});

const place = (slug: string): string => system().ids.places.get(slug) ?? '';
const stored = async (slug: string) =>
  database
    .db('agencies as a')
    .where({ 'a.system_id': system().ids.systemId, slug })
    .first<Record<string, unknown>>(
      'name',
      'note',
      'on_paper',
      'revision',
      database.db.raw(
        `array(select sector from agency_sectors s where s.agency_id = a.id order by 1) as sectors`,
      ),
      database.db.raw(
        `array(select p.slug from agency_places ap join places p on p.id = ap.place_id
          where ap.agency_id = a.id order by 1) as places`,
      ),
    );

describe('Places', () => {
  it('are listed in their order, with who works and reviews there', async () => {
    const page = words((await colm.get('/set-up/places')).text);
    expect(page).toContain('2 Places, in the order in which results show them.');
    expect(page).toMatch(/Ferrow Vale .*2 agencies.* Quillby .*1 agency/);
    expect(page).toContain('Amina Rahman and Bea Lund');
  });

  it('are added with a slug of their own, which a new name leaves as it is', async () => {
    const added = await colm.post('/set-up/places', { name: ' Tŵr  Wennol ', revision: '0' });
    expect(added.headers['location']).toBe('/set-up/places?added=twr-wennol');
    expect((await colm.get('/set-up/places?added=twr-wennol')).text).toContain(
      'Tŵr Wennol is added.',
    );
    const form = sentBy((await colm.get('/set-up/places/twr-wennol')).text, 'su-form');
    const saved = await colm.post('/set-up/places/twr-wennol', changed(form, { name: 'Y Tŵr' }));
    expect(saved.headers['location']).toBe('/set-up/places?saved=twr-wennol');
    expect((await colm.get('/set-up/places/twr-wennol')).text).toContain('value="Y Tŵr"');
    expect((await deeds()).slice(-2)).toEqual(['place.added', 'place.renamed']);
  });

  it.each([
    ['', 'Give a name'],
    ['quillby', '“Quillby” is in the list already'],
    ['a\r\nb', 'The name must stand on one line'],
  ])('%j is refused: %s', async (name, text) => {
    const page = await colm.post('/set-up/places', { name, revision: '0' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: Add a Place');
    expect(page.text).toContain(`<a href="#name">${text}</a>`);
  });

  it('[trust 28] keep what was typed when it is refused, as text', async () => {
    const name = `<script>alert(1)</script>"${'x'.repeat(120)}`;
    const page = await colm.post('/set-up/places', { name, revision: '0' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;&#34;xxx');
  });

  it('move up and down among those in use', async () => {
    await colm.post('/set-up/places/quillby/move', { to: 'up' });
    await colm.post('/set-up/places/quillby/move', { to: 'up' });
    const page = words((await colm.get('/set-up/places')).text);
    expect(page.indexOf('Quillby')).toBeLessThan(page.indexOf('Ferrow Vale'));
    await colm.post('/set-up/places/quillby/move', { to: 'down' });
    expect((await deeds()).slice(-2)).toEqual(['place.moved', 'place.moved']);
  });

  it('retire out of lists to choose from, stay in old results, and come back', async () => {
    const question = words((await colm.get('/set-up/places/quillby/retire')).text);
    expect(question).toContain('It stays in Round 3, spring 2026, which is not over.');
    await colm.post('/set-up/places/quillby/retire');
    await colm.post('/set-up/places/quillby/retire');
    expect(words((await colm.get('/set-up/places')).text)).toContain('Retired 1 Quillby');
    expect((await colm.get('/set-up/agencies/new')).text).not.toContain('Quillby');
    expect((await colm.get('/rounds/spring-2026/places/quillby/report')).status).toBe(200);
    const wrong = {
      name: 'X',
      sectors: 'other',
      places: place('quillby'),
      note: '',
      revision: '0',
    };
    expect((await colm.post('/set-up/agencies', wrong)).status).toBe(422);
    await colm.post('/set-up/places/quillby/restore');
    expect((await colm.get('/set-up/agencies/new')).text).toContain('Quillby');
    expect((await deeds()).slice(-2)).toEqual(['place.retired', 'place.restored']);
  });

  it('a retired one is not added a second time', async () => {
    await colm.post('/set-up/places/twr-wennol/retire');
    const again = await colm.post('/set-up/places', { name: 'Y Tŵr', revision: '0' });
    expect(again.text).toContain('“Y Tŵr” is retired: bring it back from the list');
  });
});

describe('agencies', () => {
  const nestlight = {
    name: 'Nestlight',
    sectors: 'voluntary-and-third-sector',
    paper: 'yes',
    note: 'Ring Ann.\r\nAfter four.',
    revision: '0',
  };

  it('are added with sectors, Places, a note, and on paper or not', async () => {
    const added = await colm.post('/set-up/agencies', { ...nestlight, places: place('quillby') });
    expect(added.headers['location']).toBe('/set-up/agencies?added=nestlight');
    expect(await stored('nestlight')).toEqual({
      name: 'Nestlight',
      note: 'Ring Ann.\nAfter four.',
      on_paper: true,
      revision: 0,
      sectors: ['voluntary-and-third-sector'],
      places: ['quillby'],
    });
    const page = words((await colm.get('/set-up/agencies')).text);
    expect(page).toContain('On paper');
    expect((await deeds()).at(-1)).toBe('agency.added');
  });

  it('need a name, a sector and a Place', async () => {
    const page = await colm.post('/set-up/agencies', { name: '', revision: '0' });
    expect(page.status).toBe(422);
    for (const text of ['Give a name', 'Choose at least one sector', 'Choose at least one Place']) {
      expect(page.text).toContain(text);
    }
  });

  it('change, and keep their slug and the retired Places that old results count on', async () => {
    await colm.post('/set-up/places/quillby/retire');
    const form = sentBy((await colm.get('/set-up/agencies/kingfisher')).text, 'su-form');
    const change = { name: 'Kingfisher', sectors: ['health-visiting', 'other'] };
    const saved = await colm.post('/set-up/agencies/kingfisher', changed(form, change));
    expect(saved.headers['location']).toBe('/set-up/agencies?saved=kingfisher');
    expect(await stored('kingfisher')).toMatchObject({
      name: 'Kingfisher',
      revision: 1,
      sectors: ['health-visiting', 'other'],
      places: ['ferrow-vale', 'quillby'],
    });
    await colm.post('/set-up/places/quillby/restore');
    const row = await database.db('audit_events').where({ act: 'agency.changed' }).first('details');
    expect(row?.details).toEqual({
      changed: 'Name, Sectors',
      from: 'Kingfisher Children’s Community Services',
      name: 'Kingfisher',
    });
  });

  it('saved as they are, change nothing and leave no trace', async () => {
    const before = await deeds();
    const form = sentBy((await colm.get('/set-up/agencies/wendside')).text, 'su-form');
    expect((await colm.post('/set-up/agencies/wendside', form)).status).toBe(303);
    expect(await stored('wendside')).toMatchObject({ revision: 0 });
    expect(await deeds()).toEqual(before);
  });

  it('retire with their answers kept, and their people still able to open them', async () => {
    const question = words((await colm.get('/set-up/agencies/wendside/retire')).text);
    expect(question).toContain('Tomos Prydderch can still open what it has answered.');
    await colm.post('/set-up/agencies/wendside/retire');
    expect((await colm.get('/set-up/people/new')).text).not.toContain('Wendside');
    expect(words((await (await as('tomos')).get('/')).text)).toContain('Ferrow Vale');
    expect(words((await colm.get('/rounds/spring-2026/places/ferrow-vale/report')).text)).toContain(
      'Wendside Maternity',
    );
    await colm.post('/set-up/agencies/wendside/restore');
  });

  it('are found by Place and by any word', async () => {
    const inQuillby = words((await colm.get('/set-up/agencies?place=quillby')).text);
    expect(inQuillby).toContain('2 of 3 agencies');
    expect(words((await colm.get('/set-up/agencies?q=tomos')).text)).toContain('1 of 3 agencies');
  });
});

describe('a round that asked an agency', () => {
  it('keeps its sectors and Places as they were then, whatever set-up says since', async () => {
    const report = '/rounds/spring-2026/places/ferrow-vale/report';
    const before = words((await colm.get(report)).text);
    expect(before).toContain('Wendside Maternity');
    const form = sentBy((await colm.get('/set-up/agencies/wendside')).text, 'su-form');
    const change = { sectors: 'other', places: place('quillby') };
    expect((await colm.post('/set-up/agencies/wendside', changed(form, change))).status).toBe(303);
    expect(await stored('wendside')).toMatchObject({ sectors: ['other'], places: ['quillby'] });
    expect(words((await colm.get(report)).text)).toBe(before);
    const back = { sectors: 'midwifery', places: place('ferrow-vale'), revision: '1' };
    await colm.post('/set-up/agencies/wendside', changed(form, back));
  });
});

describe('a new round', () => {
  it('asks nobody who is retired, about no Place that is', async () => {
    await colm.post('/set-up/places/quillby/retire');
    await colm.post('/set-up/agencies/wendside/retire');
    const { ids } = system();
    const plan = {
      slug: 'next',
      name: 'Next',
      status: 'draft' as const,
      opensAt: new Date('2027-03-01T09:00:00Z'),
      closesAt: new Date('2027-03-31T16:00:00Z'),
      instruments: [{ id: 'pair-maturity', version: '1.0.0' }],
    };
    const roundId = await database.db.transaction((trx) =>
      insertRound(trx, ids, plan, { newId: () => crypto.randomUUID(), position: 9 }),
    );
    const asked = await database
      .db('assignments as a')
      .join('agencies as g', 'g.id', 'a.agency_id')
      .join('places as p', 'p.id', 'a.place_id')
      .where('a.round_id', roundId)
      .select('g.slug as agency', 'p.slug as place');
    expect(asked).toEqual([{ agency: 'kingfisher', place: 'ferrow-vale' }]);
  });
});
