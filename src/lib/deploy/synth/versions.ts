import { functionNameOf } from '../../../core/stack/attributes.js';
import type { StackModel, StackResource } from '../../../core/stack/model.js';
import { sha256 } from '../package/archive-store.js';
import type { FunctionPackage } from '../package/function-package.js';
import { renameResources } from './references.js';

type Dict = Record<string, unknown>;

/** Properties of a function that no version keeps: a change of them alone is nothing to publish. */
const UNVERSIONED = [
  'Code',
  'CodeSigningConfigArn',
  'RecursiveLoop',
  'ReservedConcurrentExecutions',
  'RuntimeManagementConfig',
  'Tags',
];

/**
 * Gives every version of a function a logical id that changes with the function's code and configuration. A version is a
 * picture like a deployment's: CloudFormation publishes one when the resource is made, and no other. With the same
 * code and configuration Lambda refuses a second one, so nothing else may change the id: neither where code lies nor
 * tags. (`AWS::Lambda::Version` in the CloudFormation reference, `PublishVersion` in Lambda's.)
 */
export function freshVersions(
  template: Dict,
  { resources }: Pick<StackModel, 'resources'>,
  packages: readonly Pick<FunctionPackage, 'function' | 'key'>[],
): Dict {
  const functions = new Map(
    resources.filter(({ type }) => type === 'AWS::Lambda::Function').map((one) => [one.physicalId, one]),
  );
  const names = new Map<string, string>();
  for (const { logicalId, type, properties } of resources) {
    if (type !== 'AWS::Lambda::Version') continue;
    const fn = functions.get(functionNameOf(String(properties.FunctionName)));
    if (fn) names.set(logicalId, `${logicalId}${picture(fn, packages).slice(0, 10)}`);
  }
  return renameResources(template, names);
}

/** Hash of what a version keeps, parameters put in. */
function picture(
  { logicalId, properties }: StackResource,
  packages: readonly Pick<FunctionPackage, 'function' | 'key'>[],
): string {
  const kept = Object.entries(properties)
    .filter(([name]) => !UNVERSIONED.includes(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const code = packages.find((one) => one.function === logicalId)?.key ?? properties.Code;
  return sha256(JSON.stringify([code, kept]));
}
