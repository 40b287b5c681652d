/** What is signed off stays as it is: the refusal that names the Places. */
import { AppError } from '../errors.ts';
import { named } from './step-words.ts';

/** @throws conflict where a Place that the change would reach is signed off; @param places their names */
export function refuseSignedOff(places: readonly string[]): void {
  if (places.length === 0) return;
  throw new AppError(
    'conflict',
    `${named(places)} ${places.length === 1 ? 'is' : 'are'} signed off, so no response about ${places.length === 1 ? 'it' : 'them'} changes. The chair can reopen ${places.length === 1 ? 'it' : 'them'} with a reason.`,
  );
}
