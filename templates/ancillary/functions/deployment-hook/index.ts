import {
  CodeDeployClient,
  GetDeploymentCommand,
  PutLifecycleEventHookExecutionStatusCommand,
} from '@aws-sdk/client-codedeploy';
import type { Scenario } from 'arcube/scenario';
import { isAnsweredBy } from './routes.js';
import { SMOKE } from './smoke/index.js';
import { tryVersion, type Verdict } from './try-version.js';

/** What CodeDeploy sends to a hook: not the version, so that is found by the deployment's group. */
interface HookEvent {
  DeploymentId: string;
  LifecycleEventHookExecutionId: string;
}

/** What is asked of Lambda's context. */
interface Context {
  getRemainingTimeInMillis(): number;
}

/** ms that are kept of the hook's time to tell CodeDeploy: it would wait an hour for a hook that says nothing. */
const TO_TELL = 15_000;

let codedeploy: CodeDeployClient | undefined;

/**
 * BeforeAllowTraffic: plays the smoke scenarios on the new version of the function under deployment, and lets traffic to it
 * only when every expectation holds. Nothing is booked, mailed or kept by them. Whatever goes wrong here is reported as a
 * failure, a lack of time too.
 */
export async function handler(
  event: HookEvent,
  context: Context,
): Promise<{ status: string; verdicts: Verdict[] }> {
  const verdicts = await verdictsOf(event, context).catch((error: unknown) => [
    told(event, {
      smoke: 'the hook itself',
      ms: 0,
      fault: error instanceof Error ? error.message : String(error),
    }),
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

async function verdictsOf(event: HookEvent, context: Context): Promise<Verdict[]> {
  const { deploymentInfo } = await client().send(
    new GetDeploymentCommand({ deploymentId: event.DeploymentId }),
  );
  const { version, scenarios } = planOf(deploymentInfo?.deploymentGroupName ?? '');
  const signal = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - TO_TELL));
  const verdicts: Verdict[] = [];
  for (const scenario of scenarios)
    verdicts.push(told(event, await tryVersion(version, scenario, signal), version));
  return verdicts;
}

/** The version to try, and all that it alone can answer. */
function planOf(group: string): { version: string; scenarios: Scenario[] } {
  const name = shortName(group);
  const versions = JSON.parse(process.env.VERSIONS ?? '{}') as Record<string, string>;
  const version = versions[name];
  const scenarios = SMOKE.filter((scenario) => isAnsweredBy(name, scenario));
  if (version === undefined || scenarios.length === 0)
    throw new Error(`no version or no scenario is known for ${name || 'a deployment without a group'}`);
  return { version, scenarios };
}

/** The verdict, in the log: what `arcube deploy report` shows of a version that was refused. */
function told({ DeploymentId: deployment }: HookEvent, verdict: Verdict, version?: string): Verdict {
  const level = verdict.fault === undefined ? 'info' : 'error';
  console.log(JSON.stringify({ level, deployment, version, ...verdict }));
  return verdict;
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
