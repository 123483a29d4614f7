import { AwsError } from '../../kernel/aws-error.js';
import type {
  ResourceHandlers,
  ResourceProperties,
  ResourceRequest,
  ResourceStack,
} from '../../kernel/cloudformation.js';
import { Account } from '../services/iam/account.js';
import type { Directory, IamWorld } from '../services/iam/directory.js';
import { checkedDocument, checkedTrust, shownTrust } from '../services/iam/documents.js';
import { attach, detach } from '../services/iam/operations/attachments.js';
import { deleteInline, putInline } from '../services/iam/operations/inline-policies.js';
import {
  createPolicy,
  createPolicyVersion,
  deletePolicy,
  deletePolicyVersion,
} from '../services/iam/operations/policies.js';
import { deleteRole } from '../services/iam/operations/roles.js';
import type { StoredRole } from '../services/iam/stored.js';
import { allTags, alreadyThere, call, json, members, shownTags, text, unlessGone } from './members.js';

interface InlinePolicy {
  PolicyName: string;
  PolicyDocument: unknown;
}

type RoleFields = Omit<StoredRole, 'name' | 'id' | 'arn' | 'createdAt'>;

/** What a template's role is, but for its name. Throws `MalformedPolicyDocument`. */
export function roleFields(properties: ResourceProperties, tags: Record<string, string>): RoleFields {
  const policies = (properties.Policies ?? []) as InlinePolicy[];
  const description = text(properties, 'Description');
  const boundary = text(properties, 'PermissionsBoundary');
  return {
    path: text(properties, 'Path') ?? '/',
    ...(description !== undefined && { description }),
    trust: checkedTrust(json(properties.AssumeRolePolicyDocument)),
    maxSession: Number(properties.MaxSessionDuration ?? 3600),
    inline: Object.fromEntries(
      policies.map((one) => [one.PolicyName, checkedDocument(json(one.PolicyDocument))]),
    ),
    attached: ((properties.ManagedPolicyArns ?? []) as unknown[]).map(String),
    ...(boundary !== undefined && { boundary }),
    tags,
  };
}

/** `AWS::IAM::Role`, `Policy` and `ManagedPolicy`. */
export function iamResources(world: IamWorld, directory: Directory): ResourceHandlers {
  const open = ({ accountId }: ResourceStack) => new Account(world, directory, accountId);
  return {
    'AWS::IAM::Role': roles(open),
    'AWS::IAM::Policy': inlinePolicies(open),
    'AWS::IAM::ManagedPolicy': managedPolicies(open),
  };
}

type Open = (stack: ResourceStack) => Account;
type Handler = ResourceHandlers[string];

