import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { anApp, appDeps } from '../../../test/factories/visitor.ts';
import { createApp } from '../../app.ts';

const database = useDatabase();

beforeAll(async () => {
  await aSystem(database.db);
});

describe('the choice of people in the demonstration', () => {
  it('names each button by role, person, agency or Places, and system', async () => {
    const { text } = await request(anApp(database.db)).get('/sign-in');
    const labels = [...text.matchAll(/class="persona"[^>]* aria-label="([^"]+)"/g)];
    expect(labels.map(([, label]) => label)).toEqual([
      'Agency lead: Siân Elwyn-Hughes, Kingfisher Children’s Community Services, Aldermoor and Wend',
      'Agency lead: Tomos Prydderch, Wendside Maternity, Aldermoor and Wend',
      'Contributor: Małgorzata Wiśniewska, Kingfisher Children’s Community Services, Aldermoor and Wend',
      'Chair: Amina Rahman, Ferrow Vale, Quillby, Aldermoor and Wend',
      'Reviewer: Bea Lund, Quillby, Aldermoor and Wend',
      'Coordinator: Colm Doyle, Aldermoor and Wend',
      'ICB lead: Ifeoma Obi, Aldermoor and Wend',
    ]);
  });

  it('says of each role, once, what one sees in it', async () => {
    const { text } = await request(anApp(database.db)).get('/sign-in');
    expect(text.match(/>Agency lead<\/h3>/g)).toHaveLength(1);
    expect(text).toContain('What came in for their own Places: levels, reasons, evidence.');
  });

  it('is not there in real use: neither the page nor the address it sends to', async () => {
    const app = createApp({ ...appDeps(database.db), demo: false });
    const page = await request(app).get('/sign-in');
    expect(page.text).not.toContain('persona');
    expect((await request(app).post('/sign-in/demonstration')).status).toBe(404);
  });
});
