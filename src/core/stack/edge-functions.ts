import type { Context } from './context.js';
import { propsOf } from './lambda.js';
import type { EdgeFunction, RestApi, StackResource } from './model.js';
import type { Props } from './props.js';

/** The CloudFront functions that stand before an API of this stack, by the distribution's cache behaviours. */
export function buildEdgeFunctions(
  resources: StackResource[],
  apis: RestApi[],
  context: Context,
): EdgeFunction[] {
  const functions = new Map(
    resources.filter(({ type }) => type === 'AWS::CloudFront::Function').map((one) => [one.physicalId, one]),
  );
  return resources
    .filter(({ type }) => type === 'AWS::CloudFront::Distribution')
    .flatMap((resource) => {
      const config = propsOf(resource, context).inner('DistributionConfig');
      if (config.has('WebACLId'))
        config.warn(
          'NOT_EMULATED',
          'A web ACL on the distribution is not emulated: requests reach the API unseen by it.',
          "Associate a REGIONAL web ACL with the API's stage, which is.",
          'WebACLId',
        );
      const apiByOrigin = originsOf(config, apis);
      return [config.inner('DefaultCacheBehavior'), ...config.items('CacheBehaviors')].flatMap((behavior) =>
        readBehavior(behavior, apiByOrigin, functions),
      );
    });
}

/** Origin id → id of the API it leads to. */
function originsOf(config: Props, apis: RestApi[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const origin of config.items('Origins')) {
    const api = apis.find(({ id }) => origin.string('DomainName')?.startsWith(`${id}.execute-api.`));
    if (api) found.set(origin.string('Id') ?? '', api.id);
  }
  return found;
}

function readBehavior(
  behavior: Props,
  apiByOrigin: Map<string, string>,
  functions: Map<string, StackResource>,
): EdgeFunction[] {
  const apiId = apiByOrigin.get(behavior.string('TargetOriginId') ?? '');
  const pathPattern = behavior.string('PathPattern');
  return behavior.items('FunctionAssociations').flatMap((association) => {
    const fn = functions.get(association.string('FunctionARN') ?? '');
    const eventType = association.oneOf('EventType', ['viewer-request', 'viewer-response']);
    if (!fn || !eventType || !apiId) return [];
    return [
      {
        name: String(fn.properties.Name ?? fn.logicalId),
        eventType,
        code: String(fn.properties.FunctionCode ?? ''),
        apiId,
        ...(pathPattern !== undefined && { pathPattern }),
        place: fn.place,
      },
    ];
  });
}
