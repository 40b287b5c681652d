/** `npm run -s report -- --system S --round R [--place P | --board | --pack] [--full] --out file.pdf`: a report as a PDF, without a server. */
import { finish, parseOptions } from './command.ts';
import { report, reportHelp, reportOptions } from './report.command.ts';
import { withDatabase } from './with-database.ts';

const args = process.argv.slice(2);
const parsed = parseOptions(args, reportOptions);
if (args.includes('--help')) process.stdout.write(reportHelp);
else if (!parsed.ok) finish(parsed);
else {
  await withDatabase('report', (db, { baseUrl }) =>
    report({ db, baseUrl, now: new Date() }, parsed.values),
  );
}
