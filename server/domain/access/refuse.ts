/** What somebody is told who may not write in a response. */
import { AppError, notFound } from '../errors.ts';
import { hasRole, type Scope } from './scope.ts';

/** A coordinator may read it, so that "not found" would say nothing; for everybody else it is not there. */
export function notTheirs(scope: Scope): AppError {
  if (!hasRole(scope, 'coordinator')) return notFound();
  return new AppError(
    'forbidden',
    'This agency answers for itself. You can key in only for agencies that set-up marks as answering on paper.',
  );
}
