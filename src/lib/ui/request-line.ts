import pc from 'picocolors';

/** The parts of an answered request that its line shows. */
export interface ShownRequest {
  requestId: string;
  durationMs: number;
  method: string;
  path: string;
  status: number;
  tenant?: string;
  decidedBy: { handler: string; reason: string };
}

/** One answered request: `POST /oauth/token 200 3.1 ms tenant request-id`, and why when the gateway itself answered. */
export function requestLine(request: ShownRequest): string {
  const { method, path, status, durationMs, tenant, requestId, decidedBy } = request;
  const shown = path.replace(/\?.*$/s, '?…'); // query strings may carry tokens
  const took = `${durationMs.toFixed(durationMs < 100 ? 1 : 0)} ms`;
  const line = `${pc.bold(method.padEnd(6))} ${shown} ${paint(status)} ${took} ${pc.cyan(tenant ?? '-')} ${pc.dim(requestId)}`;
  if (status < 400 || decidedBy.handler === 'integration') return line;
  return `${line}\n       ${pc.dim(`${decidedBy.handler}: ${decidedBy.reason}`)}`;
}

function paint(status: number): string {
  const text = String(status);
  if (status >= 500) return pc.red(text);
  if (status >= 400) return pc.yellow(text);
  return pc.green(text);
}
