import { CodeDeployments } from '../../aws/code-deployments.js';
import type { StackEvent } from '../../aws/stacks.js';
import { TrafficMetrics } from '../../aws/traffic-metrics.js';
import { serviceLevels } from '../../project/service-levels.js';
import { CanaryWatch } from './canary/watch.js';
import type { StepContext } from './engine.js';
import type { Settled } from './entries.js';
import { failureFacts, withDeployment } from './failure-facts.js';
import { followStack } from './follow-stack.js';
import type { RunningTraffic } from './traffic.js';
import { addressOf } from './verify.js';

const GOOD = ['CREATE_COMPLETE', 'UPDATE_COMPLETE'];

/** Follows an operation to its end, judges its canaries on the way, and writes down how it ended. */
export async function settle(context: StepContext): Promise<string> {
  const { progress, write, now, region } = context;
  if (progress.settled) return progress.settled.status;
  const canary = canaryOf(context);
  const { say, goOn, tools } = context;
  const traffic = canary && (await startTraffic(context));
  const { status, events } = await followStack({
    stacks: region.stacks,
    stackId: progress.part.stackId,
    cursor: progress.cursor,
    show: say,
    between: async () => {
      goOn();
      await lookAt(context, canary);
    },
    pause: tools.pause,
  }).finally(() => traffic?.stop());
  const seen = await traffic?.stop();
  const settled: Settled = {
    status,
    ok: GOOD.includes(status),
    canaries: (await canary?.reports()) ?? [],
    verdicts: canary?.verdicts ?? [],
    ...(seen && { traffic: seen }),
  };
  if (!settled.ok) settled.failure = await failureOf(context, canary, status, events);
  write({ type: 'settled', at: now(), region: region.name, ...settled });
  return status;
}

/** Synthetic traffic, when it was asked for. */
async function startTraffic(context: StepContext): Promise<RunningTraffic | undefined> {
  const { traffic: rate } = context.state.begin.options;
  const api = rate === undefined ? undefined : await addressOf(context);
  return rate === undefined || !api ? undefined : context.tools.traffic(api.url, rate);
}

async function lookAt(context: StepContext, canary: CanaryWatch | undefined): Promise<void> {
  if (!canary) return;
  const { progress, say, write, now, region } = context;
  const { shifting, broken } = await canary.look();
  for (const { text, until } of shifting) say(text, until);
  if (progress.broken) return canary.stop(); // a process before this one found it, and may not have come so far
  if (!broken) return;
  write({ type: 'broken', at: now(), region: region.name, verdicts: broken });
  await canary.stop();
}

function canaryOf(context: StepContext): CanaryWatch | undefined {
  const { region, progress, state, target, now } = context;
  const { part, executedAt = now() } = progress;
  if (part.plan.action !== 'update') return undefined; // a first deployment has no old version to go back to
  const { judge, slo } = state.begin.options;
  const wish = { projectDir: target.projectDir, slo, faultsAs: 'PROJECT_INVALID' as const };
  return new CanaryWatch(
    {
      part,
      now,
      stacks: region.stacks,
      deployments: new CodeDeployments(region.aws),
      metrics: new TrafficMetrics(region.aws),
      slo: judge ? serviceLevels(wish)?.slo : undefined,
    },
    executedAt,
  );
}

async function failureOf(
  { region, target, progress, now }: StepContext,
  canary: CanaryWatch | undefined,
  status: string,
  events: StackEvent[],
) {
  const facts = failureFacts({ region, events, status, template: target.template });
  const { part, executedAt: from = now() } = progress;
  return withDeployment(facts, canary?.failed(), { region, part, from });
}
