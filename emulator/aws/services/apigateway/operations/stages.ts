import type { Dict } from '../../../../../src/core/dict.js';
import type { ApiStage } from '../../../../../src/core/stack/model.js';
import { RestAnswer, type RestOperation } from '../../../protocol/rest-json-api.js';
import type { ControlPlane } from '../control-plane.js';
import { patchStage } from '../patch-stage.js';
import { readPatches } from '../patches.js';

/** `GetStage`. */
export const getStage: RestOperation<ControlPlane> = (plane, { path }) => {
  const { api = '', stage = '' } = path;
  return show(plane, api, plane.stage(api, stage));
};

/** `GetStages`, all or those of a deployment. */
export const getStages: RestOperation<ControlPlane> = (plane, { path, query }) => {
  const api = plane.api(path.api ?? '');
  const deployment = query.get('deploymentId');
  const fitting = api.stages.filter(({ deploymentId }) => deployment === null || deploymentId === deployment);
  return { item: fitting.map((stage) => show(plane, api.id, stage)) };
};

/** `UpdateStage`: description, variables, method settings, tracing. Served so from the next request on. */
export const updateStage: RestOperation<ControlPlane> = async (plane, { path, body }) => {
  const { api: apiId = '', stage: name = '' } = path;
  const stage = plane.stage(apiId, name);
  const key = `${apiId}/${name}`;
  const before = plane.state.stages[key];
  const changed = { ...before, updatedAt: plane.now };
  for (const patch of readPatches(body)) patchStage(changed, stage, patch);
  const { variables, methodSettings, tracingEnabled } = changed;
  plane.gatewayOf(apiId)?.overrideStage(apiId, name, {
    ...(variables && { variables }),
    ...(methodSettings && { methodSettings }),
    ...(tracingEnabled !== undefined && { tracingEnabled }),
  });
  plane.state.stages[key] = changed;
  await plane.commit();
  return show(plane, apiId, plane.stage(apiId, name));
};

/** `FlushStageAuthorizersCache`: every authorizer is asked again. */
export const flushStageAuthorizersCache: RestOperation<ControlPlane> = (plane, { path }) => {
  plane.stage(path.api ?? '', path.stage ?? '');
  plane.gatewayOf(path.api ?? '')?.flushAuthorizers();
  return new RestAnswer(202);
};

/** `FlushStageCache`: every integration is asked again. */
export const flushStageCache: RestOperation<ControlPlane> = (plane, { path }) => {
  plane.stage(path.api ?? '', path.stage ?? '');
  plane.gatewayOf(path.api ?? '')?.flushCache();
  return new RestAnswer(202);
};

function show(plane: ControlPlane, apiId: string, stage: ApiStage): Dict {
  const changed = plane.state.stages[`${apiId}/${stage.name}`];
  const { accessLog } = stage;
  const settings = Object.entries(stage.methodSettings).map(([name, one]) => [name.replace(/^\//, ''), one]);
  return {
    deploymentId: stage.deploymentId,
    stageName: stage.name,
    description: changed?.description,
    cacheClusterEnabled: stage.cacheClusterEnabled,
    cacheClusterStatus: stage.cacheClusterEnabled ? 'AVAILABLE' : 'NOT_AVAILABLE',
    methodSettings: Object.fromEntries(settings) as Dict,
    variables: stage.variables,
    ...(accessLog && {
      accessLogSettings: { destinationArn: accessLog.destinationArn, format: accessLog.format },
    }),
    tracingEnabled: stage.tracingEnabled,
    webAclArn: stage.webAclArn,
    ...(changed && { lastUpdatedDate: new Date(changed.updatedAt) }),
  };
}
