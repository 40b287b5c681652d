/** Adds up vitest's JSON reports and prints one line; a file that fails without a test counts as one failure. */
import { readFileSync } from 'node:fs';
import process from 'node:process';

let passed = 0;
let failed = 0;
for (const report of process.argv.slice(2)) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  passed += numPassedTests;
  failed += numFailedTests + brokenFiles.length;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
