/** What the rest of the emulator sees of the Lambda service. */
export interface LambdaInvoker {
  /**
   * Runs a function synchronously (`RequestResponse`). Rejects with a `LambdaServiceError` when Lambda itself refuses;
   * a failing handler is an outcome, not a rejection.
   */
  invoke(invocation: LambdaInvocation): Promise<LambdaOutcome>;
  /** True for a function that a debugger may hold: whoever waits for it waits as long as that takes. */
  isInspected?(functionName: string): boolean;
  /** True when a resource policy lets a service invoke the function, or the version or alias that the ARN names. */
  permits?(functionArn: string, by: InvokingService): boolean;
}

/** A service that wants to invoke a function. */
export interface InvokingService {
  /** E.g. `events.amazonaws.com`. */
  service: string;
  /** ARN of what calls. */
  sourceArn: string;
}

export interface LambdaInvocation {
  /** Name, partial ARN or ARN, with or without a qualifier. */
  functionName: string;
  /** JSON text. */
  payload: string;
  /** Id of the request this belongs to (the gateway's requestId): logs and spans are filed under it. */
  storyId?: string;
  /** X-Ray header, `Root=…;Parent=…;Sampled=…`. */
  traceHeader?: string;
  /** The service that calls by a resource policy; such a call is refused unless that lets it. */
  by?: InvokingService;
}

export interface LambdaOutcome {
  /** JSON text of the result, or of the error when `functionError` is set. */
  payload: string;
  functionError?: 'Unhandled';
  /** Lambda's own id of this invocation. */
  requestId: string;
  executedVersion: string;
  durationMs: number;
  /** Present on a cold start. */
  initDurationMs?: number;
}

/** Lambda's refusal of an invoke, in the words of its API. */
export class LambdaServiceError extends Error {
  override readonly name = 'LambdaServiceError';
  /** `ResourceNotFoundException`, `TooManyRequestsException`, … */
  readonly code: string;
  readonly statusCode: number;
  /** `ReservedFunctionConcurrentInvocationLimitExceeded`, … */
  readonly reason?: string;

  constructor(code: string, statusCode: number, message: string, reason?: string) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
    if (reason !== undefined) this.reason = reason;
  }
}
