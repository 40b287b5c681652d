import { beforeEach, describe, expect, it } from 'vitest';
import { fillGrid } from '../../../test/factories/answers.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
let system: TestSystem;
let as: Visitors;
let count = 0;

beforeEach(async () => {
  count += 1;
  const slug = `system-${count}`;
  system = await aSystem(database.db, { slug });
  as = await everybody(database.db, slug);
});

const fill = async (place: string, except: readonly string[] = []) =>
  fillGrid(database.db, {
    systemId: system.ids.systemId,
    responseId: await system.response('kingfisher', place),
    personId: system.ids.people.get(`siân@${system.slug}.example`) ?? '',
    level: 2,
    except,
  });
const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main'));
const home = async (name: string): Promise<string> => mainOf((await as(name).get('/')).text);

describe('the start page of an agency', () => {
  it('says what is open and until when, the grid per Place and the map once', async () => {
    const page = await home('Małgorzata');
    expect(page).toContain('0 of 3 are submitted. The rest close on ');
    expect(page).toContain('<b>Friday 27 March 2026 at 17:00</b>, in 9 days.');
    expect(page).toContain('Maturity grid, one for each Place');
    expect(page).toContain('Service map, once for all Places');
    expect(page).toContain(`href="/responses/${await system.response('kingfisher', 'quillby')}"`);
    expect(page).not.toContain(await system.response('wendside', 'ferrow-vale'));
    expect(page.match(/Not started/g)).toHaveLength(3);
  });

  it('says how far each has come, and where another Place could be copied from', async () => {
    await fill('ferrow-vale', ['financial-investment', 'outcomes-and-impact']);
    const page = await home('Małgorzata');
    expect(page).toContain('9 of 11');
    expect(page).toContain('Last changed by Siân Elwyn-Hughes, on 9 March 2026 at 09:30');
    expect(page).toContain('You can copy the answers for Ferrow Vale and adapt them');
  });

  it('carries on where one was', async () => {
    const id = await system.response('kingfisher', 'quillby');
    const path = `/responses/${id}/sections/workforce-development`;
    const form = sentBy((await as('Małgorzata').get(path)).text, 'answers');
    await as('Małgorzata').post(path, changed(form, { 'workforce-development_level': '1' }));
    const page = await home('Małgorzata');
    expect(page).toContain('Carry on where you were, 14:02');
    expect(page).toContain(
      `<a class="resume__a" href="${path}">Workforce development, Quillby</a>`,
    );
    expect(await home('Siân')).not.toContain('Carry on where you were');
    expect(await home('Siân')).toContain('Workforce development, Quillby, 14:02');
  });

  it('leads to the results of a round once they are published', async () => {
    await system.moveRound('in-review');
    expect(await home('Siân')).not.toContain(`/rounds/${system.roundSlug}/report`);
    await system.moveRound('published');
    const page = await home('Siân');
    expect(page).toContain('There is nothing to answer now.');
    expect(page).toContain(`href="/rounds/${system.roundSlug}/report">Results of Round 3`);
  });

  it('has no response in a round that is being drafted', async () => {
    await system.moveRound('draft');
    expect(await home('Siân')).toContain('Nothing is asked of you yet');
    const id = await system.response('kingfisher', 'quillby');
    expect((await as('Siân').get(`/responses/${id}`)).status).toBe(404);
  });
});

describe('what an agency would do now', () => {
  it('is to begin, then to carry on, and to submit what is complete', async () => {
    const map = await system.response('wendside');
    expect(await home('Tomos')).toContain('Begin here');
    await database.db('no_service').insert({
      system_id: system.ids.systemId,
      response_id: map,
      group_id: 'midwifery',
      place_id: system.ids.places.get('ferrow-vale') ?? '',
      said_at: new Date('2026-03-09T09:30:00Z'),
      said_by: system.ids.people.get(`tomos@${system.slug}.example`) ?? '',
    });
    const page = await home('Tomos');
    expect(page).toContain('Complete: check it and submit');
    expect(page).toContain(`<a class="resume__a" href="/responses/${map}/check">Service map</a>`);
    expect(page).not.toContain('Begin here');
  });

  it('is first of all what was returned', async () => {
    const id = await system.response('kingfisher', 'quillby');
    await database
      .db('responses')
      .where({ id })
      .update({
        status: 'returned',
        returned_at: new Date('2026-03-16T10:00:00Z'),
        returned_by: system.ids.people.get(`colm@${system.slug}.example`) ?? '',
        return_reason: 'Money is left out.',
      });
    const page = await home('Małgorzata');
    expect(page).toContain(
      'Colm Doyle returned it on 16 March 2026: “Money is left out.” Change it and submit again.',
    );
    expect(page).toContain(
      `<a class="resume__a" href="/responses/${id}">Maturity grid, Quillby</a>`,
    );
  });
});

describe('the start page of those who look at the whole system', () => {
  it('links a reviewer to their own Places, and to no agency’s answers', async () => {
    await system.moveRound('in-review');
    const page = await home('Bea');
    expect(page).toContain(`href="/rounds/${system.roundSlug}/places/quillby/report"`);
    expect(page).not.toContain('/places/ferrow-vale/report');
    expect(page).not.toContain('/responses/');
  });

  it('links a coordinator to every Place', async () => {
    await system.moveRound('in-review');
    const page = await home('Colm');
    expect(page).toContain('in review');
    expect(page).toContain('/places/quillby/report');
    expect(page).toContain('/places/ferrow-vale/report');
  });
});

describe('copying the answers for one Place to another', () => {
  const copy = async (name: string, source: string) =>
    as(name).post(`/responses/${await system.response('kingfisher', 'quillby')}/copy`, { source });

  it('is offered on an empty list, and copies every answer once', async () => {
    await fill('ferrow-vale', ['financial-investment']);
    const [from, into] = [
      await system.response('kingfisher', 'ferrow-vale'),
      await system.response('kingfisher', 'quillby'),
    ];
    const offered = await as('Małgorzata').get(`/responses/${into}`);
    expect(offered.text).toContain('Copy from Ferrow Vale, 10 answers');
    const copied = await copy('Małgorzata', from);
    expect(copied.headers['location']).toBe(`/responses/${into}?copied=yes`);
    const list = await as('Małgorzata').get(`/responses/${into}?copied=yes`);
    expect(list.text).toContain('Copied. Now go through each part');
    expect(list.text).not.toContain('Copy from Ferrow Vale');
    const rows = await database.db('answers').where({ response_id: into });
    expect(rows).toHaveLength(10);
    expect(
      rows.every(
        ({ level, has_evidence, revision }) => level === 2 && has_evidence && revision === 1,
      ),
    ).toBe(true);
    expect(await database.db('answer_history').where({ response_id: into })).toHaveLength(10);
  });

  it('replaces nothing that somebody wrote', async () => {
    await fill('ferrow-vale');
    await fill('quillby', ['financial-investment']);
    const refused = await copy('Małgorzata', await system.response('kingfisher', 'ferrow-vale'));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Somebody has answered here already');
  });

  it('[trust 11] is from the agency’s own answers alone', async () => {
    const foreign = await copy('Małgorzata', await system.response('wendside', 'ferrow-vale'));
    expect(foreign.status).toBe(404);
    expect((await copy('Małgorzata', 'nothing')).status).toBe(404);
  });
});
