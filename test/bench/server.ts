/** A server of its own process: ours, or the bare minimum with the same payload. Tells its parent the port, and when asked its processor time. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import ejs from 'ejs';
import express from 'express';
import pg from 'pg';
import { openDatabase } from '../../server/db/open.ts';
import { anApp } from '../factories/visitor.ts';

interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** Express alone: one insert; one select and a template of as many bytes; a page's own statements. */
function bare(url: string): RequestListener {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const app = express();
  const rows = ejs.compile(
    '<ul><% for (const row of view.rows) { %><li><b><%= view.name %></b> <%= row %></li><% } %></ul>',
    { strict: true, _with: false, localsName: 'view' },
  );
  app.post('/save', express.text({ type: '*/*', limit: '2mb' }), async (request, response) => {
    await pool.query('insert into bench_answers (body) values ($1)', [request.body]);
    response.redirect(303, '/');
  });
  app.get('/page/:bytes', async (request, response) => {
    const found = await pool.query<{ name: string }>('select name from systems limit 1');
    const text = 'x'.repeat(80);
    const name = found.rows[0]?.name ?? '';
    const line = text.length + name.length + 17;
    const count = Math.round(Number(request.params.bytes) / line);
    response.type('html').send(rows({ name, rows: Array.from({ length: count }, () => text) }));
  });
  app.post('/sql', express.json({ limit: '2mb' }), async (request, response) => {
    const statements = request.body as readonly Statement[];
    await Promise.all(statements.map(({ sql, bindings }) => pool.query(sql, [...bindings])));
    response.redirect(303, '/');
  });
  return app as RequestListener;
}

const [, , which, url = ''] = process.argv;
const listener =
  which === 'bare'
    ? bare(url)
    : (anApp(openDatabase({ url, applicationName: 'bench' }), {
        now: () => new Date(),
      }) as RequestListener);
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on('SIGTERM', () => process.exit(0));
