import type { StackModel } from '../../src/core/stack/model.js';
import type { StageOverride } from '../kernel/gateway-control.js';

/** The stack with stages as the control plane has set them; `overrides` is by `{apiId}/{stage}`. */
export function withOverrides(stack: StackModel, overrides: ReadonlyMap<string, StageOverride>): StackModel {
  if (overrides.size === 0) return stack;
  const restApis = stack.restApis.map((api) => ({
    ...api,
    stages: api.stages.map((stage) => ({ ...stage, ...overrides.get(`${api.id}/${stage.name}`) })),
  }));
  return { ...stack, restApis };
}