function roles(open: Open): Handler {
  const identity = ({ name, arn, id }: StoredRole) => ({
    physicalId: name,
    attributes: { Arn: arn, RoleId: id },
  });
  const checked = (account: Account, request: ResourceRequest): RoleFields => {
    const fields = roleFields(request.properties, allTags(request));
    for (const arn of [...fields.attached, ...(fields.boundary === undefined ? [] : [fields.boundary])])
      account.requirePolicy(arn);
    return fields;
  };
  return {
    replacedBy: ['RoleName', 'Path'],
    takesTags: true,
    schema: {
      known:
        'AssumeRolePolicyDocument Description ManagedPolicyArns MaxSessionDuration Path PermissionsBoundary Policies RoleName Tags'.split(
          ' ',
        ),
      required: ['AssumeRolePolicyDocument'],
    },
    create: async (request) => {
      const account = open(request.stack);
      const name = text(request.properties, 'RoleName') ?? request.newName();
      if (account.state.roles[name]) throw alreadyThere(request.type, name);
      const fields = checked(account, request);
      await request.initiated(name);
      const made = {
        name,
        id: account.newId('AROA'),
        arn: account.arn('role', fields.path, name),
        createdAt: account.now,
        ...fields,
      };
      account.state.roles[name] = made;
      await account.save();
      return identity(made);
    },
    update: async (request) => {
      const account = open(request.stack);
      const role = account.role(request.physicalId);
      const { inline, attached, ...fields } = checked(account, request);
      const before = roleFields(request.before, {});
      // policies that others gave the role stay: a stack's AWS::IAM::Policy is one
      const others = Object.entries(role.inline).filter(([name]) => !(name in before.inline));
      const foreign = role.attached.filter((arn) => !before.attached.includes(arn));
      delete role.description;
      delete role.boundary;
      Object.assign(role, fields, {
        inline: { ...Object.fromEntries(others), ...inline },
        attached: [...new Set([...foreign, ...attached])],
      });
      await account.save();
      return identity(role);
    },
    delete: (request) =>
      unlessGone(async () => {
        const account = open(request.stack);
        const role = account.role(request.physicalId);
        const own = roleFields(request.properties, {});
        role.attached = role.attached.filter((arn) => !own.attached.includes(arn));
        for (const name of Object.keys(own.inline)) delete role.inline[name];
        await call(deleteRole, account, request, { RoleName: role.name });
      }),
    read: async (request) => {
      const account = open(request.stack);
      const role = account.state.roles[request.physicalId];
      if (!role) return undefined;
      const own = roleFields(request.properties, {}).inline;
      const inline = Object.entries(role.inline).filter(
        ([name]) => name in own || request.properties.Policies === undefined,
      );
      return {
        RoleName: role.name,
        Path: role.path,
        Description: role.description,
        AssumeRolePolicyDocument: JSON.parse(shownTrust(role.trust)) as unknown,
        MaxSessionDuration: role.maxSession,
        ManagedPolicyArns: role.attached,
        Policies: inline.map(([PolicyName, document]) => ({
          PolicyName,
          PolicyDocument: JSON.parse(document) as unknown,
        })),
        PermissionsBoundary: role.boundary,
        Tags: shownTags(role.tags, request),
      };
    },
  };
}

type Owner = 'Role' | 'User';

/** Who has a policy: `Roles` and `Users` of its properties. */
function ownersOf(properties: ResourceProperties): [Owner, string][] {
  const named = (kind: Owner) =>
    ((properties[`${kind}s`] ?? []) as unknown[]).map((name): [Owner, string] => [kind, String(name)]);
  if (((properties.Groups ?? []) as unknown[]).length > 0)
    throw new AwsError('InvalidInput', 'This endpoint has no IAM groups.');
  return [...named('Role'), ...named('User')];
}

function inlinePolicies(open: Open): Handler {
  const put = async (request: ResourceRequest): Promise<void> => {
    const given = {
      PolicyName: request.properties.PolicyName,
      PolicyDocument: json(request.properties.PolicyDocument),
    };
    for (const [kind, name] of ownersOf(request.properties))
      await call(putInline(kind), open(request.stack), request, { ...given, [`${kind}Name`]: name });
  };
  const drop = async (request: ResourceRequest, properties: ResourceProperties): Promise<void> => {
    for (const [kind, name] of ownersOf(properties))
      await unlessGone(() =>
        call(deleteInline(kind), open(request.stack), request, {
          PolicyName: properties.PolicyName,
          [`${kind}Name`]: name,
        }),
      );
  };
  return {
    replacedBy: [],
    schema: {
      known: ['Groups', 'PolicyDocument', 'PolicyName', 'Roles', 'Users'],
      required: ['PolicyDocument', 'PolicyName'],
    },
    create: async (request) => {
      if (ownersOf(request.properties).length === 0)
        throw new AwsError('InvalidInput', 'At least one of [Groups,Roles,Users] must be non-empty.');
      const physicalId = request.newName();
      await request.initiated(physicalId);
      await put(request);
      return { physicalId, attributes: { Id: physicalId } };
    },
    update: async (request) => {
      const after = new Set(ownersOf(request.properties).map(String));
      const isRenamed = request.before.PolicyName !== request.properties.PolicyName;
      await put(request);
      const lost = ownersOf(request.before).filter((one) => isRenamed || !after.has(String(one)));
      const names = (kind: Owner) => lost.filter(([which]) => which === kind).map(([, name]) => name);
      await drop(request, {
        PolicyName: request.before.PolicyName,
        Roles: names('Role'),
        Users: names('User'),
      });
      return { physicalId: request.physicalId, attributes: { Id: request.physicalId } };
    },
    delete: (request) => drop(request, request.properties),
    read: async (request) => {
      const account = open(request.stack);
      const owners = ownersOf(request.properties).map(([kind, name]) =>
        kind === 'Role' ? account.state.roles[name] : account.state.users[name],
      );
      const document = owners[0]?.inline[String(request.properties.PolicyName)];
      if (document === undefined) return undefined;
      return { ...request.properties, PolicyDocument: JSON.parse(document) as unknown };
    },
  };
}

