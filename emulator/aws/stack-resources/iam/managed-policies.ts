import type { ResourceHandler, ResourceProperties, ResourceRequest } from '../../../kernel/cloudformation.js';
import { checkedDocument } from '../../services/iam/documents.js';
import { attach, detach } from '../../services/iam/operations/attachments.js';
import {
  createPolicy,
  createPolicyVersion,
  deletePolicy,
  deletePolicyVersion,
} from '../../services/iam/operations/policies.js';
import { alreadyThere, call, json, members, text, unlessGone } from '../members.js';
import type { Open } from './open.js';
import { ownersOf } from './owners.js';

/** `AWS::IAM::ManagedPolicy`. */
export function managedPolicies(open: Open): ResourceHandler {
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
