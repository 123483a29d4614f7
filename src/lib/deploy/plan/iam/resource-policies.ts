import { asDict, asList, type Dict } from '../api-document.js';
import type { SideResource } from '../sides.js';
import { type ManagedPolicies, NO_POLICIES, type PolicyContents, policiesOf } from './managed-policies.js';
import { type Widening, widenings } from './widening.js';

/** What a resource newly allows. */
export interface ResourceWidening extends Omit<Widening, 'kind'> {
  resource: string;
  type: string;
  /** The property that says so. */
  property: string;
  /** The managed policy by which it does, when its content is known. */
  policy?: string;
  kind: Widening['kind'] | 'attached' | 'boundary';
}

/** Properties with one policy document each, by resource type. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  'AWS::IAM::Policy': 'PolicyDocument',
  'AWS::IAM::ManagedPolicy': 'PolicyDocument',
  'AWS::IAM::RolePolicy': 'PolicyDocument',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::Logs::ResourcePolicy': 'PolicyDocument',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
  'AWS::ApiGateway::RestApi': 'Policy',
  'AWS::DynamoDB::Table': 'ResourcePolicy',
};

/** Lists of whom a policy is given to, by resource type. */
const HOLDERS = ['Roles', 'Users', 'Groups'] as const;

/**
 * What a resource allows now and did not before; `before` is undefined for a new one, `after` for one that goes.
 * @param managed what managed policies say; one whose content is not known is told as `attached`
 */
export function resourceWidenings(
  before: SideResource | undefined,
  after: SideResource | undefined,
  managed: ManagedPolicies = NO_POLICIES,
): ResourceWidening[] {
  const { logicalId: resource, type } = (after ?? before) as SideResource;
  // what goes takes its policy along, but a policy that goes leaves behind what it forbade
  if (!after && !/Policy$/.test(type)) return [];
  const [was, is] = [before?.properties ?? {}, after?.properties ?? {}];
  const found: Found[] = [];
  const compare = (property: string, read: (from: Dict) => unknown[]) =>
    found.push(...widenings(read(was), read(is)).map((one) => ({ ...one, property })));
  const document = DOCUMENTS[type];
  if (document !== undefined) compare(document, (from) => [from[document]]);
  if (type === 'AWS::IAM::Role')
    compare('AssumeRolePolicyDocument', (from) => [from.AssumeRolePolicyDocument]);
  if (/^AWS::IAM::(Role|User|Group)$/.test(type)) {
    compare('Policies', (from) => asList(from.Policies).map((one) => asDict(one).PolicyDocument));
    found.push(...managedWidenings(before, after, managed), ...boundary(was, is));
  }
  if (/^AWS::IAM::(Managed)?Policy$/.test(type) && before)
    found.push(...HOLDERS.flatMap((name) => attachments(name, was, is)));
  if (type === 'AWS::Lambda::Permission') compare('Permission', (from) => [permissionDocument(from)]);
  return found.map((one) => ({ resource, type, ...one }));
}

const NO_PARTS = { actions: [], resources: [], conditions: [] };

type Found = Omit<ResourceWidening, 'resource' | 'type'>;

/** By content, where it is known on both sides: a policy that says no more than those before it is none. */
function managedWidenings(
  before: SideResource | undefined,
  after: SideResource | undefined,
  managed: ManagedPolicies,
): Found[] {
  const property = 'ManagedPolicyArns';
  const [had, has] = [policiesOf(before), policiesOf(after)];
  const said = (side: SideResource | undefined, from: PolicyContents): unknown[] => [
    ...asList(side?.properties.Policies).map((one) => asDict(one).PolicyDocument),
    ...policiesOf(side).map((policy) => from.get(policy)),
  ];
  const fresh = has.filter((policy) => !had.includes(policy));
  const unknown = fresh.filter((policy) => !managed.after.has(policy));
  const allowed = fresh
    .filter((policy) => managed.after.has(policy))
    .flatMap((policy) =>
      widenings(said(before, managed.before), [managed.after.get(policy)])
        .filter(({ kind }) => kind === 'allow')
        .map((one) => ({ ...one, property, policy })),
    );
  // a policy that is taken away takes along what it forbade
  const lifted = had
    .filter((policy) => !has.includes(policy))
    .flatMap((policy) =>
      widenings([managed.before.get(policy)], said(after, managed.after))
        .filter(({ kind }) => kind === 'deny')
        .map((one) => ({ ...one, property, policy })),
    );
  return [...attached(property, unknown), ...allowed, ...lifted];
}

function attachments(property: string, was: Dict, is: Dict): Found[] {
  const text = (one: unknown) => (typeof one === 'string' ? one : JSON.stringify(one));
  const had = asList(was[property]).map(text);
  const fresh = asList(is[property])
    .map(text)
    .filter((one) => !had.includes(one));
  return attached(property, fresh);
}

function attached(property: string, resources: string[]): Found[] {
  if (resources.length === 0) return [];
  return [{ property, kind: 'attached', by: ['statement'], ...NO_PARTS, resources }];
}

function boundary(was: Dict, is: Dict): Found[] {
  const [old, now] = [was.PermissionsBoundary, is.PermissionsBoundary];
  if (old === undefined || JSON.stringify(old) === JSON.stringify(now)) return [];
  return [
    {
      property: 'PermissionsBoundary',
      kind: 'boundary',
      by: ['condition'],
      ...NO_PARTS,
      resources: [now === undefined ? 'none' : JSON.stringify(now)],
    },
  ];
}

/** Condition keys by the properties of a permission that stand for them. */
const PERMISSION_KEYS: Readonly<Record<string, string>> = {
  SourceAccount: 'aws:SourceAccount',
  PrincipalOrgID: 'aws:PrincipalOrgID',
  FunctionUrlAuthType: 'lambda:FunctionUrlAuthType',
  EventSourceToken: 'lambda:EventSourceToken',
};

/** A Lambda permission as the statement that it adds to the function's policy. */
function permissionDocument(from: Dict): unknown {
  const { Action, FunctionName: Resource, Principal: name, SourceArn } = from;
  if (Action === undefined) return undefined;
  const equal = Object.entries(PERMISSION_KEYS).filter(([property]) => from[property] !== undefined);
  const Condition = {
    StringEquals: Object.fromEntries(equal.map(([property, key]) => [key, from[property]])),
    ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': SourceArn } }),
  };
  const isService = typeof name === 'string' && name.endsWith('.amazonaws.com');
  const Principal = name === '*' ? '*' : { [isService ? 'Service' : 'AWS']: name };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action, Resource, Condition }],
  };
}
