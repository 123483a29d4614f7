import type { FunctionFacts } from '../../aws/functions.js';
import type { DeployRegion } from '../target/open-target.js';

/** The stack's functions as they are now, by logical id; one that was deleted past the stack is left out. */
export async function liveFunctions({
  stacks,
  functions,
  settings,
}: DeployRegion): Promise<Map<string, FunctionFacts>> {
  const members = await stacks.resources(settings.stackName);
  const ids = new Map(
    members
      .filter(({ type, physicalId }) => type === 'AWS::Lambda::Function' && physicalId !== '')
      .map(({ logicalId, physicalId }) => [physicalId, logicalId]),
  );
  if (ids.size === 0) return new Map();
  const found = await functions.list((name) => ids.has(name));
  return new Map(found.map((fn) => [ids.get(fn.name) as string, fn]));
}
