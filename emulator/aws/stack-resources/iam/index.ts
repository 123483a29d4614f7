import type { ResourceHandlers, ResourceStack } from '../../../kernel/cloudformation.js';
import { Account } from '../../services/iam/account.js';
import type { Directory, IamWorld } from '../../services/iam/directory.js';
import { inlinePolicies } from './inline-policies.js';
import { managedPolicies } from './managed-policies.js';
import { roles } from './roles.js';

/** `AWS::IAM::Role`, `Policy` and `ManagedPolicy`. */
export function iamResources(world: IamWorld, directory: Directory): ResourceHandlers {
  const open = ({ accountId }: ResourceStack) => new Account(world, directory, accountId);
  return {
    'AWS::IAM::Role': roles(open),
    'AWS::IAM::Policy': inlinePolicies(open),
    'AWS::IAM::ManagedPolicy': managedPolicies(open),
  };
}
