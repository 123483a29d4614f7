import { Secret } from '../secret.js';
import type { Context } from './context.js';
import { propsOf } from './lambda.js';
import type { ApiKey, StackResource, UsagePlan } from './model.js';
import { stableId } from './names.js';
import { isUnresolved, type Props } from './props.js';

/** The API keys of a stack. A key without `Value` gets one of 40 characters, the same in every run. */
export function buildApiKeys(resources: StackResource[], context: Context): ApiKey[] {
  return resources.flatMap((resource) => {
    if (resource.type !== 'AWS::ApiGateway::ApiKey') return [];
    const props = propsOf(resource, context);
    const value = props.string('Value') ?? stableId(`${resource.physicalId}/value`, 40);
    if (!isUnresolved(value) && (value.length < 20 || value.length > 128))
      props.error(
        'OUT_OF_RANGE',
        'The value of an API key has 20 to 128 characters.',
        'Choose a longer one, or leave it out.',
        'Value',
      );
    return [
      {
        logicalId: resource.logicalId,
        id: resource.physicalId,
        name: props.string('Name') ?? resource.logicalId,
        value: new Secret(value),
        enabled: props.boolean('Enabled') ?? false,
      },
    ];
  });
}

/** The usage plans of a stack with their keys. */
export function buildUsagePlans(resources: StackResource[], context: Context): UsagePlan[] {
  const links = resources
    .filter(({ type }) => type === 'AWS::ApiGateway::UsagePlanKey')
    .map((resource) => propsOf(resource, context));
  return resources.flatMap((resource) => {
    if (resource.type !== 'AWS::ApiGateway::UsagePlan') return [];
    const props = propsOf(resource, context);
    props.knownKeys(['ApiStages', 'Description', 'Quota', 'Tags', 'Throttle', 'UsagePlanName']);
    const throttle = props.has('Throttle') ? readThrottle(props.inner('Throttle')) : undefined;
    const quota = props.has('Quota') ? readQuota(props.inner('Quota')) : undefined;
    return [
      {
        logicalId: resource.logicalId,
        id: resource.physicalId,
        name: props.string('UsagePlanName') ?? resource.logicalId,
        ...(throttle && { throttle }),
        ...(quota && { quota }),
        apiStages: props.items('ApiStages').map(readApiStage),
        apiKeyIds: links
          .filter((link) => link.string('UsagePlanId') === resource.physicalId)
          .flatMap((link) => link.string('KeyId') ?? []),
      },
    ];
  });
}

function readThrottle(props: Props): { rateLimit: number; burstLimit: number } {
  return { rateLimit: props.number('RateLimit') ?? 0, burstLimit: props.number('BurstLimit') ?? 0 };
}

function readQuota(props: Props): UsagePlan['quota'] {
  return {
    limit: props.number('Limit') ?? 0,
    offset: props.number('Offset') ?? 0,
    period: props.oneOf('Period', ['DAY', 'WEEK', 'MONTH']) ?? 'MONTH',
  };
}

function readApiStage(props: Props): UsagePlan['apiStages'][number] {
  const throttle = props.inner('Throttle');
  return {
    apiId: props.required('ApiId') ?? '',
    stage: props.required('Stage') ?? '',
    throttle: Object.fromEntries(
      Object.keys(throttle.value).map((route) => [route, readThrottle(throttle.inner(route))]),
    ),
  };
}
