import { AwsError } from '../../protocol/faults.js';
import type { Template } from './template.js';

/** Types that need an acknowledgement, and the property that names them (user guide, "Acknowledging IAM resources"). */
const IAM: Readonly<Record<string, string | undefined>> = {
  'AWS::IAM::AccessKey': undefined,
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': undefined,
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::UserToGroupAddition': undefined,
};

/** The capability that a template needs, with the types it is for; undefined for one without IAM in it. */
export function neededCapability({
  resources,
}: Template): { capability: string; types: string[] } | undefined {
  const found = Object.values(resources).filter(({ Type }) => Object.hasOwn(IAM, Type));
  if (found.length === 0) return undefined;
  const isNamed = found.some(({ Type, Properties }) => Properties?.[IAM[Type] ?? ''] !== undefined);
  return {
    capability: isNamed ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM',
    types: [...new Set(found.map(({ Type }) => Type))],
  };
}

/** Throws `InsufficientCapabilitiesException` unless what the template needs was acknowledged. */
export function checkCapabilities(template: Template, given: readonly string[]): void {
  const needed = neededCapability(template)?.capability;
  if (needed === undefined || given.includes(needed) || given.includes('CAPABILITY_NAMED_IAM')) return;
  throw new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${needed}]`);
}
