import type { Context } from './context.js';
import { generatedName, rootResourceIdOf, stableId, stableUuid } from './names.js';

/** What a resource type's identity is made from. */
export interface Identity {
  logicalId: string;
  context: Context;
  /** A property of the resource, resolved, as text. */
  text(key: string): string | undefined;
  /** How many resources of this type for the same function stand before it (versions are numbered from 1). */
  ordinal(): number;
}

export interface Described {
  /** What `Ref` answers. */
  ref: string;
  arn?: string;
  /** What `Fn::GetAtt` answers, by attribute. */
  attributes: Record<string, unknown>;
}

type Describe = (of: Identity) => Described;

function arn({ context }: Identity, service: string, tail: string, region = context.region): string {
  return `arn:${context.partition}:${service}:${region}:${context.accountId}:${tail}`;
}

function seedOf({ context, logicalId }: Identity): string {
  return `${context.accountId}/${context.region}/${context.stackName}/${logicalId}`;
}

function nameOf(of: Identity, key: string, longest = 64): string {
  return of.text(key) ?? generatedName(of.context.stackName, of.logicalId, longest);
}

/** An id of `length` characters that also answers under `attributes`. */
function plainId(length: number, ...attributes: string[]): Describe {
  return (of) => {
    const ref = stableId(seedOf(of), length);
    return { ref, attributes: Object.fromEntries(attributes.map((name) => [name, ref])) };
  };
}

/** A WAFv2 entity: `Ref` is `name|id|scope`. */
function waf(kind: string, ...extra: string[]): Describe {
  return (of) => {
    const name = nameOf(of, 'Name', 128);
    const id = stableUuid(seedOf(of));
    const scope = of.text('Scope') ?? 'REGIONAL';
    const global = scope === 'CLOUDFRONT';
    const own = arn(
      of,
      'wafv2',
      `${global ? 'global' : 'regional'}/${kind}/${name}/${id}`,
      global ? 'us-east-1' : undefined,
    );
    const label = `awswaf:${of.context.accountId}:${kind}:${name}:`;
    const values: Record<string, string> = { Arn: own, Id: id, LabelNamespace: label, Capacity: '0' };
    const names = ['Arn', 'Id', ...extra];
    return {
      ref: `${name}|${id}|${scope}`,
      arn: own,
      attributes: Object.fromEntries(names.map((key) => [key, values[key] as string])),
    };
  };
}

/** A named thing whose `Ref` is its name. */
function named(key: string, service: string, tail: (name: string) => string, longest = 64): Describe {
  return (of) => {
    const ref = nameOf(of, key, longest);
    const own = arn(of, service, tail(ref));
    return { ref, arn: own, attributes: { Arn: own } };
  };
}

function lambdaVersion(of: Identity): Described {
  const name = functionNameOf(of.text('FunctionName') ?? '');
  const version = String(of.ordinal());
  const own = arn(of, 'lambda', `function:${name}:${version}`);
  return { ref: own, arn: own, attributes: { Version: version, FunctionArn: own } };
}

function lambdaAlias(of: Identity): Described {
  const name = functionNameOf(of.text('FunctionName') ?? '');
  const own = arn(of, 'lambda', `function:${name}:${of.text('Name') ?? ''}`);
  return { ref: own, arn: own, attributes: { AliasArn: own } };
}

/** The function's name in a name, partial or full ARN (qualifier left out). */
export function functionNameOf(reference: string): string {
  const parts = reference.split(':');
  if (parts.length === 1) return reference;
  const at = parts.indexOf('function');
  return (at === -1 ? parts[0] : parts[at + 1]) ?? reference;
}

function role(of: Identity): Described {
  const name = nameOf(of, 'RoleName');
  const path = of.text('Path') ?? '/';
  const own = `arn:${of.context.partition}:iam::${of.context.accountId}:role${path}${name}`;
  return {
    ref: name,
    arn: own,
    attributes: { Arn: own, RoleId: `AROA${stableId(seedOf(of), 17).toUpperCase()}` },
  };
}

