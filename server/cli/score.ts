/** `npm run -s score -- --input file.json`: scores answers to a maturity grid, without server or database. */
import { runCommand } from './command.ts';
import { score } from './score.command.ts';

await runCommand(score);
