import type { ApiStage, StackModel, StackResource } from '../../../src/core/stack/model.js';
import { AwsError } from '../../kernel/aws-error.js';
import { plainId } from '../new-ids.js';
import { type Kind, type Sight, text } from './kind.js';
import { knownApi } from './rest-api.js';

/** `AWS::ApiGateway::Deployment`: a picture of the API at the moment of its making. */
export const deployment: Kind = {
  replacedBy: ['RestApiId', 'DeploymentCanarySettings', 'StageName'],
  newId: (_request, ids) => plainId(ids, 6),
  describe: (id) => ({ attributes: { DeploymentId: id } }),
  check: knownApi,
  making: ({ stack, resource }) => {
    const api = stack.api(resource.properties.RestApiId);
    if (!api || api.methods.length === 0)
      throw new AwsError('BadRequestException', "The REST API doesn't contain any methods");
    stack.picture(resource.physicalId, api);
  },
  leaving: ({ stack, resource }) => {
    // a stage that the deployment itself makes (`StageName`) goes with it
    if (stack.has('AWS::ApiGateway::Stage', 'DeploymentId', resource.physicalId))
      throw new AwsError(
        'BadRequestException',
        'Active stages pointing to this deployment must be moved or deleted',
      );
  },
};

/** `AWS::ApiGateway::Stage`: serves one deployment until it is told of another. */
export const stage: Kind = {
  replacedBy: ['RestApiId', 'StageName'],
  newId: (request) => text(request, 'StageName'),
  check: (sight) => {
    knownApi(sight);
    const { stack, resource } = sight;
    if (
      !stack.find(
        'AWS::ApiGateway::Deployment',
        text(resource, 'DeploymentId'),
        resource.properties.RestApiId,
      )
    )
      throw new AwsError('BadRequestException', 'Invalid deployment identifier specified');
    checkLogging(sight);
  },
  making: ({ stack, resource }) => {
    const { type, physicalId, properties } = resource;
    if (stack.find(type, physicalId, properties.RestApiId))
      throw new AwsError('ConflictException', 'Stage already exists', 409);
  },
  now: stageNow,
};

/** `AWS::ApiGateway::Account`. The setting is the account's: deleting the resource leaves it on AWS. */
export const account: Kind = {
  replacedBy: [],
  newId: (request) => request.newName(),
  describe: (id) => ({ attributes: { Id: id } }),
};

/** Logs of a stage need a role that the account's settings name (API Gateway: set up CloudWatch logging). */
function checkLogging({ resource, neighbours }: Sight): void {
  const { AccessLogSetting: access, MethodSettings: settings } = resource.properties;
  const levels = Array.isArray(settings) ? (settings as Record<string, unknown>[]) : [];
  const logs = levels.some(({ LoggingLevel: level }) => level === 'INFO' || level === 'ERROR');
  if (access === undefined && !logs) return;
  const named = neighbours.some((stack) => stack.has('AWS::ApiGateway::Account', 'CloudWatchRoleArn'));
  if (!named)
    throw new AwsError(
      'BadRequestException',
      'CloudWatch Logs role ARN must be set in account settings to enable logging',
    );
}

/** The stage as it is served: `UpdateStage` may have changed it since. */
function stageNow({ resource }: Sight, served: StackModel): Record<string, unknown> {
  const stages = served.restApis.filter(({ id }) => id === resource.properties.RestApiId);
  const live = stages.flatMap(({ stages }) => stages).find(({ name }) => name === resource.physicalId);
  if (!live) return resource.properties;
  return {
    ...resource.properties,
    TracingEnabled: live.tracingEnabled,
    Variables: live.variables,
    MethodSettings: settingsNow(live, resource),
  };
}

function settingsNow({ methodSettings }: ApiStage, { properties }: StackResource): unknown {
  const declared = (properties.MethodSettings ?? []) as Record<string, unknown>[];
  return Object.entries(methodSettings).map(([name, settings]) => {
    const slash = name.lastIndexOf('/');
    const where = { ResourcePath: name.slice(0, slash) || '/', HttpMethod: name.slice(slash + 1) };
    const before = declared.find(
      (one) => one.ResourcePath === where.ResourcePath && one.HttpMethod === where.HttpMethod,
    );
    const now = Object.entries(settings).map(([key, value]) => [key[0]?.toUpperCase() + key.slice(1), value]);
    return { ...before, ...where, ...Object.fromEntries(now) };
  });
}
