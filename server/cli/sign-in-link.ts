/** `npm run -s sign-in-link -- --email name@example.org`: a link that signs somebody in, without mail. */
import { finish, parseOptions } from './command.ts';
import { signInLink, signInLinkHelp, signInLinkOptions } from './sign-in-link.command.ts';
import { withDatabase } from './with-database.ts';

const args = process.argv.slice(2);
const parsed = parseOptions(args, signInLinkOptions);
if (args.includes('--help')) process.stdout.write(signInLinkHelp);
else if (!parsed.ok) finish(parsed);
else {
  await withDatabase('sign-in-link', (db, { baseUrl }) =>
    signInLink({ db, baseUrl, now: new Date() }, parsed.values),
  );
}
