import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { SessionData } from 'express-session';
import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { sessionHandle, sessions, type SessionRows } from './session.ts';

/** Rows of a database that takes its time to save. */
function slowRows(): SessionRows & { readonly saved: SessionData[] } {
  const saved: SessionData[] = [];
  return {
    saved,
    find: () => Promise.resolve(undefined),
    save: async (_hash, data) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      saved.push(data);
    },
    touch: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
}

describe('signing in', () => {
  let server: http.Server | undefined;
  afterEach(() => {
    server?.close();
  });

  it('is saved before the browser is sent on, so that the next page knows the person', async () => {
    const rows = slowRows();
    const app = express();
    app.use(sessions({ rows, secret: 'a secret of the tests', secure: false }));
    app.post('/', async (request, response) => {
      await sessionHandle(request).signIn({
        personId: 'somebody',
        systemId: 'somewhere',
        stage: null,
      });
      response.redirect(303, '/');
    });
    const listening = app.listen(0, '127.0.0.1');
    server = listening;
    await new Promise((resolve) => listening.once('listening', resolve));
    const { port } = listening.address() as AddressInfo;
    const savedAtHead = await new Promise<unknown>((resolve, reject) => {
      const sending = http.request({ port, method: 'POST', agent: false }, (response) => {
        resolve(rows.saved.at(0)?.personId);
        response.resume();
      });
      sending.on('error', reject);
      sending.end();
    });
    expect(savedAtHead).toBe('somebody');
  });
});

describe('a session that goes on', () => {
  it.each([
    ['moved on a moment ago', 19.9, 0],
    ['not moved on for an hour', 19, 1],
  ])('%s (%d of 20 hours left) costs %d writes', async (_, hoursLeft, writes) => {
    let touched = 0;
    const rows: SessionRows = {
      find: () =>
        Promise.resolve({
          data: { cookie: { originalMaxAge: 20 * 60 * 60 * 1000 }, personId: 'somebody' },
          expiresAt: new Date(Date.now() + hoursLeft * 60 * 60 * 1000),
          who: { scope: null, administrator: null },
        }),
      save: () => Promise.resolve(),
      touch: () => {
        touched += 1;
        return Promise.resolve();
      },
      remove: () => Promise.resolve(),
    };
    const secret = 'a secret of the tests';
    const app = express();
    app.use(sessions({ rows, secret, secure: false }));
    app.get('/', (request, response) => {
      response.send(request.session.personId);
    });
    const value = `s:token.${createHmac('sha256', secret).update('token').digest('base64').replace(/=+$/, '')}`;
    const cookie = `session=${encodeURIComponent(value)}`;
    const { text } = await request(app).get('/').set('Cookie', cookie);
    expect([text, touched]).toEqual(['somebody', writes]);
  });
});
