/** One faulty field: its path (`segments[1].departureTime`) and why. */
export interface Detail {
  field: string;
  reason: string;
}

const STATUS = {
  INVALID_ARGUMENT: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNPROCESSABLE_ENTITY: 422,
  RATE_LIMIT_EXCEEDED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

/** The contract's error codes. */
export type ErrorCode = keyof typeof STATUS;

/** A refusal in the contract's terms. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly details: Detail[];
  /** Headers that go with it. */
  readonly headers: Record<string, string>;

  constructor(
    code: ErrorCode,
    message: string,
    details: Detail[] = [],
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.code = code;
    this.details = details;
    this.headers = headers;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** 400 with the faulty fields. */
export function invalid(details: Detail[], message = 'The request is not valid.'): ApiError {
  return new ApiError('INVALID_ARGUMENT', message, details);
}
