import { createIds } from '../../../core/ids.js';
import type { Scenario } from '../../../core/scenario/model.js';
import type { SystemTenant } from '../../../core/scenario/system.js';
import { Secret } from '../../../core/secret.js';
import { operationsOf, RouteTable } from '../../testing/contract/operations.js';
import { loadScenarios } from '../../testing/load/load-scenarios.js';
import type { LoadJourney } from './journey.js';
import { type RecordedRequest, recordedJourney, routeOfRecorded } from './recorded-journeys.js';
import { scenarioJourneys } from './scenario-journeys.js';
import { SharedTokens } from './shared-tokens.js';

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

/** Scenarios of files. */
export interface ScenarioSource {
  kind: 'scenarios';
  /** Those to take; files by absolute paths. */
  chosen: Pick<Scenario, 'file' | 'name'>[];
  /** Worked out where they were chosen: a file is read once there, and once by each worker, for code cannot travel. */
  routing: Routing;
  /** Who calls; secrets in the open, for they travel to another thread of this process. */
  tenants: OpenTenant[];
  /** The API's OpenAPI document. */
  contract: Record<string, unknown>;
  rows: Record<string, unknown>[];
}

/** A tenant whose secrets have been revealed. */
export interface OpenTenant extends Omit<SystemTenant, 'clients' | 'edgeSecret'> {
  clients: { id: string; role: SystemTenant['clients'][number]['role']; secret: string }[];
  edgeSecret?: string;
}

/** Requests of a log, at their moments. */
export interface RecordedSource {
  kind: 'recorded';
  requests: RecordedRequest[];
  tenants: OpenTenant[];
  contract: Record<string, unknown>;
}

/** Where journeys come from, in a form that can be sent to a worker. */
export type JourneySource = SingleRequest | ScenarioSource | RecordedSource;

/** Journeys as a run needs to know them. */
export interface Routing {
  /** Names of the routes that figures are kept by, in the order of their indices. */
  routes: string[];
  /** Requests of each route that a journey makes on average. */
  perJourney: Map<string, number>;
}

/** The routes of a source. */
export function routingOf(source: JourneySource): Routing {
  if (source.kind === 'request') {
    const route = `${source.method} ${source.path.replace(/\?.*$/s, '')}`;
    return { routes: [route], perJourney: new Map([[route, 1]]) };
  }
  if (source.kind === 'scenarios') return source.routing;
  return recordedRouting(source, new RouteTable(operationsOf(source.contract)));
}

/** Makes the journeys. @param api base URL */
export async function journeysOf(
  source: JourneySource,
  { api, seed, index, of }: { api: string; seed: string; index: number; of: number },
): Promise<LoadJourney[]> {
  if (source.kind === 'request') return [singleRequest(source)];
  const table = new RouteTable(operationsOf(source.contract));
  const tenants = source.tenants.map(closed);
  const system = { label: api, api, tenants: () => tenants, contract: () => source.contract };
  const ids = createIds(`${seed}:${index}`);
  const { routes } = routingOf(source);
  if (source.kind === 'recorded') {
    const tokens = new SharedTokens({ system, ids });
    return [recordedJourney(source.requests, routes, table, { tokens, index, of })];
  }
  const tools = { system, ids, seed, rows: source.rows, index, of };
  return scenarioJourneys(await scenariosOf(source), routes, table, tools);
}

async function scenariosOf({ chosen }: ScenarioSource): Promise<Scenario[]> {
  const { scenarios } = await loadScenarios([...new Set(chosen.map(({ file }) => file))]);
  return scenarios.filter((one) => chosen.some(({ file, name }) => one.file === file && one.name === name));
}

function recordedRouting({ requests }: RecordedSource, table: RouteTable): Routing {
  const perJourney = new Map<string, number>();
  for (const one of requests) {
    const route = routeOfRecorded(one, table);
    perJourney.set(route, (perJourney.get(route) ?? 0) + 1 / requests.length);
  }
  return { routes: [...perJourney.keys()], perJourney };
}

function closed({ clients, edgeSecret, ...tenant }: OpenTenant): SystemTenant {
  return {
    ...tenant,
    clients: clients.map(({ secret, ...client }) => ({ ...client, secret: new Secret(secret) })),
    ...(edgeSecret !== undefined && { edgeSecret: new Secret(edgeSecret) }),
  };
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
        route: () => 0,
        thinkMs: () => 0,
        keepBody: false,
        request: () => request,
        check: ({ status }) => (fine(status) ? undefined : 'unexpected-status'),
      },
    ],
  };
}
