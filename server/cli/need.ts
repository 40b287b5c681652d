/** `npm run -s need -- --births 3300 --adversity 0.05`: how many babies need which support. */
import { runCommand } from './command.ts';
import { need } from './need.command.ts';

await runCommand(need);
