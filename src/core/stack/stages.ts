import type { Context } from './context.js';
import { propsOf } from './lambda.js';
import type { ApiStage, MethodSettings, RestApi, StackResource } from './model.js';
import { stableId } from './names.js';
import { isUnresolved, type Props } from './props.js';

const STAGE_KEYS = (
  'AccessLogSetting CacheClusterEnabled CacheClusterSize CanarySetting ClientCertificateId DeploymentId Description ' +
  'DocumentationVersion MethodSettings RestApiId StageName Tags TracingEnabled Variables'
).split(' ');

/** Puts the stages on their APIs; an API with methods but without a stage gets an implicit one, and a warning. */
export function attachStages(apis: RestApi[], resources: StackResource[], context: Context): void {
  const byId = new Map(apis.map((api) => [api.id, api]));
  for (const resource of resources) {
    const api = byId.get(String(resource.properties.RestApiId));
    if (!api) continue;
    if (resource.type === 'AWS::ApiGateway::Stage') addStage(api, resource, resources, context);
    else if (resource.type === 'AWS::ApiGateway::Deployment') addDeployment(api, resource, context);
  }
  attachWebAcls(apis, resources, context);
  for (const api of apis) if (api.stages.length === 0 && api.methods.length > 0) addImplicit(api, context);
}

function addStage(api: RestApi, resource: StackResource, resources: StackResource[], context: Context): void {
  const props = propsOf(resource, context);
  props.knownKeys(STAGE_KEYS);
  const name = props.required('StageName') ?? resource.physicalId;
  const deploymentId = props.required('DeploymentId') ?? '';
  const known = resources.some(
    (one) => one.type === 'AWS::ApiGateway::Deployment' && one.physicalId === deploymentId,
  );
  if (!known && deploymentId !== '' && !isUnresolved(deploymentId))
    props.error(
      'UNKNOWN_DEPLOYMENT',
      '`DeploymentId` is no deployment of this template.',
      'Ref an AWS::ApiGateway::Deployment.',
      'DeploymentId',
    );
  if (props.has('CanarySetting'))
    props.warn(
      'NOT_EMULATED',
      'Stage canaries are not emulated yet.',
      'All calls go to the main deployment.',
      'CanarySetting',
    );
  pushStage(api, readStage(props, name, deploymentId), props);
}

function pushStage(api: RestApi, stage: ApiStage, props: Props): void {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(stage.name) && !isUnresolved(stage.name))
    props.error(
      'BAD_STAGE_NAME',
      `\`${stage.name}\` is no stage name.`,
      'Use letters, digits, `-` and `_`.',
      'StageName',
    );
  if (api.stages.some(({ name }) => name === stage.name))
    props.error('DUPLICATE_NAME', `The API has two stages \`${stage.name}\`.`, 'Rename one.', 'StageName');
  api.stages.push(stage);
}

/** `StageName` on a deployment makes a stage too, with `StageDescription` as its settings. */
function addDeployment(api: RestApi, resource: StackResource, context: Context): void {
  const props = propsOf(resource, context);
  props.knownKeys(['DeploymentCanarySettings', 'Description', 'RestApiId', 'StageDescription', 'StageName']);
  const name = props.string('StageName');
  if (name !== undefined)
    pushStage(api, readStage(props.inner('StageDescription'), name, resource.physicalId), props);
}

function readStage(props: Props, name: string, deploymentId: string): ApiStage {
  const log = props.inner(props.has('AccessLogSettings') ? 'AccessLogSettings' : 'AccessLogSetting');
  const destination = log.string('DestinationArn');
  return {
    name,
    deploymentId,
    variables: props.stringMap('Variables'),
    methodSettings: readMethodSettings(props),
    cacheClusterEnabled: props.boolean('CacheClusterEnabled') ?? false,
    ...(destination && { accessLog: { destinationArn: destination, format: log.required('Format') ?? '' } }),
    tracingEnabled: props.boolean('TracingEnabled') ?? false,
  };
}

