import type { Scenario } from '../../../core/scenario/model.js';
import { expressionsIn } from '../../../core/scenario/template.js';
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

/** Why an emitted script, which has the client of one tenant, cannot send a scenario; undefined when it can. */
export function unfitForPlan(scenario: Scenario): string | undefined {
  const planned = plannedSteps(scenario);
  const ofSession = planned.find(({ step }) => {
    const { role = 'api_client', pnr, origin } = step.as ?? scenario.as ?? {};
    return role !== 'api_client' || pnr !== undefined || origin !== undefined;
  });
  if (ofSession)
    return `the step \`${ofSession.step.name}\` needs a token of a passenger’s session, and emitted scripts get client credentials only`;
  const named = planned.some(({ step }) => (step.as ?? scenario.as)?.tenant !== undefined);
  const asked = expressionsIn([scenario.vars, planned.map(({ action }) => action.request)]);
  const several = asked.some(({ expression }) => expression?.name === 'tenants');
  return named || several
    ? 'it speaks of tenants by name, and emitted scripts have the client of one'
    : undefined;
}

function journey(scenario: Scenario, table: RouteTable): PlanJourney {
  const { name, weight, vars } = scenario;
  return {
    name,
    weight,
    vars,
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
