import type { Actor } from '../../../core/scenario/model.js';
import type { RouteTable } from '../../testing/contract/operations.js';
import type { LoadJourney } from './journey.js';
import type { SharedTokens } from './shared-tokens.js';

/** A request of a recorded log, to be sent again at its moment. */
export interface RecordedRequest {
  /** ms from the first. */
  atMs: number;
  method: string;
  /** With query string. */
  path: string;
  /** Name, value, name, value … */
  headers: string[];
  body?: { text: string; encoding: 'utf8' | 'base64' };
  /** What it was answered then. */
  status: number;
  /** Who sent it; left out for one without a token. */
  actor?: Actor;
}

/** The route that a recorded request counts for. */
export function routeOfRecorded({ method, path }: RecordedRequest, table: RouteTable): string {
  return table.find(method, path)?.route ?? `${method} ${path.replace(/\?.*$/s, '')}`;
}

/**
 * A journey for each arrival in turn: the n-th arrival of a log's moments is its n-th request. An answer is right when
 * it is none of an error, or has the status of then.
 */
export function recordedJourney(
  requests: readonly RecordedRequest[],
  routes: readonly string[],
  table: RouteTable,
  { tokens, index, of }: { tokens: SharedTokens; index: number; of: number },
): LoadJourney {
  const numbers = requests.map((one) => routes.indexOf(routeOfRecorded(one, table)));
  return {
    name: 'recorded requests',
    weight: 1,
    begin: (iteration) => ({ at: (iteration * of + index) % requests.length }),
    unauthorised: () => tokens.renew(),
    steps: [
      {
        route: (state) => numbers[(state as { at: number }).at] as number,
        thinkMs: () => 0,
        keepBody: false,
        request: async (state) => {
          const { method, path, headers, body, actor } = requests[
            (state as { at: number }).at
          ] as RecordedRequest;
          const caller = actor ? await tokens.held.headersFor(actor) : {};
          return {
            method,
            path,
            headers: [...headers, ...Object.entries(caller).flat()],
            body: body && Buffer.from(body.text, body.encoding),
          };
        },
        check: ({ status }, state) => {
          const then = (requests[(state as { at: number }).at] as RecordedRequest).status;
          return status < 400 || status === then ? undefined : 'unexpected-status';
        },
      },
    ],
  };
}
