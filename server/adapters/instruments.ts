/** Reads the instruments that are shipped as files, seeds/instruments/<id>/<version>.json. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../root.ts';
import type { Definition } from '../domain/instrument/definition.ts';

export interface ShippedDefinition {
  readonly id: string;
  readonly version: string;
}

const folder = join(projectRoot, 'seeds/instruments');
const versionFile = /^(\d+\.\d+\.\d+)\.json$/;

/** Every shipped version of every instrument, by id, the oldest version first. */
export function listShippedDefinitions(): readonly ShippedDefinition[] {
  const ids = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ids
    .map((entry) => entry.name)
    .sort()
    .flatMap((id) => versionsOf(id).map((version) => ({ id, version })));
}

/**
 * One shipped definition, the newest version unless one is named; undefined where none is shipped.
 * The files are part of the program and pass both gates in its tests, so they are not checked again.
 */
export function readShippedDefinition(id: string, version?: string): Definition | undefined {
  const shipped = listShippedDefinitions().findLast(
    (one) => one.id === id && (version === undefined || one.version === version),
  );
  if (shipped === undefined) return undefined;
  const file = join(folder, shipped.id, `${shipped.version}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Definition;
}

function versionsOf(id: string): readonly string[] {
  return readdirSync(join(folder, id))
    .flatMap((name) => versionFile.exec(name)?.[1] ?? [])
    .sort(compareVersions);
}

/** By number, part by part: 1.10.0 comes after 1.9.0. */
function compareVersions(one: string, other: string): number {
  const others = other.split('.').map(Number);
  const differences = one.split('.').map((part, at) => Number(part) - (others[at] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
