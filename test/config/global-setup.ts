/** Before all tests: one server, and one migrated database in it that every test file clones. */
import type { TestProject } from 'vitest/node';
import { migrate } from '../../server/db/migrate.ts';
import { createDatabase, dropDatabase, urlOf } from './databases.ts';
import { startTestServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** where databases are created */
    testServerUrl: string;
    /** name of the migrated, empty database */
    testTemplate: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const template = await createDatabase(server.url);
  await migrate(urlOf(server.url, template));
  project.provide('testServerUrl', server.url);
  project.provide('testTemplate', template);
  return async () => {
    await dropDatabase(server.url, template);
    await server.stop();
  };
}
