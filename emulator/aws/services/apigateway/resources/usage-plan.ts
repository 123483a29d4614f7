import type { ResourceHandler, ResourceProperties } from '../../../../kernel/cloudformation.js';
import type { ControlPlane } from '../control-plane.js';
import type { StoredPlan } from '../stored.js';
import { mapOf, type OpenPlane, tagsOf, textOf } from './properties.js';

/** `AWS::ApiGateway::UsagePlan`. */
export function usagePlanHandler(open: OpenPlane): ResourceHandler {
  return {
    replacedBy: [],
    create: async (request) => {
      const plane = open(request.stack);
      const { properties } = request;
      const name = textOf(properties, 'UsagePlanName') ?? request.newName();
      const settings = settingsOf(plane, properties);
      const id = plane.newId().slice(0, 6);
      await request.initiated(id);
      const tags = tagsOf(properties, request.stack.tags);
      plane.state.plans[id] = { id, name, ...settings, apiKeyIds: [], tags };
      await plane.commit();
      return identity(id);
    },
    update: async ({ stack, physicalId, properties }) => {
      const plane = open(stack);
      const { id, name, apiKeyIds } = plane.plan(physicalId);
      const settings = settingsOf(plane, properties);
      const tags = tagsOf(properties, stack.tags);
      plane.state.plans[id] = {
        id,
        name: textOf(properties, 'UsagePlanName') ?? name,
        ...settings,
        apiKeyIds,
        tags,
      };
      await plane.commit();
      return identity(id);
    },
    delete: async ({ stack, physicalId }) => {
      const plane = open(stack);
      delete plane.state.plans[physicalId];
      await plane.commit();
    },
    read: async ({ stack, physicalId, properties }) => {
      const plan = open(stack).state.plans[physicalId];
      return plan && { ...properties, ...shown(plan) };
    },
  };
}

function identity(id: string) {
  return { physicalId: id, attributes: { Id: id } };
}

type Settings = Pick<StoredPlan, 'description' | 'throttle' | 'quota' | 'apiStages'>;

/** Throws `NotFoundException` for a stage that there is not. */
function settingsOf(plane: ControlPlane, properties: ResourceProperties): Settings {
  const description = textOf(properties, 'Description');
  const throttle = mapOf(properties, 'Throttle');
  const quota = mapOf(properties, 'Quota');
  const stages = Array.isArray(properties.ApiStages) ? (properties.ApiStages as ResourceProperties[]) : [];
  return {
    ...(description !== undefined && { description }),
    ...(throttle && { throttle: limitOf(throttle) }),
    ...(quota && { quota: quotaOf(quota) }),
    apiStages: stages.map((stage) => stageOf(plane, stage)),
  };
}

function stageOf(plane: ControlPlane, properties: ResourceProperties): StoredPlan['apiStages'][number] {
  const apiId = textOf(properties, 'ApiId') ?? '';
  const stage = textOf(properties, 'Stage') ?? '';
  plane.stage(apiId, stage);
  const methods = Object.entries(mapOf(properties, 'Throttle') ?? {});
  return {
    apiId,
    stage,
    throttle: Object.fromEntries(
      methods.map(([name, limit]) => [name, limitOf(limit as ResourceProperties)]),
    ),
  };
}

function limitOf({ RateLimit, BurstLimit }: ResourceProperties): { rateLimit: number; burstLimit: number } {
  return { rateLimit: Number(RateLimit ?? 0), burstLimit: Number(BurstLimit ?? 0) };
}

function quotaOf({ Limit, Offset, Period }: ResourceProperties): NonNullable<StoredPlan['quota']> {
  const period = Period === 'DAY' || Period === 'WEEK' ? Period : 'MONTH';
  return { limit: Number(Limit ?? 0), offset: Number(Offset ?? 0), period };
}

function shown({ name, description, throttle, quota, apiStages }: StoredPlan): ResourceProperties {
  const limit = (one: { rateLimit: number; burstLimit: number }) => ({
    RateLimit: one.rateLimit,
    BurstLimit: one.burstLimit,
  });
  return {
    UsagePlanName: name,
    Description: description,
    Throttle: throttle && limit(throttle),
    Quota: quota && { Limit: quota.limit, Offset: quota.offset, Period: quota.period },
    ApiStages: apiStages.map(({ apiId, stage, throttle: methods }) => ({
      ApiId: apiId,
      Stage: stage,
      ...(Object.keys(methods).length > 0 && {
        Throttle: Object.fromEntries(Object.entries(methods).map(([key, one]) => [key, limit(one)])),
      }),
    })),
  };
}
