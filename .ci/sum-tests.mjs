/**
 * Adds up vitest's JSON reports: names each failure with its first words, then prints one line.
 * A file that fails without a test counts as one failure.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const firstWords = (message = '') => message.split('\n').slice(0, 4).join('\n    ');

let passed = 0;
let failed = 0;
const tell = (report, file, test, message) => {
  failed += 1;
  process.stdout.write(
    `!! ${path.basename(report, '.json')}: ${path.relative('.', file)}: ${test}\n    ${firstWords(message)}\n`,
  );
};

for (const report of process.argv.slice(2)) {
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  for (const { name, status, message, assertionResults } of testResults) {
    const faults = assertionResults.filter((test) => test.status === 'failed');
    for (const { fullName, failureMessages } of faults)
      tell(report, name, fullName, failureMessages[0]);
    if (status === 'failed' && faults.length === 0) tell(report, name, 'the file', message);
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
