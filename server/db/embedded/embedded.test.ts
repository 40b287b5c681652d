/** The built-in database: private, shared by those who come second, adopted from the dead. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRowWriter, type RowWriter } from '../../../test/config/row-writer.ts';
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './embedded.ts';

describe('the built-in database', () => {
  let dataDir = '';
  const servers: EmbeddedServer[] = [];
  const writers: RowWriter[] = [];

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'embedded-'));
    chmodSync(dataDir, 0o755);
  });
  afterEach(async () => {
    for (const writer of writers.splice(0)) await writer.kill();
    for (const server of servers.splice(0)) await server.stop();
    // A killed server's last process may still be writing.
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
    const server = await startEmbedded({ dataDir, fast: true, ...options });
    servers.push(server);
    return server;
  }
  async function write(count = 0): Promise<RowWriter> {
    const writer = await startRowWriter(dataDir, count, 'fast');
    writers.push(writer);
    return writer;
  }
  async function ask(url: string, sql: string): Promise<unknown> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      const { rows } = await client.query<{ value: unknown }>(sql);
      return rows[0]?.value;
    } finally {
      await client.end();
    }
  }
  const inFolder = (name: string): string => path.join(dataDir, 'postgres', name);

  it('is for this machine, this account and this password only', async () => {
    const { url } = await start();
    expect(await ask(url, `select current_setting('listen_addresses') as value`)).toBe('127.0.0.1');
    expect(statSync(inFolder('.')).mode & 0o077).toBe(0);
    expect(statSync(inFolder('password')).mode & 0o077).toBe(0);
    await expect(ask(url.replace(/:[0-9a-f]+@/, ':guess@'), 'select 1')).rejects.toThrow(
      'password',
    );
  });

  it('keeps its rows and its password from one start to the next', async () => {
    const first = await start();
    await ask(first.url, 'create table t as select 7 as n');
    await first.stop();
    await expect(ask(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select n as value from t')).toBe(7);
  });

  it('is shared with a second process, which is told that it is a guest and does not stop it', async () => {
    const said: string[] = [];
    const host = await write();
    const guest = await start({ say: (line) => said.push(line) });
    expect(guest.url).toBe(host.url);
    expect(said).toEqual([expect.stringMatching(/^Process \d+ already runs the database in /)]);
    await guest.stop();
    expect(await ask(host.url, 'select 1 as value')).toBe(1);
  });

  it('is adopted when its process was killed, and then stopped by the one who adopted it', async () => {
    const killed = await write(3);
    const rows = await killed.rows(3);
    await killed.kill();
    const said: string[] = [];
    const heir = await start({ say: (line) => said.push(line) });
    expect(heir).toMatchObject({ adopted: true, url: killed.url });
    expect(said).toEqual([]);
    expect(await ask(heir.url, 'select array_agg(id order by id) as value from rows')).toEqual(
      rows,
    );
    await heir.stop();
    await expect(ask(heir.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('[trust 44] starts once when three processes start it at once', async () => {
    const all = await Promise.all([write(), write(), write()]);
    expect(new Set(all.map((writer) => writer.url)).size).toBe(1);
    expect(all.filter((writer) => !writer.adopted)).toHaveLength(1);
    expect(all.filter((writer) => writer.notices.length > 0)).toHaveLength(2);
  });

  it('is made anew when its making was cut short', async () => {
    mkdirSync(inFolder('cluster.draft/base'), { recursive: true });
    writeFileSync(inFolder('cluster.draft/PG_VERSION'), '18\n');
    mkdirSync(inFolder('cluster'));
    writeFileSync(inFolder('password'), 'an earlier one');
    const { url } = await start();
    expect(await ask(url, 'select 1 as value')).toBe(1);
    expect(existsSync(inFolder('cluster.draft'))).toBe(false);
  });

  it('starts beside a pid file that names a stranger, as after a restart of a container', async () => {
    const first = await start();
    const pidFile = inFolder('cluster/postmaster.pid');
    const left = readFileSync(pidFile, 'utf8');
    await first.stop();
    writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select 1 as value')).toBe(1);
  });

  it('makes the database that it is asked for', async () => {
    const { url } = await start({ database: 'other one' });
    expect(await ask(url, 'select current_database() as value')).toBe('other one');
  });

  it('says what PostgreSQL said when it does not start', async () => {
    await (await start()).stop();
    writeFileSync(inFolder('cluster/postgresql.conf'), 'no_such_setting = 1\n');
    await expect(start()).rejects.toThrow(/stopped while starting.*no_such_setting/s);
  });

  it.runIf(process.getuid?.() === 0)(
    'lies elsewhere, and says where, when its account cannot enter the folder',
    async () => {
      chmodSync(dataDir, 0o700);
      const said: string[] = [];
      const server = await start({ say: (line) => said.push(line) });
      const [, elsewhere = ''] =
        /^The database lies in (\/var\/tmp\/[\w-]+)\.$/.exec(said[0] ?? '') ?? [];
      expect(await ask(server.url, `select current_setting('data_directory') as value`)).toBe(
        `${elsewhere}/cluster`,
      );
      await server.stop();
      rmSync(elsewhere, { recursive: true });
    },
  );
});
