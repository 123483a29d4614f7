import { randomUUID } from 'node:crypto';
import { readBody } from './body.js';
import { ApiError, invalid } from './errors.js';
import { header, type ProxyEvent, type ProxyResult } from './event.js';

/** One request on its way through a function. */
export interface Call {
  event: ProxyEvent;
  /** `req_…`, the same on every part of the answer. */
  requestId: string;
  correlationId: string;
  /** Headers the answer gets, whatever becomes of the call. */
  headers: Record<string, string>;
  /** The body, read once. Throws a 400 `ApiError`. */
  body(): unknown;
  /** The answer that this route gives for a refusal. */
  refusal(error: ApiError): Answer;
}

/** An operation's answer. A string is sent as it is. */
export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export type Operation = (call: Call) => Promise<Answer>;
/** Makes the answer for a refusal; routes with an error shape of their own bring one. */
export type Refusal = (error: ApiError, call: Call) => Answer;

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'X-Request-Id,X-Correlation-ID,X-RateLimit-Limit,X-RateLimit-Remaining,Retry-After',
};

/** A Lambda handler for these operations, named `VERB /path/template`. */
export function serve(operations: Record<string, Operation>, refuse: Refusal = contractRefusal) {
  return async (event: ProxyEvent): Promise<ProxyResult> => {
    const call = open(event, refuse);
    try {
      const correlationId = header(event, 'x-correlation-id');
      if (correlationId !== undefined) call.correlationId = checkedCorrelationId(correlationId);
      const operation = operations[`${event.httpMethod} ${event.resource}`];
      if (!operation) throw new ApiError('NOT_FOUND', 'There is no such route.');
      return close(call, await operation(call));
    } catch (error) {
      return close(call, call.refusal(asApiError(error, call)));
    }
  };
}

function open(event: ProxyEvent, refuse: Refusal): Call {
  let body: { value: unknown } | undefined;
  const call: Call = {
    event,
    requestId: `req_${event.requestContext.requestId}`,
    correlationId: randomUUID(),
    headers: {},
    body: () => {
      body ??= { value: readBody(event) };
      return body.value;
    },
    refusal: (error) => {
      const answer = refuse(error, call);
      return { ...answer, headers: { ...error.headers, ...answer.headers } };
    },
  };
  return call;
}

/** Ids of the caller's: visible ASCII, since they come back in a header. */
function checkedCorrelationId(text: string): string {
  if (/^[\x21-\x7e]{1,128}$/.test(text)) return text;
  throw invalid([{ field: 'X-Correlation-ID', reason: 'INVALID_FORMAT' }]);
}

function close(call: Call, { status, body, headers }: Answer): ProxyResult {
  return {
    statusCode: status,
    headers: {
      'Content-Type': 'application/json',
      'X-Request-Id': call.requestId,
      'X-Correlation-ID': call.correlationId,
      ...CORS,
      ...call.headers,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

function contractRefusal(error: ApiError, { requestId }: Call): Answer {
  const { code, message, details } = error;
  const shape = { code, message, ...(details.length > 0 && { details }), requestId };
  return { status: error.status, body: { error: shape } };
}

/** Names of driver errors that say the database could not be reached: worth another try, unlike a bug. */
const UNREACHABLE = /^Mongo(Network|ServerSelection|NotConnected|Topology|PoolCleared|WaitQueueTimeout)/;

function asApiError(error: unknown, { requestId }: Call): ApiError {
  if (error instanceof ApiError) return error;
  const { name = 'Error', message = String(error), stack } = error as Partial<Error>;
  console.error(JSON.stringify({ level: 'error', requestId, name, message, stack }));
  return UNREACHABLE.test(name)
    ? new ApiError('UNAVAILABLE', 'The service cannot answer now. Try again.', [], { 'Retry-After': '1' })
    : new ApiError('INTERNAL', 'The call failed. Try again.');
}
