/** Where things stand on a form's page, in points. */
import { PAGE } from '../../../adapters/pdf/tokens.ts';

/** the whole width of the text */
export const COLUMN = { x: PAGE.left, width: PAGE.measure } as const;

const INDENT = 16;
/** answers stand clear of the numbers of their questions */
export const ANSWER = { x: PAGE.left + INDENT, width: PAGE.measure - INDENT } as const;
