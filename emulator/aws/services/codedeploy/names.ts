import type { Input } from '../../protocol/input.js';
import { refuse } from './faults.js';

/** `applicationName`, `deploymentGroupName` or `deploymentConfigName`, by CodeDeploy's own exceptions. */
export function nameOf(input: Input, what: 'Application' | 'DeploymentGroup' | 'DeploymentConfig'): string {
  const member = `${what.charAt(0).toLowerCase()}${what.slice(1)}Name`;
  const words = what.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase();
  const name = input.optionalText(member);
  if (name === undefined) throw refuse(`${what}NameRequired`, `The ${words} name is required.`);
  if (name.length < 1 || name.length > 100 || !/^[\w+=,.@-]+$/.test(name))
    throw refuse(`Invalid${what}Name`, `The ${words} name ${name} is not valid.`);
  return name;
}
