import type { ExchangeRecord, RequestRecord, Span } from '../../kernel/events.js';
import type { Answer } from '../answer.js';
import type { Finisher } from '../chain.js';
import type { Exchange } from '../exchange.js';

/** Tells the emulator what was asked and answered, and keeps it for `arcube explain`. */
export const record: Finisher = {
  name: 'record',
  finish(exchange, { events, history }) {
    const { answer } = exchange;
    if (answer === undefined) return;
    const durationMs = performance.now() - exchange.began;
    const entry = requestRecord(exchange, answer, durationMs);
    history.add(entry, exchange.notes, exchange.extendedRequestId, otherId(answer));
    if (events.listenerCount('request') > 0) events.emit('request', entry);
    if (events.listenerCount('exchange') > 0)
      events.emit('exchange', exchangeRecord(exchange, answer, entry));
    if (events.listenerCount('span') > 0) events.emit('span', gatewaySpan(exchange, answer, durationMs));
  },
};

function requestRecord(exchange: Exchange, answer: Answer, durationMs: number): RequestRecord {
  const entry: RequestRecord = {
    requestId: exchange.requestId,
    apiId: exchange.stage?.api.id ?? '',
    stage: exchange.stage?.stage.name ?? '',
    startedAt: exchange.startedAt,
    durationMs,
    method: exchange.method,
    path: exchange.req.url ?? '',
    status: answer.status,
    responseBytes: typeof answer.body === 'string' ? Buffer.byteLength(answer.body) : answer.body.length,
    sourceIp: exchange.sourceIp,
    decidedBy: { handler: exchange.decidedBy, reason: answer.reason },
  };
  if (exchange.plan !== undefined) entry.resourcePath = exchange.plan.method.resourcePath;
  if (exchange.responseType !== undefined) entry.decidedBy.responseType = exchange.responseType;
  const { verdict } = exchange;
  if (verdict !== undefined && 'principalId' in verdict && verdict.principalId !== undefined)
    entry.principalId = verdict.principalId;
  if (verdict?.kind === 'policy' && verdict.context.tenant !== undefined)
    entry.tenant = verdict.context.tenant;
  return entry;
}

function exchangeRecord(
  exchange: Exchange,
  { status, headers, body }: Answer,
  { tenant }: RequestRecord,
): ExchangeRecord {
  return {
    requestId: exchange.requestId,
    startedAt: exchange.startedAt,
    method: exchange.req.method ?? exchange.method,
    path: exchange.req.url ?? '',
    requestHeaders: exchange.req.rawHeaders,
    requestBody: exchange.body ?? Buffer.alloc(0),
    status,
    responseHeaders: headers,
    responseBody: body,
    ...(tenant !== undefined && { tenant }),
  };
}

/** The id an edge function (or the handler) may have given the answer. */
function otherId({ headers }: Answer): string | undefined {
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    if (name.length === 12 && name.toLowerCase() === 'x-request-id') return headers[i + 1];
  }
  return undefined;
}

function gatewaySpan(exchange: Exchange, answer: Answer, durationMs: number): Span {
  return {
    requestId: exchange.requestId,
    name: `${exchange.method} ${exchange.plan?.method.resourcePath ?? exchange.path}`,
    kind: 'gateway',
    startedAt: performance.timeOrigin + exchange.began,
    durationMs,
    attributes: { status: answer.status, decidedBy: exchange.decidedBy },
  };
}
