import { createHash } from 'node:crypto';

/** What a REPORT line tells. */
export interface Report {
  requestId: string;
  durationMs: number;
  memorySize: number;
  maxMemoryMb: number;
  initDurationMs?: number;
  traceHeader?: string;
  status?: 'timeout' | 'error';
  errorType?: string;
}

/** `INIT_START …`, the first line of an environment. `runtime` is e.g. `nodejs22.x`. */
export function initStart(runtime: string, region: string): string {
  const version = runtime.replace(/^nodejs(\d+).*/, 'nodejs:$1.v15');
  const hash = createHash('sha256').update(version).digest('hex');
  return `INIT_START Runtime Version: ${version}\tRuntime Version ARN: arn:aws:lambda:${region}::runtime:${hash}`;
}

/** `INIT_REPORT …`, when the init phase failed. */
export function initReport(durationMs: number, status: string, errorType?: string): string {
  const tail = errorType ? `\tError Type: ${errorType}` : '';
  return `INIT_REPORT Init Duration: ${durationMs.toFixed(2)} ms\tPhase: init\tStatus: ${status}${tail}`;
}

/** `START RequestId: …` */
export function start(requestId: string, version: string): string {
  return `START RequestId: ${requestId} Version: ${version}`;
}

/** `END RequestId: …` */
export function end(requestId: string): string {
  return `END RequestId: ${requestId}`;
}

/** `REPORT RequestId: …`, tab-separated. */
export function report(facts: Report): string {
  const parts = [
    `REPORT RequestId: ${facts.requestId}`,
    `Duration: ${facts.durationMs.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(facts.durationMs)} ms`,
    `Memory Size: ${facts.memorySize} MB`,
    `Max Memory Used: ${facts.maxMemoryMb} MB`,
  ];
  if (facts.initDurationMs !== undefined) parts.push(`Init Duration: ${facts.initDurationMs.toFixed(2)} ms`);
  if (facts.traceHeader?.includes('Sampled=1')) parts.push(...tracing(facts.traceHeader));
  if (facts.status) parts.push(`Status: ${facts.status}`);
  if (facts.status === 'error' && facts.errorType) parts.push(`Error Type: ${facts.errorType}`);
  return `${parts.join('\t')}\t`;
}

function tracing(header: string): string[] {
  const root = /Root=([^;]+)/.exec(header)?.[1] ?? '';
  const parent = /Parent=([^;]+)/.exec(header)?.[1] ?? '';
  return [`XRAY TraceId: ${root}`, `SegmentId: ${parent}`, 'Sampled: true'];
}

/** Name of an environment's log stream: `YYYY/MM/DD/[version]<32 hex>`. */
export function logStreamName(time: number, version: string, hex: string): string {
  return `${new Date(time).toISOString().slice(0, 10).replaceAll('-', '/')}/[${version}]${hex}`;
}
