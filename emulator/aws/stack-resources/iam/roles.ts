import type { ResourceHandler, ResourceRequest } from '../../../kernel/cloudformation.js';
import type { Account } from '../../services/iam/account.js';
import { shownTrust } from '../../services/iam/documents.js';
import { deleteRole } from '../../services/iam/operations/roles.js';
import type { StoredRole } from '../../services/iam/stored.js';
import { allTags, alreadyThere, call, shownTags, text, unlessGone } from '../members.js';
import type { Open } from './open.js';
import { type RoleFields, roleFields } from './role-fields.js';

/** `AWS::IAM::Role`. */
export function roles(open: Open): ResourceHandler {
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
