/** A form that comes without a sign-in, or from before it: nothing of it is lost, and nothing is done. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import request, { type Response } from 'supertest';
import type { Express } from 'express';
import { useDatabase } from '../../test/config/database.ts';
import { sentBy } from '../../test/factories/html-form.ts';
import { aSystem } from '../../test/factories/system.ts';
import { anApp } from '../../test/factories/visitor.ts';

const database = useDatabase();
let app: Express;
let section: string;
let persona: string;
let agent: ReturnType<typeof request.agent>;

type Fields = Readonly<Record<string, string>>;

const typed = '<b>The board</b> agreed it\nin March';
/** The token of the page's own form, not of its menu. */
const tokenIn = ({ text }: Response): string =>
  /name="_csrf" value="([^"]+)"/.exec(text.slice(text.indexOf('<main')))?.[1] ?? '';
const send = (path: string, fields: Fields, headers: Fields = {}): Promise<Response> =>
  agent
    .post(path)
    .type('form')
    .set(headers)
    .send(fields)
    .then((response) => response);
const keptIn = ({ text }: Response): Fields => Object.fromEntries(sentBy(text, 'kept'));

/** In this browser, whichever tab. */
async function signIn(): Promise<void> {
  const _csrf = tokenIn(await agent.get('/sign-in'));
  await send('/sign-in/demonstration', { _csrf, persona, returnTo: '/' });
}

async function evidence(): Promise<string | undefined> {
  const row = await database
    .db('answers')
    .where('item_id', 'financial-investment')
    .first<{ value: { evidence?: string } } | undefined>('value');
  return row?.value.evidence;
}

/** The section's page, filled in. */
async function filledIn(): Promise<Fields & { readonly _csrf: string }> {
  const page = await agent.get(section);
  const form = Object.fromEntries(sentBy(page.text, 'answers'));
  const name = Object.keys(form).find((key) => key.includes('evidence')) ?? '';
  return { ...form, [name]: typed, _csrf: tokenIn(page) };
}

beforeAll(async () => {
  const system = await aSystem(database.db);
  const response = await system.response('kingfisher', 'quillby');
  section = `/responses/${response}/sections/financial-investment`;
  app = anApp(database.db);
  const lead = await database.db('memberships').where('role', 'agency-lead').first('id');
  persona = lead?.id ?? '';
});
beforeEach(async () => {
  agent = request.agent(app);
  await signIn();
});

describe('a form whose session has ended', () => {
  it('[trust 33] from another site is refused, and never given back to be sent by our own button', async () => {
    const form = await filledIn();
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://evil.example' },
    ]) {
      const refused = await send(section, form, headers);
      expect([refused.status, refused.text.includes('Send it again')]).toEqual([403, false]);
      expect(refused.text).toContain('sent from another site');
    }
    await agent.post('/sign-out').type('form').send({ _csrf: form._csrf });
    const out = await send(section, form, { Origin: 'https://evil.example' });
    expect([out.status, out.text.includes('Send it again')]).toEqual([401, false]);
    expect(await evidence()).toBeUndefined();
  });

  it('[trust 33] with a token of an earlier session comes back with its words, and is sent again', async () => {
    const form = await filledIn();
    await signIn();
    const stale = await send(section, form);
    expect(stale.status).toBe(403);
    expect(stale.text).toContain('Send it once more');
    expect({ ...keptIn(stale), _csrf: form._csrf }).toEqual(form);
    expect(await evidence()).toBeUndefined();
  });

  it('[trust 28, 37] comes back with its words, inert, and is saved once somebody has signed in again', async () => {
    const form = await filledIn();
    await database.db('sessions').delete();
    const out = await send(section, form);
    expect(out.status).toBe(401);
    expect(out.text).toContain('&lt;b&gt;The board&lt;/b&gt; agreed it');
    expect(out.text).toContain(`<form method="post" action="${section}"`);
    await signIn();
    const stale = await send(section, { ...keptIn(out), _csrf: tokenIn(out) });
    expect([stale.status, keptIn(stale)]).toEqual([403, keptIn(out)]);
    const saved = await send(section, { ...keptIn(stale), _csrf: tokenIn(stale) });
    expect(saved.status).toBe(303);
    expect(await evidence()).toBe(typed);
  });

  it('is given back too where a sign-in of the last minutes is asked for', async () => {
    const earlier = Date.now() - 16 * 60_000;
    await database.db.raw(
      `update sessions set data = (data::jsonb || ?::jsonb)::json where person_id is not null`,
      [JSON.stringify({ signedInAt: earlier, provenAt: earlier })],
    );
    const _csrf = tokenIn(await agent.get('/agencies/kingfisher/people'));
    const colleague = { name: 'Ida Quill', email: 'ida@nhs.example' };
    const late = await send('/agencies/kingfisher/people', { ...colleague, _csrf });
    expect([late.status, keptIn(late)]).toEqual([401, colleague]);
    expect(late.text).toContain('a sign-in of the last 15 minutes');
  });

  it('holds nothing that could be sent again where it was empty', async () => {
    await database.db('sessions').delete();
    const out = await send(section, { _csrf: 'another' });
    expect([out.status, out.text.includes('Send it again')]).toEqual([401, false]);
  });
});

describe('answers that meet a fault of ours before anybody knows who sends them', () => {
  const failing = async (path: string, form: Fields, headers: Fields = {}): Promise<Response> => {
    await database.db.raw('alter table sessions rename to elsewhere');
    try {
      return await send(path, form, headers);
    } finally {
      await database.db.raw('alter table elsewhere rename to sessions');
    }
  };

  it('[trust 53] come back with their words, under the token that they came with', async () => {
    const form = await filledIn();
    const failed = await failing(section, form);
    expect([failed.status, tokenIn(failed)]).toEqual([500, form._csrf]);
    expect(failed.text).toContain('&lt;b&gt;The board&lt;/b&gt; agreed it');
    expect({ ...keptIn(failed), _csrf: form._csrf }).toEqual(form);
    const again = await send(section, { ...keptIn(failed), _csrf: tokenIn(failed) });
    expect(again.status).toBe(303);
  });

  it('[trust 33] are never given back to another site’s form', async () => {
    const failed = await failing(section, await filledIn(), { 'Sec-Fetch-Site': 'cross-site' });
    expect([failed.status, failed.text.includes('Try again')]).toEqual([500, false]);
  });

  it('are the only forms that are: of any other nothing is shown', async () => {
    const failed = await failing('/sign-in/code', { _csrf: 'token', code: '123 456' });
    expect([failed.status, failed.text.includes('123 456')]).toEqual([500, false]);
  });
});