function readMethodSettings(props: Props): Record<string, MethodSettings> {
  const settings: Record<string, MethodSettings> = {};
  for (const item of props.items('MethodSettings')) {
    const path = (item.string('ResourcePath') ?? '/*').replaceAll('~1', '/').replace(/^\/*/, '');
    const verb = item.string('HttpMethod') ?? '*';
    settings[`${path === '' ? '' : `/${path}`}/${verb}`] = readSettings(item);
  }
  return settings;
}

const STRATEGIES = [
  'FAIL_WITH_403',
  'SUCCEED_WITH_RESPONSE_HEADER',
  'SUCCEED_WITHOUT_RESPONSE_HEADER',
] as const;

function readSettings(item: Props): MethodSettings {
  const all: { [K in keyof MethodSettings]: MethodSettings[K] | undefined } = {
    throttlingRateLimit: item.number('ThrottlingRateLimit'),
    throttlingBurstLimit: item.number('ThrottlingBurstLimit'),
    cachingEnabled: item.boolean('CachingEnabled'),
    cacheTtlInSeconds: item.within('CacheTtlInSeconds', 0, 3600, ' seconds'),
    cacheDataEncrypted: item.boolean('CacheDataEncrypted'),
    requireAuthorizationForCacheControl: item.boolean('RequireAuthorizationForCacheControl'),
    unauthorizedCacheControlHeaderStrategy: item.oneOf('UnauthorizedCacheControlHeaderStrategy', STRATEGIES),
    loggingLevel: item.oneOf('LoggingLevel', ['OFF', 'ERROR', 'INFO']),
    metricsEnabled: item.boolean('MetricsEnabled'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as MethodSettings;
}

const STAGE_ARN = /\/restapis\/([^/]+)\/stages\/(.+)$/;

function attachWebAcls(apis: RestApi[], resources: StackResource[], context: Context): void {
  const acls = resources.filter(({ type }) => type === 'AWS::WAFv2::WebACL').map(({ arn }) => arn);
  for (const resource of resources) {
    if (resource.type !== 'AWS::WAFv2::WebACLAssociation') continue;
    const props = propsOf(resource, context);
    props.knownKeys(['ResourceArn', 'WebACLArn']);
    const resourceArn = props.required('ResourceArn') ?? '';
    const webAclArn = props.required('WebACLArn');
    const [, apiId, stageName] = STAGE_ARN.exec(resourceArn) ?? [];
    const stage = apis.find(({ id }) => id === apiId)?.stages.find(({ name }) => name === stageName);
    if (stage === undefined || webAclArn === undefined) warnUnattached(props, resourceArn);
    else if (acls.includes(webAclArn)) stage.webAclArn = webAclArn;
    else if (!isUnresolved(webAclArn))
      props.warn(
        'WAF_NOT_EMULATED',
        `The web ACL ${webAclArn} is not in this template: nothing is filtered here, other than on AWS.`,
        'Give its rules in this template to have them applied.',
        'WebACLArn',
      );
  }
}

function warnUnattached(props: Props, resourceArn: string): void {
  if (isUnresolved(resourceArn) || resourceArn === '') return;
  props.warn(
    'WAF_NOT_EMULATED',
    `The web ACL is associated with ${resourceArn}, which is no stage of an API of this template.`,
    'Write `arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}` in an Fn::Sub.',
    'ResourceArn',
  );
}

function addImplicit(api: RestApi, context: Context): void {
  const name = context.stage ?? 'dev';
  api.stages.push({
    name,
    deploymentId: stableId(`${api.id}/implicit`, 6),
    variables: {},
    methodSettings: {},
    implicit: true,
    cacheClusterEnabled: false,
    tracingEnabled: false,
  });
  context.report.warn(
    {
      code: 'NO_STAGE',
      message: `${api.logicalId} has methods but no stage: AWS would not serve it. Here it is served as stage \`${name}\`.`,
      remedy: 'Add an AWS::ApiGateway::Deployment and an AWS::ApiGateway::Stage.',
    },
    { holder: context.resources, key: api.logicalId, part: 'key', path: `Resources.${api.logicalId}` },
  );
}
