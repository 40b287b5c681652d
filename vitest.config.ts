/** The tests: `unit` needs no browser; both share one PostgreSQL per run, which the root project's set-up starts. */
import { defineConfig } from 'vitest/config';

const shared = {
  testTimeout: 20_000,
  hookTimeout: 60_000,
  env: { NODE_ENV: 'test', TZ: 'Europe/London' },
};

export default defineConfig({
  test: {
    // One fewer than the cores, as it is by default, leaves two cores half idle.
    maxWorkers: '100%',
    globalSetup: ['test/config/global-setup.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          // A worker reads each module once: 200 files in half the time. A file that changes what it shares shows.
          isolate: false,
          include: ['server/**/*.test.ts', 'test/{architecture,config}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
