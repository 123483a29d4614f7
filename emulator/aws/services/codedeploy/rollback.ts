import { createHash } from 'node:crypto';
import { writeAppSpec } from './app-spec.js';
import type { CodeDeploy } from './code-deploy.js';
import { PREDEFINED } from './configs.js';
import type { Ending } from './ending.js';
import { newDeployment } from './new-deployment.js';
import type { AppSpec, StoredDeployment } from './stored.js';

/**
 * Makes the deployment that takes another one back, if that is wanted: all traffic returns to the version before, at once
 * and without hooks. A rollback itself is not taken back.
 */
export function rollBack(
  context: CodeDeploy,
  failed: StoredDeployment,
  wanted: Ending['rollback'],
): StoredDeployment | undefined {
  const { enabled, events } = failed.autoRollback;
  const isWanted = typeof wanted === 'boolean' ? wanted : enabled && events.includes(wanted);
  if (!isWanted || failed.creator === 'codeDeployRollback') return undefined;
  if (!context.state.applications[failed.application]?.groups[failed.group]) return undefined;
  const alias = context.world.functions?.alias(context.placeOf(failed));
  if (!alias) return undefined;
  const spec: AppSpec = {
    ...failed.spec,
    currentVersion: alias.version,
    targetVersion: failed.spec.currentVersion,
    hooks: {},
  };
  const content = writeAppSpec(spec);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const config = PREDEFINED['CodeDeployDefault.LambdaAllAtOnce'];
  if (!config) return undefined;
  const back = newDeployment(context, {
    application: failed.application,
    group: failed.group,
    config,
    creator: 'codeDeployRollback',
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } },
    spec,
    description: `Rollback of deployment ${failed.id}`,
  });
  back.rollback = {
    triggeringId: failed.id,
    message: `Deployment ${failed.id} is rolled back: traffic returns to version ${spec.targetVersion}.`,
  };
  failed.rollback = {
    deploymentId: back.id,
    message: `Automatic rollback to version ${spec.targetVersion} by deployment ${back.id}.`,
  };
  return back;
}
