/** Prints what is wrong with the templates; part of `npm run check`. */
import path from 'node:path';
import { checkViews } from './views.ts';

const faults = checkViews(path.resolve(import.meta.dirname, '../..'));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
