/** `npm run -s map -- --input file.json`: every Place's support elements in colour, without server or database. */
import { runCommand } from './command.ts';
import { map } from './map.command.ts';

await runCommand(map);
