import type { LoadJourney } from './journey.js';

/** A single request, again and again. */
export interface SingleRequest {
  kind: 'request';
  method: string;
  /** With query string. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** Statuses that are fine; empty: all below 400. */
  expect: number[];
}

/** Where journeys come from, in a form that can be sent to a worker. */
export type JourneySource = SingleRequest;

/** Names of the routes that figures are kept by, in the order of their indices. */
export function routesOf(source: JourneySource): string[] {
  return [`${source.method} ${source.path.replace(/\?.*$/s, '')}`];
}

/** Most requests that a journey makes of each route, on average over the weights. */
export function requestsPerJourney(source: JourneySource): Map<string, number> {
  return new Map(routesOf(source).map((route) => [route, 1]));
}

/** Makes the journeys. */
export function journeysOf(source: JourneySource): LoadJourney[] {
  return [singleRequest(source)];
}

function singleRequest({ method, path, headers, body, expect }: SingleRequest): LoadJourney {
  const request = { method, path, headers: Object.entries(headers).flat(), body };
  const fine = (status: number): boolean =>
    expect.length === 0 ? status >= 200 && status < 400 : expect.includes(status);
  return {
    name: `${method} ${path}`,
    weight: 1,
    begin: () => ({}),
    steps: [
      {
        route: 0,
        thinkMs: 0,
        keepBody: false,
        request: () => request,
        check: ({ status }) => (fine(status) ? undefined : 'unexpected-status'),
      },
    ],
  };
}
