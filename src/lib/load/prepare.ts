import { userError } from '../../core/errors.js';
import type { SystemTenant } from '../../core/scenario/system.js';
import { operationsOf, RouteTable } from '../testing/contract/operations.js';
import { shippedContract } from '../testing/contract/shipped-contract.js';
import type { LoadModel } from './arrivals/load-model.js';
import { chooseScenarios } from './choose-scenarios.js';
import {
  type JourneySource,
  type OpenTenant,
  routingOf,
  type ScenarioSource,
} from './engine/journey-source.js';
import type { RecordedRequest } from './engine/recorded-journeys.js';
import { requestsOfScenarios, routesOfScenarios } from './engine/scenario-journeys.js';
import { readRows } from './read-rows.js';
import { type Estimate, estimate } from './target/estimate.js';

/** What is sent, in the words of the command line. */
export interface JourneyWish {
  projectDir: string;
  /** `GET /health`, instead of scenarios. */
  request?: string;
  scenarios: string[];
  /** Recorded requests, instead of scenarios. */
  log?: readonly RecordedRequest[];
  /** File of rows. */
  data?: string;
  /** Who calls; the first that there is when left out. */
  tenant?: string;
}

/** What Lambda time and memory a request is taken to need before anything has been measured. */
const USUAL = { meanLatency: 60, memoryMb: 512 };

/** Works out what to send. Throws LOAD_PROFILE, LOAD_SCENARIO, LOAD_DATA, UNKNOWN_TENANT and what readers throw. */
export async function prepareJourneys(
  wish: JourneyWish,
  tenants: () => SystemTenant[],
): Promise<{ source: JourneySource; remarks: string[] }> {
  if (wish.request !== undefined) return { source: readRequest(wish.request), remarks: [] };
  const contract = shippedContract();
  if (wish.log) {
    const source = { kind: 'recorded' as const, requests: [...wish.log], contract };
    return { source: { ...source, tenants: inOrder(tenants(), wish.tenant).map(opened) }, remarks: [] };
  }
  const { scenarios, remarks } = await chooseScenarios(wish.projectDir, wish.scenarios);
  const rows = wish.data === undefined ? [] : await readRows(wish.data);
  const table = new RouteTable(operationsOf(contract));
  const source: ScenarioSource = {
    kind: 'scenarios',
    chosen: scenarios.map(({ file, name }) => ({ file, name })),
    routing: {
      routes: routesOfScenarios(scenarios, table),
      perJourney: requestsOfScenarios(scenarios, table),
    },
    rows,
    contract,
    tenants: inOrder(tenants(), wish.tenant).map(opened),
  };
  return { source, remarks };
}

/** Routes of the API, as service levels name them. */
export function knownRoutes(): string[] {
  return operationsOf(shippedContract()).map(({ route }) => route);
}

/** What a run will need on AWS. */
export function estimateRun(model: LoadModel, source: JourneySource): Estimate {
  const { perJourney } = routingOf(source);
  const requestsPerJourney = [...perJourney.values()].reduce((sum, n) => sum + n, 0);
  return estimate(model, { requestsPerJourney, ...USUAL });
}

/** The estimate in words. */
export function estimateText({ requests, peakRate, concurrency, cost, warnings }: Estimate): string {
  const lines = [
    `About ${requests} requests, at most ${Math.ceil(peakRate)}/s, ${concurrency} Lambda environments at once, $${cost.toFixed(2)} (API Gateway and Lambda, list prices).`,
    ...warnings,
  ];
  return lines.join('\n');
}

/** The tenant that was asked for comes first: scenarios that name none are sent by the first. */
function inOrder(tenants: SystemTenant[], first: string | undefined): SystemTenant[] {
  if (first === undefined) return tenants;
  const found = tenants.find(({ tenant }) => tenant === first);
  if (!found)
    throw userError('UNKNOWN_TENANT', { tenant: first, known: tenants.map(({ tenant }) => tenant) });
  return [found, ...tenants.filter((one) => one !== found)];
}

function opened({ clients, edgeSecret, ...tenant }: SystemTenant): OpenTenant {
  return {
    ...tenant,
    clients: clients.map(({ secret, ...client }) => ({ ...client, secret: secret.reveal() })),
    ...(edgeSecret && { edgeSecret: edgeSecret.reveal() }),
  };
}

/** A request as the command line writes it: `GET /health`. */
function readRequest(text: string): JourneySource {
  const [, method, path] = /^([A-Z]+) (\/\S*)$/.exec(text.trim()) ?? [];
  if (method === undefined || path === undefined)
    throw userError('LOAD_PROFILE', { what: `\`${text}\` is no request: write "GET /health".` });
  return { kind: 'request', method, path, headers: {}, expect: [] };
}
