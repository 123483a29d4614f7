import type { AwsApiResponse } from '../../kernel/aws.js';
import type { LogLine } from '../../kernel/events.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import type { FullInvocation } from '../invoker.js';
import type { Target } from '../registry.js';
import { type ApiCall, scopeOfCall } from './request.js';

/** Bytes of an event that is not waited for. */
const LARGEST_ASYNC_REQUEST = 1_048_576;
/** Bytes of log in `X-Amz-Log-Result`. */
const TAIL = 4096;

/** `Invoke`. */
export async function invoke(call: ApiCall): Promise<AwsApiResponse> {
  const { headers, query, requestId } = call.request;
  const type = headers['x-amz-invocation-type'] ?? 'RequestResponse';
  const qualifier = query.get('Qualifier');
  const target = call.service.functions.registry.resolve(
    call.path.name ?? '',
    qualifier ?? undefined,
    scopeOfCall(call),
  );
  const invocation: FullInvocation = {
    functionName: target.invokedArn,
    payload: payloadOf(call),
    storyId: requestId,
    ...traceOf(headers),
    ...clientContextOf(headers),
  };
  if (type === 'DryRun') return { status: 204, headers: {}, body: '' };
  if (type === 'Event') return later(call, target, invocation);
  if (type !== 'RequestResponse') throw badType(type);
  return now(call, invocation);
}

async function now(call: ApiCall, invocation: FullInvocation): Promise<AwsApiResponse> {
  const wantsTail = call.request.headers['x-amz-log-type'] === 'Tail';
  const { events } = call.service.options;
  const lines: string[] = [];
  const listen = (line: LogLine) => line.requestId === invocation.storyId && lines.push(`${line.text}\n`);
  if (wantsTail) events.on('log', listen);
  try {
    const outcome = await call.service.invoke(invocation);
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-amzn-requestid': outcome.requestId,
      'x-amz-executed-version': outcome.executedVersion,
    };
    if (outcome.functionError) headers['x-amz-function-error'] = outcome.functionError;
    if (wantsTail)
      headers['x-amz-log-result'] = Buffer.from(lines.join('')).subarray(-TAIL).toString('base64');
    return { status: 200, headers, body: outcome.payload };
  } finally {
    events.off('log', listen);
  }
}

/** Runs the event unwatched; the outcome is in the log. Destinations are not emulated. */
function later(call: ApiCall, { entry, qualifier = '$LATEST' }: Target, invocation: FullInvocation) {
  if (Buffer.byteLength(invocation.payload) > LARGEST_ASYNC_REQUEST) throw tooLarge(LARGEST_ASYNC_REQUEST);
  call.service.asyncEvents.take(entry, qualifier, invocation);
  return { status: 202, headers: {}, body: '' };
}

function payloadOf({ request }: ApiCall): string {
  if (request.body.length === 0) return '{}';
  const text = request.body.toString('utf8');
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LambdaServiceError(
      'InvalidRequestContentException',
      400,
      `Could not parse request body into json: ${why}`,
    );
  }
}

function traceOf(headers: Readonly<Record<string, string>>) {
  const traceHeader = headers['x-amzn-trace-id'];
  return traceHeader ? { traceHeader } : {};
}

function clientContextOf(headers: Readonly<Record<string, string>>) {
  const encoded = headers['x-amz-client-context'];
  if (!encoded) return {};
  const clientContext = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    JSON.parse(clientContext);
    return { clientContext };
  } catch {
    throw new LambdaServiceError(
      'InvalidRequestContentException',
      400,
      'Client context must be a valid Base64-encoded JSON object.',
    );
  }
}

function tooLarge(limit: number): LambdaServiceError {
  const message = `Request must be smaller than ${limit} bytes for the InvokeFunction operation`;
  return new LambdaServiceError('RequestTooLargeException', 413, message);
}

function badType(type: string): LambdaServiceError {
  return new LambdaServiceError(
    'InvalidParameterValueException',
    400,
    `1 validation error detected: Value '${type}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]`,
  );
}
