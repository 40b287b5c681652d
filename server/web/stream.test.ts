/** A download that is made while it is sent: whole, cut off, refused, broken off. */
import { createServer, get as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express, { type ErrorRequestHandler } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stream } from './reply.ts';
import { sendStream } from './stream.ts';

/** more than one buffer of a socket, so that whoever does not read stops the making */
const piece = Buffer.alloc(256 * 1024, 'a');
let made = 0;
let ended = 0;

async function* pieces(count: number, failAt = -1): AsyncGenerator<Buffer> {
  try {
    for (let index = 0; index < count; index++) {
      if (index === failAt) throw new Error('the database went away');
      made += 1;
      yield await Promise.resolve(piece);
    }
  } finally {
    ended += 1;
  }
}

let server: Server;
let address = '';
const told: string[] = [];
beforeAll(async () => {
  const app = express();
  app.use(compression());
  app.get('/:count/:failAt/:type', async ({ params }, response) => {
    const type = params.type === 'csv' ? 'text/csv' : 'application/octet-stream';
    const reply = stream(pieces(Number(params.count), Number(params.failAt)), type, 'data');
    if (reply.kind === 'stream') await sendStream(response, reply, (work) => work());
  });
  const cut: ErrorRequestHandler = (error: Error, _request, response, next) => {
    told.push(error.message);
    if (response.headersSent) next();
    else response.status(500).end();
  };
  app.use(cut);
  server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each(['csv', 'bin'])('comes whole as %s, packed or not', async (type) => {
  const response = await fetch(`${address}/5/-1/${type}`);
  const body = await response.arrayBuffer();
  expect([response.status, body.byteLength]).toEqual([200, 5 * piece.length]);
  expect(response.headers.get('content-disposition')).toContain('attachment; filename="data"');
});

it.each(['csv', 'bin'])('is cut off where the making fails, as %s too', async (type) => {
  const response = await fetch(`${address}/9/8/${type}`);
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect(told.splice(0)).toEqual(['the database went away']);
});

it('is told as an error where nothing was sent yet', async () => {
  const response = await fetch(`${address}/9/0/csv`);
  expect(response.status).toBe(500);
  expect(told.splice(0)).toEqual(['the database went away']);
});

it('is made no faster than it is taken, and no further once nobody takes it', async () => {
  [made, ended] = [0, 0];
  const answer = await new Promise<IncomingMessage>((resolve) => {
    ask(`${address}/4000/-1/bin`, resolve);
  });
  await expect.poll(() => made, { timeout: 20_000 }).toBeGreaterThan(3);
  expect(made).toBeLessThan(200);
  answer.destroy();
  await expect.poll(() => ended, { timeout: 20_000 }).toBe(1);
  expect(made).toBeLessThan(200);
  expect(told).toEqual([]);
});

it('makes nothing where the headers alone are asked for', async () => {
  made = 0;
  const response = await fetch(`${address}/5/-1/csv`, { method: 'HEAD' });
  expect([response.status, made]).toEqual([200, 0]);
  expect(response.headers.get('content-type')).toContain('text/csv');
});
