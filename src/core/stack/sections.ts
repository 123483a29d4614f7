import { type Dict, isDict } from '../dict.js';
import { nearest, suggestion } from '../document/nearest.js';
import { DESCRIPTIONS } from './attributes.js';
import type { Context } from './context.js';
import { RESOURCE_ATTRIBUTES, TEMPLATE_SECTIONS } from './template-keys.js';

const MAPS = ['Metadata', 'Parameters', 'Rules', 'Mappings', 'Conditions', 'Resources', 'Outputs'];
/** Services whose resources would answer requests, but are not emulated. */
const NOT_EMULATED: [RegExp, string][] = [
  [/^AWS::ApiGatewayV2::/, 'HTTP and WebSocket APIs are not emulated yet'],
  [/^AWS::ApiGateway::(DomainName|BasePathMapping)/, 'Custom domains are not emulated yet'],
  [/^AWS::ApiGateway::VpcLink$/, 'VPC links are not emulated'],
  [/^AWS::AppSync::/, 'AppSync is not emulated'],
  [/^AWS::ElasticLoadBalancingV2::/, 'Load balancers are not emulated'],
  [/^AWS::Lambda::(Url|EventSourceMapping|LayerVersion)$/, 'This part of Lambda is not emulated yet'],
  [
    /^AWS::CloudFormation::(Stack|Macro|CustomResource)$|^Custom::/,
    'Nested stacks, macros and custom resources are not emulated',
  ],
];

/** Checks the template's outermost keys. False when it is of another kind (SAM), where more checks only mislead. */
export function checkSections(template: Dict, context: Context): boolean {
  const { report } = context;
  if (!checkTransforms(template, context)) return false;
  for (const key of Object.keys(template)) {
    if (!TEMPLATE_SECTIONS.includes(key)) {
      const fault = {
        code: 'UNKNOWN_SECTION',
        message: `A template has no section \`${key}\`.`,
        remedy: suggestion(key, TEMPLATE_SECTIONS),
      };
      report.error(fault, { holder: template, key, part: 'key' });
    } else if (MAPS.includes(key) && !isDict(template[key])) {
      const fault = {
        code: 'WRONG_TYPE',
        message: `\`${key}\` must be a map.`,
        remedy: 'Write names and values under it.',
      };
      report.error(fault, { holder: template, key });
    }
  }
  if (template.Resources === undefined) {
    const fault = {
      code: 'NO_RESOURCES',
      message: 'The template has no `Resources`.',
      remedy: 'Add the resources of the stack.',
    };
    report.error(fault, { holder: template });
  }
  return true;
}

function checkTransforms(template: Dict, context: Context): boolean {
  const transforms = [template.Transform ?? []].flat();
  let plain = true;
  for (const transform of transforms) {
    const name = isDict(transform) ? String(transform.Name) : String(transform);
    const sam = name.startsWith('AWS::Serverless');
    if (sam) plain = false;
    context.report.error(
      {
        code: sam ? 'SAM_TEMPLATE' : 'NOT_EMULATED',
        message: sam
          ? 'This is a SAM template; plain CloudFormation is needed.'
          : `The transform \`${name}\` is not emulated.`,
        remedy: sam
          ? 'Transform it first (`sam build`, then `aws cloudformation package`), or write AWS::Lambda and AWS::ApiGateway resources.'
          : 'Write out what it would make; AWS::Include works where it stands, as `Fn::Transform`.',
      },
      { holder: template, key: 'Transform' },
    );
  }
  return plain;
}

/** Checks the frame of each resource. */
export function checkResources(context: Context): void {
  for (const [logicalId, resource] of Object.entries(context.resources))
    checkResource(logicalId, resource, context);
}

function checkResource(logicalId: string, resource: unknown, context: Context): void {
  const { report, resources } = context;
  const path = `Resources.${logicalId}`;
  const atKey = { holder: resources, key: logicalId, part: 'key' as const, path };
  if (!/^[A-Za-z0-9]+$/.test(logicalId))
    report.error(
      {
        code: 'BAD_LOGICAL_ID',
        message: `\`${logicalId}\` is no logical id.`,
        remedy: 'Use letters and digits only.',
      },
      atKey,
    );
  if (!isDict(resource) || typeof resource.Type !== 'string') {
    report.error(
      {
        code: 'MISSING_TYPE',
        message: `\`${logicalId}\` has no \`Type\`.`,
        remedy: 'Add one, e.g. `Type: AWS::Lambda::Function`.',
      },
      atKey,
    );
    return;
  }
  for (const key of Object.keys(resource)) {
    if (RESOURCE_ATTRIBUTES.includes(key)) continue;
    const fault = {
      code: 'UNKNOWN_ATTRIBUTE',
      message: `A resource has no attribute \`${key}\`.`,
      remedy: suggestion(key, RESOURCE_ATTRIBUTES),
    };
    report.error(fault, { holder: resource, key, part: 'key', path });
  }
  checkType(resource, resource.Type, path, context);
}

function checkType(resource: Dict, type: string, path: string, { report }: Context): void {
  const at = { holder: resource, key: 'Type', path };
  if (type.startsWith('AWS::Serverless::')) {
    const remedy = 'Transform it first (`sam build`, then `aws cloudformation package`).';
    report.error({ code: 'SAM_TEMPLATE', message: `\`${type}\` is a SAM resource.`, remedy }, at);
  } else if (!/^(AWS|Alexa|Custom|[A-Za-z0-9]+)::/.test(type)) {
    const remedy = 'Write it as `AWS::Service::Resource`.';
    report.error({ code: 'BAD_TYPE', message: `\`${type}\` is no resource type.`, remedy }, at);
  }
  const near = DESCRIPTIONS[type] ? undefined : nearest(type, Object.keys(DESCRIPTIONS), 2);
  if (near) {
    const message = `\`${type}\` is not emulated, and looks like \`${near}\`.`;
    report.warn({ code: 'BAD_TYPE', message, remedy: `Did you mean \`${near}\`?` }, at);
  }
  const gap = NOT_EMULATED.find(([pattern]) => pattern.test(type));
  if (gap)
    report.warn(
      {
        code: 'NOT_EMULATED',
        message: `${gap[1]} (${type}).`,
        remedy: 'It is left out here; AWS honours it.',
      },
      at,
    );
  if (resource.Properties !== undefined && !isDict(resource.Properties))
    report.error(
      {
        code: 'WRONG_TYPE',
        message: '`Properties` must be a map.',
        remedy: 'Write names and values under it.',
      },
      { ...at, key: 'Properties' },
    );
}
