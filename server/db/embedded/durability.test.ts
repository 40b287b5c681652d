/** What was committed is there after kill -9, every time; with fsync on, as people run it. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRowWriter } from '../../../test/config/row-writer.ts';
import { startEmbedded, type EmbeddedServer } from './embedded.ts';

describe('a committed row', () => {
  let dataDir = '';
  let running: EmbeddedServer | undefined;
  const acknowledged: number[] = [];

  beforeAll(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'durability-'));
    chmodSync(dataDir, 0o755);
  });
  afterAll(async () => {
    await running?.stop();
    // A killed server's last process may still be writing.
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  const postmaster = (): number =>
    Number(
      readFileSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
    );

  async function rowsAt(url: string): Promise<number[]> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      const { rows } = await client.query<{ id: number }>('select id from rows order by id');
      return rows.map((row) => row.id);
    } finally {
      await client.end();
    }
  }

  it.each([1, 40, 200, 7, 95])(
    '[trust 46, 47] is there once after the application and PostgreSQL are killed at row %i',
    async (moment) => {
      const writer = await startRowWriter(dataDir, 100_000, 'durable');
      const told = await writer.rows(moment);
      const database = postmaster();
      process.kill(database, 'SIGKILL');
      await writer.kill();
      acknowledged.push(...told);
      running = await startEmbedded({ dataDir });
      expect(running.adopted).toBe(false);
      const rows = await rowsAt(running.url);
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows).toEqual(expect.arrayContaining(acknowledged));
      await running.stop();
    },
  );

  it('[trust 47] is there when PostgreSQL alone is killed, and the database comes back at its address', async () => {
    const said: string[] = [];
    running = await startEmbedded({ dataDir, say: (line) => said.push(line) });
    const { url } = running;
    const before = await rowsAt(url);
    process.kill(postmaster(), 'SIGKILL');
    await expect
      .poll(() => rowsAt(url).catch((error: unknown) => error), { timeout: 15_000 })
      .toEqual(before);
    expect(said).toEqual(['The database had stopped, and was started again.']);
  });
});
