/** Files that a command writes: whole or not at all, under their name only once every byte is there. */
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../domain/shape/fault.ts';

/** What is wrong with a file's name before anything is worked out for it. */
export function folderFaults(option: string, file: string): Fault[] {
  if (isFolder(file)) return [{ path: option, text: 'is a folder: name the file in it' }];
  const folder = path.dirname(path.resolve(file));
  return isFolder(folder)
    ? []
    : [{ path: option, text: `lies in a folder that is not there: create ${folder}` }];
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Writes beside the file and renames: whoever opens it finds the old one or the new one. */
export function writeWhole(option: string, file: string, body: Buffer): Fault[] {
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, body);
    renameSync(part, file);
    return [];
  } catch (error) {
    rmSync(part, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    return [{ path: option, text: `cannot be written: ${why}` }];
  }
}
