import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMaturityGrid, withChange } from '../../test/factories/definitions.ts';

const command = fileURLToPath(new URL('instrument.ts', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'instrument-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', command, ...args], { encoding: 'utf8' });
}

function fileOf(content: string): string {
  const file = join(folder, 'definition.json');
  writeFileSync(file, content);
  return file;
}

describe('the command "instrument"', () => {
  it('counts what is in a definition', () => {
    const { status, stdout, stderr } = run('--check', fileOf(JSON.stringify(aMaturityGrid())));
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      id: 'grid',
      version: '1.0.0',
      sections: 2,
      items: 4,
      criteria: 24,
    });
    expect(status).toBe(0);
  });

  it('tells every fault on a line of its own, and ends with 2', () => {
    const broken = withChange(withChange(aMaturityGrid(), '/title', 7), '/x\n', 1);
    const { status, stdout, stderr } = run('--check', fileOf(JSON.stringify(broken)));
    expect(stderr.split('\n')).toEqual([
      '/x\\u{a}: is not a field here: remove it, or check its spelling',
      '/title: must be text',
      '',
    ]);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('ends with 2 where there is no file, or no JSON in it', () => {
    expect(run()).toMatchObject({
      status: 2,
      stderr: '--check: is missing: add --check and its value\n',
    });
    const file = fileOf('{"id":');
    const { status, stderr } = run('--check', file);
    expect(stderr).toContain(`${file}: is not JSON: `);
    expect(status).toBe(2);
  });
});
