import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import { RestAnswer, type RestOperation } from '../../../protocol/rest-json-api.js';
import type { ControlPlane } from '../control-plane.js';
import { listOf } from '../lists.js';
import { patchPlan } from '../patch-plan.js';
import { readPatches } from '../patches.js';
import type { StoredPlan } from '../stored.js';

type Quota = NonNullable<StoredPlan['quota']>;

/** `CreateUsagePlan`. */
export const createUsagePlan: RestOperation<ControlPlane> = async (plane, { body }) => {
  const description = body.optionalText('description');
  const throttle = body.optionalInner('throttle');
  const quota = body.optionalInner('quota');
  const plan: StoredPlan = {
    id: plane.newId().slice(0, 6),
    name: body.text('name'),
    ...(description !== undefined && { description }),
    ...(throttle && { throttle: readThrottle(throttle) }),
    ...(quota && { quota: readQuota(quota) }),
    apiStages: body.list('apiStages').map((one) => readStage(plane, one)),
    apiKeyIds: [],
    tags: body.optionalMap('tags') ?? {},
  };
  plane.state.plans[plan.id] = plan;
  await plane.commit();
  return new RestAnswer(201, showPlan(plan));
};

/** `GetUsagePlan`. */
export const getUsagePlan: RestOperation<ControlPlane> = (plane, { path }) =>
  showPlan(plane.plan(path.id ?? ''));

/** `GetUsagePlans`, all or those of a key (`keyId`). */
export const getUsagePlans: RestOperation<ControlPlane> = (plane, { query }) => {
  const keyId = query.get('keyId');
  const all = Object.values(plane.state.plans).filter(
    (plan) => keyId === null || plan.apiKeyIds.includes(keyId),
  );
  return listOf(query, all, showPlan);
};

/** `UpdateUsagePlan`: name, description, throttle, quota, stages. In force at once. */
export const updateUsagePlan: RestOperation<ControlPlane> = async (plane, { path, body }) => {
  const plan = plane.plan(path.id ?? '');
  const changed = structuredClone(plan);
  for (const patch of readPatches(body)) patchPlan(plane, changed, patch);
  plane.state.plans[plan.id] = changed;
  await plane.commit();
  return showPlan(changed);
};

/** `DeleteUsagePlan`, when no stage is in it any more. */
export const deleteUsagePlan: RestOperation<ControlPlane> = async (plane, { path }) => {
  const plan = plane.plan(path.id ?? '');
  if (plan.apiStages.length > 0)
    throw new AwsError(
      'BadRequestException',
      `Cannot delete Usage Plan ${plan.id} because there are API Stages associated to it`,
    );
  delete plane.state.plans[plan.id];
  await plane.commit();
  return new RestAnswer(202);
};

function readThrottle(input: Input): { rateLimit: number; burstLimit: number } {
  return {
    rateLimit: input.optionalNumber('rateLimit') ?? 0,
    burstLimit: input.optionalInteger('burstLimit') ?? 0,
  };
}

function readQuota(input: Input): Quota {
  return {
    limit: input.optionalInteger('limit') ?? 0,
    offset: input.optionalInteger('offset') ?? 0,
    period: (input.optionalText('period', { oneOf: ['DAY', 'WEEK', 'MONTH'] }) ?? 'MONTH') as Quota['period'],
  };
}

function readStage(plane: ControlPlane, input: Input): StoredPlan['apiStages'][number] {
  const [apiId, stage] = [input.text('apiId'), input.text('stage')];
  plane.stage(apiId, stage);
  const throttle = input.optionalInner('throttle');
  const methods = Object.keys(throttle?.raw ?? {}).map((name) => [
    name,
    readThrottle((throttle as Input).inner(name)),
  ]);
  return {
    apiId,
    stage,
    throttle: Object.fromEntries(methods) as Record<string, { rateLimit: number; burstLimit: number }>,
  };
}

function showPlan({ id, name, description, throttle, quota, apiStages, tags }: StoredPlan): Dict {
  const stages = apiStages.map(({ apiId, stage, throttle: methods }) => ({
    apiId,
    stage,
    ...(Object.keys(methods).length > 0 && { throttle: methods }),
  }));
  return {
    id,
    name,
    description,
    apiStages: stages,
    throttle,
    quota,
    tags: Object.keys(tags).length > 0 ? tags : undefined,
  };
}
