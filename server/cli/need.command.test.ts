/** The `need` command: its options, its defaults, and every fault at once. */
import { describe, expect, it } from 'vitest';
import { need } from './need.command.ts';

describe('the need command', () => {
  it('answers in ranges, unrounded', () => {
    expect(need(['--births', '3300', '--adversity', '0.05', '--uptake', '0.25'])).toMatchObject({
      output: { births: 3300, adversity: 0.05, uptake: 0.25, wteBenchmark: 7.33 },
    });
  });

  it('takes the national average and an uptake of a third unless told otherwise', () => {
    expect(need(['--births=1000'])).toMatchObject({
      output: { adversity: 0, uptake: 1 / 3, attachment: { secure: [550, 600] } },
    });
  });

  it('takes a negative adversity as a separate word', () => {
    expect(need(['--births', '1000', '--adversity', '-0.05'])).toMatchObject({
      output: { adversity: -0.05, attachment: { disorganised: [142.5, 142.5] } },
    });
  });

  it('takes the bounds themselves', () => {
    expect(need(['--births', '0', '--adversity', '-0.5', '--uptake', '1'])).toHaveProperty(
      'output',
    );
    expect(need(['--births', '1', '--adversity', '1'])).toHaveProperty('output');
  });

  it.each([
    ['--births', '1.5'],
    ['--births', '-1'],
    ['--births', 'many'],
    ['--births', '1e3'],
    ['--births', '9007199254740993'],
    ['--adversity', '-0.51'],
    ['--adversity', '5%'],
    ['--uptake', '0'],
    ['--uptake', '1.01'],
  ])('refuses %s %s', (name, value) => {
    const others = name === '--births' ? [] : ['--births', '1'];
    const result = need([...others, name, value]);
    expect('faults' in result && result.faults.map(({ path }) => path)).toEqual([name]);
  });

  it('names every fault at once', () => {
    const result = need(['--births', 'x', '--adversity', '2', '--uptake', '-1']);
    expect('faults' in result && result.faults.map(({ path }) => path)).toEqual([
      '--births',
      '--adversity',
      '--uptake',
    ]);
  });
});
