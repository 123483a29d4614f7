import { asList } from '../api-document.js';
import type { SideResource, Sides } from '../sides.js';

/** What managed policies say, by `policyKey` of how a template names them. */
export type PolicyContents = ReadonlyMap<string, unknown>;

/** Before and after a deployment: policies of the stack itself may change with it. */
export interface ManagedPolicies {
  before: PolicyContents;
  after: PolicyContents;
}

export const NO_POLICIES: ManagedPolicies = { before: new Map(), after: new Map() };

const OUTSIDE = /^arn:[\w-]+:iam::(aws|\d{12}):policy\//;

/** A policy as an entry of `ManagedPolicyArns` names it: its ARN, or the function that CloudFormation has yet to resolve. */
export function policyKey(entry: unknown): string {
  return typeof entry === 'string' ? entry : JSON.stringify(entry);
}

/** Entries of `ManagedPolicyArns`. */
export function policiesOf(resource: SideResource | undefined): string[] {
  return asList(resource?.properties.ManagedPolicyArns).map(policyKey);
}

/**
 * The contents of the managed policies that roles, users and groups of a stack have, as far as the list of one changes:
 * those of the stack from its templates, others from IAM.
 * @param read the policy with this ARN as JSON; undefined when it cannot be had
 */
export async function managedPolicies(
  { before, after }: Sides,
  read: (arn: string) => Promise<string | undefined>,
): Promise<ManagedPolicies> {
  const own = { before: ownPolicies(before), after: ownPolicies(after) };
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, is] = [policiesOf(before.get(id)), policiesOf(after.get(id))];
    return was.join() === is.join() ? [] : [...was, ...is];
  });
  const outside = [...new Set(changed)].filter(
    (arn) => OUTSIDE.test(arn) && !own.before.has(arn) && !own.after.has(arn),
  );
  const found = await Promise.all(outside.map(async (arn) => [arn, await read(arn)] as const));
  const known = found.filter(([, content]) => content !== undefined);
  return { before: new Map([...own.before, ...known]), after: new Map([...own.after, ...known]) };
}

function ownPolicies(side: ReadonlyMap<string, SideResource>): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { type, logicalId, physicalId, properties } of side.values()) {
    if (type !== 'AWS::IAM::ManagedPolicy') continue;
    const { PolicyDocument } = properties;
    if (physicalId !== undefined) found.set(physicalId, PolicyDocument);
    found.set(policyKey({ Ref: logicalId }), PolicyDocument);
  }
  return found;
}
