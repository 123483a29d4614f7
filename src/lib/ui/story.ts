import pc from 'picocolors';
import { logLine, type ShownLog } from './log-line.js';
import { requestLine, type ShownRequest } from './request-line.js';
import type { ShownSpan } from './waterfall.js';

/** A request with everything that happened under its id. */
export interface ShownStory {
  requestId: string;
  request?: ShownRequest;
  /** What each handler of the gateway's chain saw, in order. */
  steps?: { handler: string; saw: string }[];
  spans: ShownSpan[];
  logs: ShownLog[];
}

/** The story as text: the request's line, the chain, the logs. */
export function storyText({ request, steps = [], logs }: ShownStory): string {
  const parts: string[] = [];
  if (request) {
    parts.push(requestLine(request));
    const { handler, reason } = request.decidedBy;
    parts.push(`${pc.bold('Decided by')} ${pc.cyan(handler)}: ${reason}`);
  }
  if (steps.length > 0) parts.push(chain(steps));
  if (logs.length > 0)
    parts.push(`${pc.bold('Logs')}\n${logs.map((line) => `  ${logLine(line)}`).join('\n')}`);
  return parts.join('\n\n');
}

function chain(steps: { handler: string; saw: string }[]): string {
  const width = Math.max(...steps.map(({ handler }) => handler.length));
  const lines = steps.map(({ handler, saw }) => `  ${pc.cyan(handler.padEnd(width))}  ${saw}`);
  return `${pc.bold('The way through the gateway')}\n${lines.join('\n')}`;
}
