/** The kinds of error that a person meets: each has a status, a code and a sentence that says what to do. */

export type ErrorCode =
  | 'form-rejected'
  | 'not-signed-in'
  | 'not-recent'
  | 'forbidden'
  | 'stale-form'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable'
  | 'bad-request';

const statuses: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-recent': 401,
  forbidden: 403,
  'stale-form': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'form-rejected': 422,
  'too-many': 429,
  unavailable: 503,
};

/** An expected refusal; anything else that is thrown is a fault of ours (500). */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.status = statuses[code];
  }
}

/** The same answer for what does not exist and for what belongs to somebody else. */
export function notFound(): AppError {
  return new AppError(
    'not-found',
    'Check the address. If somebody sent you the link, it may be meant for another role than yours.',
  );
}
