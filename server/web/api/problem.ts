/** Refusals of the interface for programs, as problem details (RFC 9457). */
import { AppError } from '../../domain/errors.ts';

/** What is wrong with one parameter. */
export interface ParameterFault {
  /** "query.limit" */
  readonly path: string;
  readonly detail: string;
}

/** A request whose parameters can't be followed: every fault at once. */
export class ParameterError extends AppError {
  readonly faults: readonly ParameterFault[];

  constructor(faults: readonly ParameterFault[]) {
    super('form-rejected', faults.map(({ path, detail }) => `${path}: ${detail}`).join(' '));
    this.name = 'ParameterError';
    this.faults = faults;
  }
}

export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly ParameterFault[];
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export function problemOf(status: number, detail: string, error?: unknown): Problem {
  return {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail,
    ...(error instanceof ParameterError ? { errors: error.faults } : {}),
  };
}
