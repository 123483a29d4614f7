import { AwsError } from '../../protocol/faults.js';
import type { ControlPlane } from './control-plane.js';
import { badPath, numberOf, type Patch } from './patches.js';
import type { StoredPlan } from './stored.js';

/** Applies one patch to a usage plan. Throws `BadRequestException`, `NotFoundException`. */
export function patchPlan(plane: ControlPlane, plan: StoredPlan, patch: Patch): void {
  const [name = '', ...rest] = patch.path;
  const run = PATCHES[name];
  if (!run) throw badPath(patch);
  run(plan, patch, rest, plane);
}

type Run = (plan: StoredPlan, patch: Patch, rest: string[], plane: ControlPlane) => void;

const PATCHES: Readonly<Record<string, Run>> = {
  name: (plan, { value }) => {
    plan.name = value;
  },
  description: (plan, { value }) => {
    plan.description = value;
  },
  throttle: (plan, patch, [member]) => {
    if (patch.op === 'remove' && member === undefined) delete plan.throttle;
    else if (member !== 'rateLimit' && member !== 'burstLimit') throw badPath(patch);
    else plan.throttle = { rateLimit: 0, burstLimit: 0, ...plan.throttle, [member]: numberOf(patch) };
  },
  quota: (plan, patch, [member]) => {
    const before = { limit: 0, offset: 0, period: 'MONTH' as const, ...plan.quota };
    if (patch.op === 'remove' && member === undefined) delete plan.quota;
    else if (member === 'limit' || member === 'offset') plan.quota = { ...before, [member]: numberOf(patch) };
    else if (member === 'period') plan.quota = { ...before, period: periodOf(patch) };
    else throw badPath(patch);
  },
  apiStages: (plan, patch, rest, plane) => {
    if (rest.length > 0) patchMethod(plan, patch, rest);
    else patchStages(plan, patch, plane);
  },
};

function periodOf({ value }: Patch): 'DAY' | 'WEEK' | 'MONTH' {
  if (value === 'DAY' || value === 'WEEK' || value === 'MONTH') return value;
  throw new AwsError('BadRequestException', `Invalid quota period: ${value}`);
}

function patchStages(plan: StoredPlan, patch: Patch, plane: ControlPlane): void {
  const [apiId = '', stage = ''] = patch.value.split(':');
  const isThis = (one: { apiId: string; stage: string }) => one.apiId === apiId && one.stage === stage;
  if (patch.op === 'remove') plan.apiStages = plan.apiStages.filter((one) => !isThis(one));
  else if (patch.op !== 'add') throw badPath(patch);
  else if (!plan.apiStages.some(isThis)) {
    plane.stage(apiId, stage);
    plan.apiStages.push({ apiId, stage, throttle: {} });
  }
}

/** `/apiStages/{apiId}:{stage}/throttle/{path}/{VERB}/rateLimit` */
function patchMethod(
  plan: StoredPlan,
  patch: Patch,
  [name = '', word, path = '', verb = '', member]: string[],
): void {
  const stage = plan.apiStages.find((one) => `${one.apiId}:${one.stage}` === name);
  if (!stage || word !== 'throttle') throw badPath(patch);
  const method = `${path}/${verb}`;
  if (patch.op === 'remove') delete stage.throttle[method];
  else if (member === 'rateLimit' || member === 'burstLimit')
    stage.throttle[method] = {
      rateLimit: 0,
      burstLimit: 0,
      ...stage.throttle[method],
      [member]: numberOf(patch),
    };
  else throw badPath(patch);
}
