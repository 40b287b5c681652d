import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultLine, parseOptions, readJson } from './command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(content: string | Uint8Array): string {
  const file = join(folder, 'input.json');
  writeFileSync(file, content);
  return file;
}

describe('options of a command', () => {
  const spec = { required: ['births'], optional: ['adversity'] } as const;

  it.each([
    [['--births', '3300', '--adversity', '-0.05']],
    [['--births=3300', '--adversity=-0.05']],
    [['--adversity', '-.05', '--births', '3300']],
  ])('are read from %j', (args) => {
    const read = parseOptions(args, spec);
    expect(read.ok && Number(read.values.births)).toBe(3300);
    expect(read.ok && Number(read.values.adversity)).toBe(-0.05);
  });

  it.each([
    [[], '--births', 'is missing: add --births and its value'],
    [['--births'], '--births', 'has no value: add one'],
    [['--births='], '--births', 'has no value: add one'],
    [['--births', '--adversity', '1'], '--births', 'has no value: add one'],
    [['--births', '1', '--births=2'], '--births', 'is given more than once: keep one'],
    [['--births', '1', 'x'], 'x', 'belongs to no option: use --births, --adversity'],
    [['--births', '1', '--place=x'], '--place', 'is not an option here: use --births, --adversity'],
    [['--births', '1', '-q'], '-q', 'is not an option here: use --births, --adversity'],
  ])('%j is refused with its reason', (args, path, text) => {
    const read = parseOptions(args, spec);
    expect(read.ok ? [] : read.faults).toContainEqual({ path, text });
  });

  it('that take no value are there or not, wherever they stand', () => {
    const flagged = { ...spec, flags: ['draft'] } as const;
    const [given, left] = [
      ['--draft', '--births', '1'],
      ['--births', '1'],
    ].map((args) => parseOptions(args, flagged));
    expect(given?.ok && given.values).toMatchObject({ draft: true, births: '1' });
    expect(left?.ok && left.values.draft).toBeUndefined();
    const refused = parseOptions(['--births', '1', '--draft=no'], flagged);
    expect(refused.ok ? [] : refused.faults).toEqual([
      { path: '--draft', text: 'takes no value: leave it out' },
    ]);
  });
});

describe('a JSON file', () => {
  it('is read with or without a byte order mark', () => {
    expect(readJson(fileOf('{"a":1}'))).toEqual({ ok: true, value: { a: 1 } });
    expect(readJson(fileOf('\uFEFF[]'))).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['broken text', '{"a":', /^is not JSON: /],
    [
      'other bytes than UTF-8',
      new Uint8Array([0x22, 0xff, 0x22]),
      /^is not UTF-8 text: save it so$/,
    ],
    ['a list in a list, 10,000 deep', '['.repeat(10_000) + ']'.repeat(10_000), /^goes deeper than/],
  ])('with %s is refused and named', (_, content, text) => {
    const file = fileOf(content);
    const read = readJson(file);
    expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual([file]);
    expect(read.ok ? '' : read.faults[0]?.text).toMatch(text);
  });

  it('that is not there, or is a folder, is refused', () => {
    const nowhere = join(folder, 'nowhere.json');
    expect(readJson(nowhere)).toMatchObject({ ok: false, faults: [{ path: nowhere }] });
    expect(readJson(folder)).toMatchObject({ ok: false, faults: [{ path: folder }] });
  });
});

describe('the line of a fault', () => {
  it('is one line whatever the file held', () => {
    expect(faultLine({ path: '/a\nb', text: 'x\u001b[2J\u2028\u202ey' })).toBe(
      '/a\\u{a}b: x\\u{1b}[2J\\u{2028}\\u{202e}y',
    );
  });
  it('names the whole by a slash', () => {
    expect(faultLine({ path: '', text: 'is wrong' })).toBe('/: is wrong');
  });
});
