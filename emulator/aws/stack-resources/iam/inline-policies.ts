import { AwsError } from '../../../kernel/aws-error.js';
import type { ResourceHandler, ResourceProperties, ResourceRequest } from '../../../kernel/cloudformation.js';
import { deleteInline, putInline } from '../../services/iam/operations/inline-policies.js';
import { call, json, unlessGone } from '../members.js';
import type { Open } from './open.js';
import { type Owner, ownersOf } from './owners.js';

/** `AWS::IAM::Policy`: a document in each of its roles and users. */
export function inlinePolicies(open: Open): ResourceHandler {
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
