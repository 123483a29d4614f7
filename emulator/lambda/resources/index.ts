import type { AliasDeployments } from '../../kernel/alias-shift.js';
import type { ResourceHandlers } from '../../kernel/cloudformation.js';
import type { LambdaService } from '../service.js';
import { aliasResource } from './alias.js';
import { eventInvokeConfigResource } from './event-invoke-config.js';
import { functionResource } from './function.js';
import { permissionResource } from './permission.js';
import { versionResource } from './version.js';

/** What CloudFormation makes of Lambda's resources. */
export function createLambdaResources(
  service: LambdaService,
  deployments: () => AliasDeployments | undefined = () => undefined,
): ResourceHandlers {
  return {
    'AWS::Lambda::Alias': aliasResource(service, deployments),
    'AWS::Lambda::EventInvokeConfig': eventInvokeConfigResource(service),
    'AWS::Lambda::Function': functionResource(service),
    'AWS::Lambda::Permission': permissionResource(service),
    'AWS::Lambda::Version': versionResource(service),
  };
}
