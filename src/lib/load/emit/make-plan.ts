import type { Scenario } from '../../../core/scenario/model.js';
import type { RouteTable } from '../../testing/contract/operations.js';
import { type PlannedStep, plannedSteps, routeOf } from '../engine/scenario-journeys.js';
import type { LoadPlan, PlanJourney, PlanStep } from './plan.js';

/**
 * Scenarios as a plan for other engines. They check statuses and capture values; what else a scenario expects stays
 * with us.
 */
export function makePlan(
  scenarios: readonly Scenario[],
  table: RouteTable,
  { target, seed }: { target: string; seed: string },
): LoadPlan {
  return { target, seed, journeys: scenarios.map((scenario) => journey(scenario, table)) };
}

/** Why an emitted script cannot send a scenario; undefined when it can. */
export function unfitForPlan(scenario: Scenario): string | undefined {
  const step = plannedSteps(scenario).find(({ step: own }) => {
    const { role = 'api_client', pnr, origin } = own.as ?? scenario.as ?? {};
    return role !== 'api_client' || pnr !== undefined || origin !== undefined;
  });
  if (!step) return undefined;
  return `the step \`${step.step.name}\` needs a token of a passenger’s session, and emitted scripts get client credentials only`;
}

function journey(scenario: Scenario, table: RouteTable): PlanJourney {
  const { name, weight, vars, as } = scenario;
  return {
    name,
    weight,
    vars,
    ...(as?.tenant !== undefined && { tenant: as.tenant }),
    steps: plannedSteps(scenario).map((planned) => step(scenario, planned, table)),
  };
}

function step(scenario: Scenario, { step: own, action, thinkMs }: PlannedStep, table: RouteTable): PlanStep {
  const { request, expect, capture } = action;
  const actor = own.as ?? scenario.as ?? {};
  const pause = own.thinkTime ?? scenario.thinkTime ?? { least: 0, most: 0 };
  const { method, path, query, headers, body, form } = request;
  return {
    name: own.name,
    route: routeOf(action, table),
    think: { least: pause.least + thinkMs, most: pause.most + thinkMs },
    method,
    path,
    query,
    headers,
    ...(body !== undefined && { body }),
    ...(form && { form }),
    status: expect.status,
    capture: capture.map(({ name, from }) => ({ name, from })),
    anonymous: actor.anonymous === true,
  };
}
