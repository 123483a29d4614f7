import type { Ids } from '../../../core/ids.js';
import type { Action, Scenario, Step } from '../../../core/scenario/model.js';
import type { SystemUnderTest } from '../../../core/scenario/system.js';
import { fill } from '../../../core/scenario/template.js';
import type { RouteTable } from '../../testing/contract/operations.js';
import type { Reply } from '../../testing/http/api-caller.js';
import { captureAll } from '../../testing/scenario/capture.js';
import { judgeAnswer } from '../../testing/scenario/judge-answer.js';
import { makeCall } from '../../testing/scenario/make-call.js';
import { Variables } from '../../testing/scenario/variables.js';
import type { LoadAnswer, LoadRequest } from './connections.js';
import type { LoadJourney, LoadStep } from './journey.js';
import { SharedTokens } from './shared-tokens.js';

type RequestAction = Extract<Action, { kind: 'request' }>;
export interface PlannedStep {
  step: Step;
  action: RequestAction;
  thinkMs: number;
}

/** What journeys are made with. */
export interface JourneyTools {
  system: SystemUnderTest;
  ids: Ids;
  seed: string;
  /** Rows of data, dealt one to each journey; empty for none. */
  rows: readonly Record<string, unknown>[];
  /** This generator, from 0, and how many there are: so that rows and indices are dealt once. */
  index: number;
  of: number;
}

/**
 * Why a scenario cannot be put under load: what it does beside requests needs an emulator of its own, or waits for
 * others. Undefined when it can.
 */
export function unfitForLoad({ skip, needsEmulator, steps }: Scenario): string | undefined {
  if (skip !== undefined) return `it is skipped: ${skip}`;
  if (needsEmulator) return 'it moves the clock, sets faults or runs code';
  return steps.map(unfitStep).find((why) => why !== undefined);
}

function unfitStep({ parallel, action }: Step): string | undefined {
  if (parallel !== undefined) return 'it sends requests of one journey at once';
  if (action.kind === 'group') return action.steps.map(unfitStep).find((why) => why !== undefined);
  if (action.kind === 'request' && action.eventually !== undefined)
    return 'it asks again until something is so';
  return undefined;
}

/** Names of the routes that scenarios call, as the contract has them; their order gives the routes' indices. */
export function routesOfScenarios(scenarios: readonly Scenario[], table: RouteTable): string[] {
  const names = scenarios.flatMap((scenario) =>
    plannedSteps(scenario).map(({ action }) => routeOf(action, table)),
  );
  return [...new Set(names)];
}

/** Requests of each route that a journey makes on average, by the scenarios' weights. */
export function requestsOfScenarios(scenarios: readonly Scenario[], table: RouteTable): Map<string, number> {
  const total = scenarios.reduce((sum, { weight }) => sum + weight, 0);
  const counts = new Map<string, number>();
  for (const scenario of scenarios)
    for (const { action } of plannedSteps(scenario)) {
      const route = routeOf(action, table);
      counts.set(route, (counts.get(route) ?? 0) + scenario.weight / total);
    }
  return counts;
}

/** `POST /checkout/verify`; a path that the contract does not know stands for itself. */
export function routeOf({ request: { method, path } }: RequestAction, table: RouteTable): string {
  const plain = path.replace(/\$\{[^{}]*\}/g, 'x');
  return table.find(method, plain)?.route ?? `${method} ${plain}`;
}

/** The requests of a scenario in order, repeats written out, waits as time to think before the next. */
export function plannedSteps(scenario: Scenario): PlannedStep[] {
  const planned: PlannedStep[] = [];
  let waited = 0;
  const add = (steps: readonly Step[]): void => {
    for (const step of steps)
      for (let round = 0; round < step.repeat; round++) {
        const { action } = step;
        if (action.kind === 'wait') waited += action.ms;
        else if (action.kind === 'group') add(action.steps);
        else if (action.kind === 'request') {
          planned.push({ step, action, thinkMs: waited });
          waited = 0;
        }
      }
  };
  add(scenario.steps);
  return planned;
}

/** Scenarios as journeys of a load. One set of tokens serves all of a generator's travellers, as a client's would. */
export function scenarioJourneys(
  scenarios: readonly Scenario[],
  routes: readonly string[],
  table: RouteTable,
  tools: JourneyTools,
): LoadJourney[] {
  const tokens = new SharedTokens(tools);
  return scenarios.map((scenario) => ({
    name: scenario.name,
    weight: scenario.weight,
    begin: (iteration) => begin(scenario, tokens, tools, iteration),
    unauthorised: () => tokens.renew(),
    steps: plannedSteps(scenario).map((planned) =>
      loadStep(scenario, planned, tokens, routes.indexOf(routeOf(planned.action, table)), tools.ids),
    ),
  }));
}

function begin(scenario: Scenario, tokens: SharedTokens, tools: JourneyTools, iteration: number): Variables {
  const { system, ids, seed, rows, index, of } = tools;
  const variables = new Variables({ system, ids, seed, now: () => tokens.held.now() });
  const place = iteration * of + index;
  variables.set('index', place);
  const row = rows[place % rows.length];
  if (row) variables.set('data', row);
  for (const [name, value] of Object.entries(scenario.vars)) variables.set(name, fill(value, variables));
  return variables;
}

function loadStep(
  scenario: Scenario,
  { step, action, thinkMs }: PlannedStep,
  tokens: SharedTokens,
  route: number,
  ids: Ids,
): LoadStep {
  const { request, expect, capture } = action;
  const pause = step.thinkTime ?? scenario.thinkTime;
  return {
    route: () => route,
    thinkMs: () => thinkMs + (pause ? pause.least + ids.random() * (pause.most - pause.least) : 0),
    keepBody: capture.length > 0 || expect.json.length > 0 || expect.body !== undefined,
    request: async (state) => {
      const variables = state as Variables;
      const caller = await tokens.held.headersFor(fill(step.as ?? scenario.as ?? {}, variables));
      return asRequest(makeCall(request, variables, caller));
    },
    check: (answer, state) => {
      const variables = state as Variables;
      const reply = asReply(answer);
      const missing = captureAll(capture, reply, variables);
      // how long an answer took is judged by the service levels
      const { within: _, ...wanted } = expect;
      const complaints = judgeAnswer(wanted, reply, variables);
      if (complaints.length === 0 && missing.length === 0) return undefined;
      return complaints.some(({ message }) => message.startsWith('Expected '))
        ? 'unexpected-status'
        : 'failed-check';
    },
  };
}

function asRequest({ method, path, headers, body }: ReturnType<typeof makeCall>): LoadRequest {
  return { method, path, headers: Object.entries(headers).flat(), body };
}

function asReply({ status, headers, body }: LoadAnswer): Reply {
  const text = Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')]);
  return { status, headers: Object.fromEntries(text) as Record<string, string>, body, durationMs: 0 };
}