function managedPolicy(of: Identity): Described {
  const own = `arn:${of.context.partition}:iam::${of.context.accountId}:policy/${nameOf(of, 'ManagedPolicyName', 128)}`;
  return { ref: own, arn: own, attributes: { PolicyArn: own } };
}

function secret(of: Identity): Described {
  const name = nameOf(of, 'Name', 128);
  const own = arn(of, 'secretsmanager', `secret:${name}-${stableId(seedOf(of), 6)}`);
  return { ref: own, arn: own, attributes: { Id: own } };
}

function kmsKey(of: Identity): Described {
  const id = stableUuid(seedOf(of));
  const own = arn(of, 'kms', `key/${id}`);
  return { ref: id, arn: own, attributes: { Arn: own, KeyId: id } };
}

function logGroup(of: Identity): Described {
  const ref = nameOf(of, 'LogGroupName', 512);
  const own = arn(of, 'logs', `log-group:${ref}:*`);
  return { ref, arn: own, attributes: { Arn: own } };
}

function bucket(of: Identity): Described {
  const ref = of.text('BucketName') ?? generatedName(of.context.stackName, of.logicalId, 63).toLowerCase();
  const own = `arn:${of.context.partition}:s3:::${ref}`;
  const domain = `${ref}.s3.${of.context.urlSuffix}`;
  const regional = `${ref}.s3.${of.context.region}.${of.context.urlSuffix}`;
  return { ref, arn: own, attributes: { Arn: own, DomainName: domain, RegionalDomainName: regional } };
}

function distribution(of: Identity): Described {
  const id = `E${stableId(seedOf(of), 13).toUpperCase()}`;
  const own = `arn:${of.context.partition}:cloudfront::${of.context.accountId}:distribution/${id}`;
  const domain = `d${stableId(`${seedOf(of)}/domain`, 13)}.cloudfront.net`;
  return { ref: id, arn: own, attributes: { Id: id, DomainName: domain } };
}

function edgeFunction(of: Identity): Described {
  const own = `arn:${of.context.partition}:cloudfront::${of.context.accountId}:function/${of.text('Name') ?? of.logicalId}`;
  return {
    ref: own,
    arn: own,
    attributes: { FunctionARN: own, 'FunctionMetadata.FunctionARN': own, Stage: 'LIVE' },
  };
}

function restApi(of: Identity): Described {
  const id = stableId(seedOf(of), 10);
  return {
    ref: id,
    arn: `arn:${of.context.partition}:apigateway:${of.context.region}::/restapis/${id}`,
    attributes: { RootResourceId: rootResourceIdOf(id), RestApiId: id },
  };
}

function ownName(key: string): Describe {
  return (of) => ({ ref: of.text(key) ?? of.logicalId, attributes: {} });
}

/** A name of its own, or one that CloudFormation makes. */
function generated(key: string, longest: number): Describe {
  return (of) => ({ ref: nameOf(of, key, longest), attributes: {} });
}

/** What hangs on a secret is known by the secret's ARN. */
function ofSecret(of: Identity): Described {
  const ref = of.text('SecretId') ?? of.logicalId;
  return { ref, attributes: { Id: ref } };
}