function managedPolicies(open: Open): Handler {
  const identity = (arn: string) => ({ physicalId: arn, attributes: { PolicyArn: arn } });
  const join = async (request: ResourceRequest, arn: string): Promise<void> => {
    for (const [kind, name] of ownersOf(request.properties))
      await call(attach(kind), open(request.stack), request, { PolicyArn: arn, [`${kind}Name`]: name });
  };
  const part = async (
    request: ResourceRequest,
    arn: string,
    properties: ResourceProperties,
  ): Promise<void> => {
    for (const [kind, name] of ownersOf(properties))
      await unlessGone(() =>
        call(detach(kind), open(request.stack), request, { PolicyArn: arn, [`${kind}Name`]: name }),
      );
  };
  return {
    replacedBy: ['ManagedPolicyName', 'Path', 'Description'],
    schema: {
      known: ['Description', 'Groups', 'ManagedPolicyName', 'Path', 'PolicyDocument', 'Roles', 'Users'],
      required: ['PolicyDocument'],
    },
    create: async (request) => {
      const account = open(request.stack);
      const { properties } = request;
      const name = text(properties, 'ManagedPolicyName') ?? request.newName(128);
      const arn = account.arn('policy', text(properties, 'Path') ?? '/', name);
      if (account.state.policies[arn]) throw alreadyThere(request.type, arn);
      const document = checkedDocument(json(properties.PolicyDocument));
      await request.initiated(arn);
      await call(createPolicy, account, request, {
        ...members(properties, ['Path', 'Description']),
        PolicyName: name,
        PolicyDocument: document,
      });
      await join(request, arn);
      return identity(arn);
    },
    update: async (request) => {
      const account = open(request.stack);
      const policy = account.policy(request.physicalId);
      const oldest = policy.versions.find(({ id }) => id !== policy.defaultVersion);
      if (policy.versions.length >= 5 && oldest)
        await call(deletePolicyVersion, account, request, { PolicyArn: policy.arn, VersionId: oldest.id });
      const document = json(request.properties.PolicyDocument);
      await call(createPolicyVersion, account, request, {
        PolicyArn: policy.arn,
        PolicyDocument: document,
        SetAsDefault: true,
      });
      await part(request, policy.arn, request.before);
      await join(request, policy.arn);
      return identity(policy.arn);
    },
    delete: (request) =>
      unlessGone(async () => {
        const account = open(request.stack);
        const policy = account.policy(request.physicalId);
        await part(request, policy.arn, request.properties);
        policy.versions = policy.versions.filter(({ id }) => id === policy.defaultVersion);
        await call(deletePolicy, account, request, { PolicyArn: policy.arn });
      }),
    read: async (request) => {
      const account = open(request.stack);
      const document = account.directory.document(account.accountId, request.physicalId);
      return document === undefined ? undefined : { PolicyDocument: JSON.parse(document) as unknown };
    },
  };
}
