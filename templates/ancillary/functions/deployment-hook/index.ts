import {
  CodeDeployClient,
  GetDeploymentCommand,
  PutLifecycleEventHookExecutionStatusCommand,
} from '@aws-sdk/client-codedeploy';
import { SMOKE } from './smoke.js';
import { tryVersion, type Verdict } from './try-version.js';

/** What CodeDeploy sends to a hook: not the version, so that is found by the deployment's group. */
interface HookEvent {
  DeploymentId: string;
  LifecycleEventHookExecutionId: string;
}

let codedeploy: CodeDeployClient | undefined;

/**
 * BeforeAllowTraffic: sends a few real events to the new version of the function under deployment, and lets traffic to
 * it only when every answer is as it should be. Nothing is booked, mailed or kept by them. Whatever goes wrong here
 * is reported as a failure: CodeDeploy would wait an hour for a hook that says nothing.
 */
export async function handler(event: HookEvent): Promise<{ status: string; verdicts: Verdict[] }> {
  const verdicts = await verdictsOf(event).catch((error: unknown) => [
    { smoke: 'the hook itself', ms: 0, fault: error instanceof Error ? error.message : String(error) },
  ]);
  const status = verdicts.every(({ fault }) => fault === undefined) ? 'Succeeded' : 'Failed';
  await client().send(
    new PutLifecycleEventHookExecutionStatusCommand({
      deploymentId: event.DeploymentId,
      lifecycleEventHookExecutionId: event.LifecycleEventHookExecutionId,
      status,
    }),
  );
  return { status, verdicts };
}

async function verdictsOf({ DeploymentId }: HookEvent): Promise<Verdict[]> {
  const { deploymentInfo } = await client().send(new GetDeploymentCommand({ deploymentId: DeploymentId }));
  const name = shortName(deploymentInfo?.deploymentGroupName ?? '');
  const versions = JSON.parse(process.env.VERSIONS ?? '{}') as Record<string, string>;
  const version = versions[name];
  const smokes = SMOKE[name];
  if (version === undefined || smokes === undefined || smokes.length === 0)
    throw new Error(`no version or no event is known for ${name || 'a deployment without a group'}`);
  const verdicts: Verdict[] = [];
  for (const smoke of smokes) {
    const verdict = await tryVersion(version, smoke);
    const level = verdict.fault === undefined ? 'info' : 'error';
    console.log(JSON.stringify({ level, deployment: DeploymentId, version, ...verdict }));
    verdicts.push(verdict);
  }
  return verdicts;
}

/** Groups are called `<stack>-<function>`. */
function shortName(group: string): string {
  const start = `${process.env.STACK_NAME ?? ''}-`;
  return group.startsWith(start) ? group.slice(start.length) : '';
}

function client(): CodeDeployClient {
  codedeploy ??= new CodeDeployClient({});
  return codedeploy;
}
