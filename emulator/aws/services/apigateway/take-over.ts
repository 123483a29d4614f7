import type { ApiKey, StackModel, UsagePlan } from '../../../../src/core/stack/model.js';
import type { ControlPlane } from './control-plane.js';

/**
 * Takes over the template's keys and plans. One that is as it was the last time keeps what was changed over the wire,
 * as a stack update without a change does; one that is gone from the template is gone.
 */
export function takeOver(plane: ControlPlane, stack: StackModel): void {
  const before = plane.state.declared;
  const now: Record<string, string> = {};
  for (const key of stack.apiKeys) now[key.logicalId] = takeKey(plane, key, before[key.logicalId]);
  for (const plan of stack.usagePlans) now[plan.logicalId] = takePlan(plane, plan, before[plan.logicalId]);
  for (const [logicalId, text] of Object.entries(before)) if (!(logicalId in now)) drop(plane, text);
  plane.state.declared = now;
  putInForce(plane, stack);
}

/** Puts keys and plans in force, and what `UpdateStage` has changed of the stack's stages. */
export function putInForce(plane: ControlPlane, stack: StackModel): void {
  for (const [name, { variables, methodSettings, tracingEnabled }] of Object.entries(plane.state.stages)) {
    const [apiId = '', stage = ''] = name.split('/');
    if (!stack.restApis.some(({ id, stages }) => id === apiId && stages.some((one) => one.name === stage)))
      continue;
    plane.gatewayOf(apiId)?.overrideStage(apiId, stage, {
      ...(variables && { variables }),
      ...(methodSettings && { methodSettings }),
      ...(tracingEnabled !== undefined && { tracingEnabled }),
    });
  }
  plane.publish();
}

/** A stage is from now on as it is declared. */
export function forgetStage(plane: ControlPlane, apiId: string, stage: string): void {
  const key = `${apiId}/${stage}`;
  if (!Object.hasOwn(plane.state.stages, key)) return;
  delete plane.state.stages[key];
  plane.gatewayOf(apiId)?.overrideStage(apiId, stage, {});
}

function takeKey({ state, now }: ControlPlane, key: ApiKey, before: string | undefined): string {
  const { id, name, enabled } = key;
  const declared = { id, name, enabled, value: key.value.reveal() };
  const text = JSON.stringify(declared);
  const present = state.apiKeys[id];
  if (text !== before)
    state.apiKeys[id] = { tags: {}, createdAt: now, ...present, ...declared, updatedAt: now };
  return text;
}

/** Keys that were put into a plan over the wire stay in it. */
function takePlan({ state }: ControlPlane, plan: UsagePlan, before: string | undefined): string {
  const { logicalId: _logicalId, ...declared } = plan;
  const text = JSON.stringify(declared);
  if (text === before) return text;
  const kept = state.plans[plan.id]?.apiKeyIds ?? [];
  const apiKeyIds = [...new Set([...plan.apiKeyIds, ...kept])];
  state.plans[plan.id] = { tags: {}, ...declared, apiKeyIds };
  return text;
}

function drop({ state }: ControlPlane, text: string): void {
  const { id } = JSON.parse(text) as { id: string };
  delete state.apiKeys[id];
  delete state.plans[id];
}
