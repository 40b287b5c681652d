/** Makes a picture small enough to keep: few colours, by the first program that this machine has for it. */
import { spawnSync } from 'node:child_process';

const colours = '128';
const imageMagick = [
  ...['png:-', '-strip', '-dither', 'None', '-colors', colours],
  ...['-define', 'png:compression-level=9', '-define', 'png:exclude-chunks=date,time', 'PNG8:-'],
];

const programs: readonly (readonly [string, readonly string[]])[] = [
  ['pngquant', ['--nofs', '--strip', '--speed', '1', colours, '-']],
  ['magick', imageMagick],
  // ImageMagick 6; a program of this name on Windows does something else.
  ...(process.platform === 'win32' ? [] : [['convert', imageMagick] as const]),
];

/** @returns the picture, and which program made it small, in words */
export function smaller(png: Buffer): { readonly png: Buffer; readonly by: string } {
  for (const [program, options] of programs) {
    const { status, stdout } = spawnSync(program, options, { input: png });
    if (status === 0) return { png: stdout, by: `made small by ${program}` };
  }
  return { png, by: 'in full colour: with pngquant or ImageMagick it would weigh a third' };
}
