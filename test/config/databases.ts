/** Databases of a test server by name: created empty or from a template, and dropped with whoever is connected. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The same server, another database. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Creates a database with a name of its own and gives back the name. */
export async function createDatabase(serverUrl: string, template = 'template0'): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const encoding = template === 'template0' ? "encoding 'UTF8'" : '';
  await run(serverUrl, `create database ${name} template ${template} ${encoding}`);
  return name;
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await run(serverUrl, `drop database if exists ${name} with (force)`);
}

async function run(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
