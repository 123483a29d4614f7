import type { Input } from '../../protocol/input.js';
import { refuse } from './faults.js';

type Named = 'Application' | 'DeploymentGroup' | 'DeploymentConfig';

/** `applicationName`, `deploymentGroupName` or `deploymentConfigName`, by CodeDeploy's own exceptions. */
export function nameOf(input: Input, what: Named): string {
  const member = `${what.charAt(0).toLowerCase()}${what.slice(1)}Name`;
  const name = input.optionalText(member);
  if (name === undefined) throw refuse(`${what}NameRequired`, `The ${wordsOf(what)} name is required.`);
  return checkName(name, what);
}

/** The name, when it may be one. Throws `Invalid…NameException`. */
export function checkName(name: string, what: Named): string {
  if (name.length > 100 || !/^[\w+=,.@-]+$/.test(name))
    throw refuse(`Invalid${what}Name`, `The ${wordsOf(what)} name ${name} is not valid.`);
  return name;
}

/** Refuses every `computePlatform` but Lambda; like AWS, none stands for `Server`. Throws `InvalidComputePlatformException`. */
export function checkPlatform(input: Input): void {
  const platform = input.optionalText('computePlatform') ?? 'Server';
  if (platform !== 'Lambda')
    throw refuse(
      'InvalidComputePlatform',
      `The compute platform ${platform} is not emulated: here is Lambda alone.`,
    );
}

function wordsOf(what: Named): string {
  return what.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase();
}
