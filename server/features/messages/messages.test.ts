/** The demonstration's messages on a page, and nowhere else. */
import path from 'node:path';
import request from 'supertest';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { anApp, appDeps } from '../../../test/factories/visitor.ts';
import { letterHtml, letterStyles } from '../../adapters/mail/letter.html.ts';
import { sender } from '../../adapters/mail/letter.ts';
import { createApp } from '../../app.ts';
import { queueMail } from '../../db/outbox.queries.ts';
import { invitation } from '../../domain/mail/invitation.ts';
import { signInLink } from '../../domain/mail/sign-in-link.ts';
import { projectRoot } from '../../root.ts';
import { createRender } from '../../web/render.ts';
import { toLetter } from './letter.view.ts';

const database = useDatabase();
const now = new Date('2026-03-18T14:02:00Z');
let system: TestSystem;
beforeAll(async () => {
  system = await aSystem(database.db);
});
afterEach(() => database.db('messages').delete());

const people = { bea: 'bea@aldermoor-and-wend.example', siân: 'siân@aldermoor-and-wend.example' };
const personId = (who: keyof typeof people): string => system.ids.people.get(people[who]) ?? '';
const get = (address: string) => request(anApp(database.db)).get(address);

const invited = (agencyName = 'Kingfisher') =>
  queueMail(database.db, {
    systemId: system.ids.systemId,
    personId: personId('siân'),
    kind: 'invitation',
    content: invitation({
      name: 'Siân Elwyn-Hughes',
      systemName: 'Aldermoor and Wend',
      agencyName,
      round: { id: system.roundId, name: 'Round 3', closesAt: new Date('2026-03-27T17:00:00Z') },
      path: '/responses/1',
    }),
    queuedAt: now,
    notAfter: new Date('2026-03-27T17:00:00Z'),
  });
const link = () =>
  queueMail(database.db, {
    systemId: null,
    personId: personId('bea'),
    kind: 'sign-in',
    content: signInLink({
      name: 'Bea Lund',
      path: '/sign-in/token',
      validUntil: new Date('2026-03-18T14:13:00Z'),
    }),
    queuedAt: new Date('2026-03-18T14:03:00Z'),
    notAfter: new Date('2026-03-18T14:13:00Z'),
  });

describe('the messages', () => {
  it('are none at first, and the page says what would bring one', async () => {
    const { status, text } = await get('/messages');
    expect(status).toBe(200);
    expect(text).toContain('Nothing has been sent yet.');
    expect(text).not.toContain('<table');
  });

  it('are listed with the newest first, for people who are signed out too', async () => {
    const ids = [await link(), await invited()];
    const { text } = await get('/messages');
    expect([...text.matchAll(/href="\/messages\/([0-9a-f-]{36})"/g)].map(([, id]) => id)).toEqual(
      ids,
    );
    expect(text).toContain('2 messages by e-mail.');
    expect(text).toContain('Wednesday 18 March 2026 at 14:03');
  });

  it('can be had for one reader', async () => {
    await link();
    await invited();
    const { text } = await get(`/messages?to=${personId('siân')}`);
    expect(text).toContain('Invitation to answer: Round 3');
    expect(text).not.toContain('>Your sign-in link<');
    expect(text).toContain(`value="${personId('siân')}" selected>Siân Elwyn-Hughes (1 message)`);
    expect((await get('/messages?to=%00')).text).toContain('Your sign-in link');
  });
});

describe('one message', () => {
  it('is shown as HTML and as text, with a link that can be followed and its calendar file', async () => {
    const id = await invited();
    const { text } = await get(`/messages/${id}`);
    expect(text).toContain('Siân Elwyn-Hughes, siân@aldermoor-and-wend.example');
    expect(text).toContain('<a href="/responses/1" class="letter-button">See what is asked</a>');
    expect(text).toContain('Round 3 closes: Friday 27 March 2026 at 17:00 (UK time)');
    expect(text).toContain('See what is asked:\nhttp://127.0.0.1:3000/responses/1\n');
    const calendar = await get(`/messages/${id}/deadline.ics`);
    expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(calendar.text).toContain('DTEND:20260327T170000Z');
  });

  it('without a deadline has no calendar file', async () => {
    const id = await link();
    expect((await get(`/messages/${id}`)).text).not.toContain('deadline.ics');
    expect((await get(`/messages/${id}/deadline.ics`)).status).toBe(404);
  });

  it('[trust 28] keeps what people type into names inert', async () => {
    const id = await invited('<script>alert(1)</script>"\r\n\u202e../');
    const { text } = await get(`/messages/${id}`);
    expect(text).toContain('asks &lt;script&gt;alert(1)&lt;/script&gt;&#34; ../ to answer');
    expect(text).not.toContain('<script>alert');
  });

  it('that is not there is not found', async () => {
    for (const id of ['nothing', '00000000-0000-4000-8000-000000000000', '%00']) {
      expect([id, (await get(`/messages/${id}`)).status]).toEqual([id, 404]);
    }
  });
});

it('outside the demonstration there is no such page', async () => {
  const id = await invited();
  const app = createApp({ ...appDeps(database.db), demo: false });
  const missing = await request(app).get('/nowhere');
  for (const address of ['/messages', `/messages/${id}`, `/messages/${id}/deadline.ics`]) {
    const { status, text } = await request(app).get(address);
    expect([address, status, text]).toEqual([address, 404, missing.text]);
  }
});

it('the letter on the page is the letter that is sent, with classes for styles', () => {
  const render = createRender(path.join(projectRoot, 'views'), true);
  const content = invitation({
    name: 'Siân',
    systemName: 'A & B',
    agencyName: `"Kingfisher's"`,
    round: { id: 'x', name: 'Round 3', closesAt: now },
    path: '/responses/1?a=1&b=2',
  });
  const letter = toLetter(content, '');
  const body = /<body [^>]*>(.*)<\/body>/s.exec(letterHtml(letter))?.[1] ?? '';
  const dressed = Object.entries(letterStyles).reduce(
    (html, [part, styles]) => html.replaceAll(`style="${styles}"`, `class="letter-${part}"`),
    body,
  );
  const shown = render('messages/letter', { sender, href: letter.action.url, ...letter });
  const squeezed = (html: string): string => html.replace(/\s*\n\s*/g, '');
  expect(squeezed(shown)).toBe(`<div class="letter-page">${squeezed(dressed)}</div>`);
});
