/** The `report` command as a process of its own: a whole file, or every fault and no file. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../test/config/database.ts';
import { readPdf } from '../../test/factories/pdf-reader.ts';
import { aPublishedCase } from '../../test/factories/published-case.ts';
import { headings, rowsOf } from '../../test/factories/report-papers.ts';
import { addRound } from '../../test/factories/results.ts';
import { shippedDefinitions } from '../../test/factories/system.ts';
import { report } from './report.command.ts';

const database = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'report-command-'));
const out = path.join(folder, 'report.pdf');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string[];
}

function runReport(...args: string[]): Promise<Ended> {
  const env = { DATABASE_URL: database.url, SESSION_SECRET: 'a secret of the tests, long enough' };
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', 'server/cli/report.ts', ...args];
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, output: stdout, errors: stderr.split('\n').filter(Boolean) });
    });
  });
}

const lsc = ['--system', 'lancashire-and-south-cumbria'];
const named = [...lsc, '--round', 'spring-2026'];

// every command is a process that starts from its sources
describe('the report command', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    const { system } = await aPublishedCase(database.db, 'in-review');
    const definitions = shippedDefinitions().filter(({ kind }) => kind === 'service-map');
    const next = { slug: 'drawn-up', status: 'draft' as const, position: 3, definitions };
    await addRound(database.db, system.ids, next);
  });

  it('writes a system’s report, draft or not, and says where', async () => {
    const { code, output, errors } = await runReport(...named, '--out', out);
    expect(errors).toEqual([]);
    expect(code).toBe(0);
    const bytes = readFileSync(out);
    expect(JSON.parse(output)).toEqual({ file: out, bytes: bytes.length });
    const paper = await readPdf(bytes);
    expect(headings(paper, 'H1')).toEqual(['How the four Places compare']);
    expect(rowsOf(paper, ' E4')[0]?.map((cell) => cell.split(' ')[0])).toEqual([
      'Amber',
      'Red',
      'Red',
      'Red',
    ]);
  });

  it('writes a Place’s report with the names that a coordinator sees, over an older file', async () => {
    writeFileSync(out, 'an older file');
    const { code } = await runReport(...named, '--place', 'blackpool', '--full', '--out', out);
    expect(code).toBe(0);
    const paper = await readPdf(readFileSync(out));
    expect(headings(paper, 'H1')).toEqual(['Blackpool']);
    expect(rowsOf(paper, 'Family hubs')).toContainEqual(['Other', 'Submitted 20 March 2026']);
    expect(readdirSync(folder)).toEqual(['report.pdf']);
  });

  it('writes the Board paper, and the pack of all', async () => {
    const board = await runReport(...named, '--board', '--out', out);
    expect([board.code, board.errors]).toEqual([0, []]);
    const paper = await readPdf(readFileSync(out));
    expect(paper.title).toContain('Board paper');
    expect(headings(paper, 'H2')).toContain('Key points');
    const pack = await runReport(...named, '--pack', '--out', out);
    expect([pack.code, pack.errors]).toEqual([0, []]);
    const { title, outline } = await readPdf(readFileSync(out));
    expect(title).toContain('complete pack');
    expect(outline.filter(({ depth }) => depth === 2).map((item) => item.title)).toContain(
      'South Cumbria',
    );
  });

  it('names every fault, exits with 2 and writes nothing', async () => {
    const before = readdirSync(folder);
    const missing = await runReport('--draft');
    expect(missing.code).toBe(2);
    expect(missing.output).toBe('');
    expect(missing.errors.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '--draft: is',
      '--system: is',
      '--round: is',
      '--out: is',
    ]);
    const file = path.join(folder, 'no', 'x.pdf');
    const unknown = await runReport(...lsc, '--round', 'drawn-up', '--place', 'x', '--out', file);
    expect(unknown.code).toBe(2);
    expect(unknown.errors).toEqual([
      '--round: is not known here: use one of spring-2026',
      '--place: is not known here: use one of blackpool, blackburn-with-darwen, lancashire, south-cumbria',
      `--out: lies in a folder that is not there: create ${path.dirname(file)}`,
    ]);
    const twice = await runReport(...named, '--place', 'blackpool', '--pack', '--out', out);
    expect([twice.code, twice.errors]).toEqual([
      2,
      [
        '--pack: names another paper than --place: keep one, and start the command again for the other',
      ],
    ]);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('knows a system by its slug, and tells a folder from a file', async () => {
    const deps = { db: database.db, baseUrl: 'http://127.0.0.1:3000', now: new Date() };
    expect(await report(deps, { system: 'lsc', round: 'spring-2026', out: folder })).toEqual({
      faults: [
        { path: '--system', text: 'is not known here: use one of lancashire-and-south-cumbria' },
        { path: '--out', text: 'is a folder: name the file in it' },
      ],
    });
  });

  it('explains itself', async () => {
    const { code, output } = await runReport('--help');
    expect(code).toBe(0);
    expect(output).toContain('DATA_DIR=data/demo npm run -s report');
  });
});
