import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Call, Caller, Reply } from 'arcube/scenario';
import { proxyEvent } from './proxy-event.js';
import { type Route, routeOf } from './routes.js';

/** ms that a call may take when a scenario does not say: the gateway gives up after 29 s. */
const USUAL_TIMEOUT = 35_000;

/** An answer, without the time it took. */
type Answer = Omit<Reply, 'durationMs'>;

/** What an invocation came to. */
interface Invoked {
  status: number;
  /** `Handled` or `Unhandled`, of a handler that failed. */
  failed: string | undefined;
  /** JSON. */
  text: string;
}

let lambda: LambdaClient | undefined;

/** Makes a scenario's calls by invoking one version of a function, as the gateway would invoke it. */
export class VersionCaller implements Caller {
  /** ARN of the version. */
  readonly api: string;
  readonly #signal: AbortSignal;

  constructor(version: string, signal: AbortSignal) {
    this.api = version;
    this.#signal = signal;
  }

  async call(call: Call): Promise<Reply> {
    const began = performance.now();
    const answer = await this.#answer(call).catch((error: unknown): Answer => {
      const why = error instanceof Error ? error.message : String(error);
      return { status: 0, headers: {}, body: '', error: why };
    });
    return { ...answer, durationMs: performance.now() - began };
  }

  async #answer(call: Call): Promise<Answer> {
    const route = routeOf(call.method, call.path);
    if (!route) throw new Error(`no route ${call.method} ${call.path}`);
    const event =
      route.resource === undefined ? (call.body ?? '{}') : JSON.stringify(proxyEvent(call, route));
    return asAnswer(await this.#invoke(event, call.timeout ?? USUAL_TIMEOUT), route);
  }

  async #invoke(event: string, timeout: number): Promise<Invoked> {
    lambda ??= new LambdaClient({});
    const limit = AbortSignal.timeout(timeout);
    const abortSignal = AbortSignal.any([this.#signal, limit]);
    const command = new InvokeCommand({ FunctionName: this.api, Payload: event });
    const { Payload, FunctionError, StatusCode } = await lambda
      .send(command, { abortSignal })
      .catch((error: unknown) => {
        throw limit.aborted ? new Error(`no answer within ${timeout} ms`) : error;
      });
    const text = Buffer.from(Payload ?? []).toString('utf8') || 'null';
    return { status: StatusCode ?? 200, failed: FunctionError, text };
  }
}

/** Lambda's own answer, or the one that the gateway would make of it. */
function asAnswer({ status, failed, text }: Invoked, { resource }: Route): Answer {
  if (resource === undefined)
    return { status, headers: failed === undefined ? {} : { 'x-amz-function-error': failed }, body: text };
  const result = failed === undefined ? (JSON.parse(text) as Partial<ProxyResult> | null) : null;
  // the gateway's answer to a handler that fails or returns no proxy result
  if (typeof result?.statusCode !== 'number') return { status: 502, headers: {}, body: text };
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = result;
  const all = [...Object.entries(headers ?? {}), ...Object.entries(multiValueHeaders ?? {})];
  return {
    status: statusCode,
    headers: Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')])),
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''),
  };
}

/** What a function may return to the gateway. */
interface ProxyResult {
  statusCode: number;
  headers: Record<string, string | number | boolean> | null;
  multiValueHeaders: Record<string, (string | number | boolean)[]> | null;
  body: string | null;
  isBase64Encoded: boolean;
}
