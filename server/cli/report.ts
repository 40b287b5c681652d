/** `npm run -s report -- --system S --round R [--place P] --out file.pdf`: a report as a PDF, without a server. */
import { environment, readConfig } from '../config.ts';
import { connect } from '../database.ts';
import { finish, parseOptions } from './command.ts';
import { report, reportHelp, reportOptions, type ReportOptions } from './report.command.ts';

const args = process.argv.slice(2);
const parsed = parseOptions(args, reportOptions);
if (args.includes('--help')) process.stdout.write(reportHelp);
else if (parsed.ok) await run(parsed.values);
else finish(parsed);

async function run(options: ReportOptions): Promise<void> {
  try {
    const config = readConfig(environment());
    // Standard error is for faults: where the database lies matters to those who start a server.
    const { db, close } = await connect(config, 'report', () => undefined);
    try {
      finish(await report({ db, baseUrl: config.baseUrl, now: new Date() }, options));
    } finally {
      await close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
