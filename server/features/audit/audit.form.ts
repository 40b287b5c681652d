/** What the reader of the audit trail asks for, from the page's address. */
import type { AuditFilter, Doer } from './audit.queries.ts';
import { kinds, type Kind } from './audit.words.ts';

/** As the form shows it again; '' where nothing is chosen. */
export interface AuditAsked {
  readonly who: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly before: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const lineId = /^\d{1,18}$/;

function isKind(value: string): value is Kind {
  return Object.hasOwn(kinds, value);
}

/** A day that there is; the database takes no 31 February. */
function isDay(value: string): boolean {
  if (!day.test(value)) return false;
  const noon = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(value);
}

/** What can't be read is left out, as if it had not been asked for. */
export function readAsked(
  query: Readonly<Record<string, string>>,
  doers: readonly Doer[],
): AuditAsked {
  const given = (name: string, isGood: (value: string) => boolean): string => {
    const value = query[name] ?? '';
    return isGood(value) ? value : '';
  };
  return {
    who: given('who', (value) => doers.some(({ personId }) => personId === value)),
    what: given('what', isKind),
    from: given('from', isDay),
    to: given('to', isDay),
    before: given('before', (value) => lineId.test(value)),
  };
}

export function toFilter({ who, what, from, to, before }: AuditAsked): AuditFilter {
  return {
    personId: who || null,
    about: isKind(what) ? kinds[what].parts : null,
    from: from || null,
    to: to || null,
    before: before || null,
  };
}