/** The resource types whose `Ref` and attributes are known. */
export const DESCRIPTIONS: Record<string, Describe> = {
  'AWS::Lambda::Function': named('FunctionName', 'lambda', (name) => `function:${name}`),
  'AWS::Lambda::Version': lambdaVersion,
  'AWS::Lambda::Alias': lambdaAlias,
  'AWS::Lambda::Permission': (of) => ({
    ref: generatedName(of.context.stackName, of.logicalId),
    attributes: {},
  }),
  'AWS::ApiGateway::RestApi': restApi,
  'AWS::ApiGateway::Resource': plainId(6, 'ResourceId'),
  'AWS::ApiGateway::Method': plainId(12),
  'AWS::ApiGateway::Authorizer': plainId(6, 'AuthorizerId'),
  'AWS::ApiGateway::Model': ownName('Name'),
  'AWS::ApiGateway::RequestValidator': plainId(6, 'RequestValidatorId'),
  'AWS::ApiGateway::GatewayResponse': plainId(10, 'Id'),
  'AWS::ApiGateway::Deployment': plainId(6, 'DeploymentId'),
  'AWS::ApiGateway::Stage': ownName('StageName'),
  'AWS::ApiGateway::ApiKey': plainId(10, 'APIKeyId'),
  'AWS::ApiGateway::UsagePlan': plainId(6, 'Id'),
  'AWS::ApiGateway::UsagePlanKey': plainId(10, 'Id'),
  'AWS::ApiGateway::Account': plainId(10, 'Id'),
  'AWS::WAFv2::WebACL': waf('webacl', 'Capacity', 'LabelNamespace'),
  'AWS::WAFv2::IPSet': waf('ipset'),
  'AWS::WAFv2::RegexPatternSet': waf('regexpatternset'),
  'AWS::WAFv2::RuleGroup': waf('rulegroup', 'LabelNamespace'),
  'AWS::WAFv2::WebACLAssociation': plainId(10),
  'AWS::CloudFront::Distribution': distribution,
  'AWS::CloudFront::Function': edgeFunction,
  'AWS::SecretsManager::Secret': secret,
  'AWS::KMS::Key': kmsKey,
  'AWS::KMS::Alias': ownName('AliasName'),
  'AWS::IAM::Role': role,
  'AWS::IAM::Policy': ownName('PolicyName'),
  'AWS::IAM::ManagedPolicy': managedPolicy,
  'AWS::Logs::LogGroup': logGroup,
  'AWS::S3::Bucket': bucket,
  'AWS::DynamoDB::Table': named('TableName', 'dynamodb', (name) => `table/${name}`, 255),
  'AWS::SNS::Topic': (of) => {
    const name = nameOf(of, 'TopicName', 256);
    const own = arn(of, 'sns', name);
    return { ref: own, arn: own, attributes: { TopicArn: own, TopicName: name } };
  },
  'AWS::SQS::Queue': (of) => {
    const name = nameOf(of, 'QueueName', 80);
    const url = `https://sqs.${of.context.region}.${of.context.urlSuffix}/${of.context.accountId}/${name}`;
    const own = arn(of, 'sqs', name);
    return { ref: url, arn: own, attributes: { Arn: own, QueueName: name, QueueUrl: url } };
  },
  'AWS::CodeDeploy::Application': generated('ApplicationName', 100),
  'AWS::CodeDeploy::DeploymentConfig': generated('DeploymentConfigName', 100),
  'AWS::CodeDeploy::DeploymentGroup': generated('DeploymentGroupName', 100),
  'AWS::CloudWatch::Alarm': named('AlarmName', 'cloudwatch', (name) => `alarm:${name}`, 255),
  'AWS::CloudWatch::CompositeAlarm': named('AlarmName', 'cloudwatch', (name) => `alarm:${name}`, 255),
  'AWS::CloudWatch::Dashboard': generated('DashboardName', 255),
  'AWS::Logs::MetricFilter': generated('FilterName', 512),
  'AWS::SecretsManager::RotationSchedule': ofSecret,
  'AWS::SecretsManager::ResourcePolicy': ofSecret,
  'AWS::S3::BucketPolicy': (of) => ({ ref: of.text('Bucket') ?? of.logicalId, attributes: {} }),
  'AWS::Events::Rule': named('Name', 'events', (name) => `rule/${name}`),
  'AWS::SSM::Parameter': (of) => {
    const ref = nameOf(of, 'Name', 512);
    return { ref, attributes: { Type: of.text('Type') ?? 'String', Value: of.text('Value') ?? '' } };
  },
};

/** A type nobody described: a stable name, and made-up attributes. */
export function describeUnknown(of: Identity): Described {
  return { ref: generatedName(of.context.stackName, of.logicalId), attributes: {} };
}
