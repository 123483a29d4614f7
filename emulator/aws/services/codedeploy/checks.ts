import type { CodeDeploy } from './code-deploy.js';
import { DeploymentEnds } from './ending.js';
import type { StoredDeployment } from './stored.js';

const INVALID =
  'The deployment failed because the AppSpec file that specifies the AWS Lambda deployment configuration is missing or has an invalid configuration.';

/** Refuses, by ending it, a deployment whose function, alias or versions are not as the AppSpec says. */
export function checkStart(context: CodeDeploy, deployment: StoredDeployment): void {
  const { functions } = context.world;
  const { functionName, currentVersion, targetVersion } = deployment.spec;
  const place = context.placeOf(deployment);
  const alias = functions?.alias(place);
  if (!functions || !alias)
    throw fail(
      'INVALID_LAMBDA_FUNCTION',
      `${INVALID} The Lambda function or its alias was not found: ${functionName}:${place.alias}.`,
    );
  if (!functions.hasVersion(place, targetVersion))
    throw fail(
      'INVALID_LAMBDA_CONFIGURATION',
      `${INVALID} The target version ${targetVersion} of the Lambda function does not exist.`,
    );
  if (alias.version !== currentVersion)
    throw fail(
      'INVALID_LAMBDA_CONFIGURATION',
      `${INVALID} The Lambda function alias version does not match the current version in AppSpec file.`,
    );
}

/** Ends a deployment whose role may not do what it has to. */
export function forbidden(context: CodeDeploy, deployment: StoredDeployment): void {
  const { accountId, region } = context;
  const group = context.state.applications[deployment.application]?.groups[deployment.group];
  if (!group)
    throw fail('DEPLOYMENT_GROUP_MISSING', `No Deployment Group found for name: ${deployment.group}`);
  const { functionName, alias } = deployment.spec;
  const [name = ''] = functionName.split(':').slice(-1);
  const resource = `arn:aws:lambda:${region}:${accountId}:function:${name}:${alias}`;
  if (context.world.allows(group.roleArn, 'lambda:UpdateAlias', resource)) return;
  throw fail('IAM_ROLE_PERMISSIONS', permissionWords(group.roleArn));
}

/** CodeDeploy's words for a role that lacks a permission. */
export function permissionWords(roleArn: string): string {
  return `The IAM role ${roleArn} does not give you permission to perform operations in the following AWS service: AWSLambda. Contact your AWS administrator if you need help. If you are an AWS administrator, you can grant permissions to your users or groups by creating IAM policies.`;
}

function fail(code: string, message: string): DeploymentEnds {
  return new DeploymentEnds({ status: 'Failed', error: { code, message }, rollback: 'DEPLOYMENT_FAILURE' });
}
