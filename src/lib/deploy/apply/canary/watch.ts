import type { SloConfig } from '../../../../core/slo/read-slo.js';
import type { AliasShift, CodeDeployment, CodeDeployments, Shifting } from '../../../aws/code-deployments.js';
import { withRetry } from '../../../aws/retry.js';
import type { StackMember, Stacks } from '../../../aws/stacks.js';
import type { TrafficMetrics } from '../../../aws/traffic-metrics.js';
import type { CanaryReport, RegionPart } from '../entries.js';
import { type CanaryVerdict, isBroken, judgeCanary } from './judge.js';

/** States in which a deployment can still be stopped. */
const ACTIVE = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'];
/** Between two judgements, milliseconds of AWS's clock: CloudWatch counts by minutes. */
const JUDGE_EVERY = 15_000;
/** How far back the usual share of errors is looked for, milliseconds. */
const BEFORE = 15 * 60_000;

/** What a canary is watched with. */
export interface CanaryTools {
  part: RegionPart;
  stacks: Stacks;
  deployments: CodeDeployments;
  metrics: TrafficMetrics;
  now(): number;
  /** Service levels; undefined when only the stack's own alarms judge. */
  slo: SloConfig | undefined;
}

/** One look at the canaries of an operation. */
export interface CanaryLook {
  /** What is under way, with the end of it (epoch ms) where that is known. */
  shifting: { text: string; until?: number }[];
  /** Objectives that have just been found broken. */
  broken?: CanaryVerdict[];
}

/** Follows the deployments that CodeDeploy makes of an operation's aliases, and judges them. */
export class CanaryWatch {
  readonly #tools: CanaryTools;
  readonly #from: number;
  readonly #foreign = new Set<string>();
  readonly #known = new Map<string, CodeDeployment>();
  readonly #configs = new Map<string, Shifting>();
  #judgedAt = 0;
  verdicts: CanaryVerdict[] = [];

  /** @param from begin of the operation, epoch ms */
  constructor(tools: CanaryTools, from: number) {
    this.#tools = tools;
    this.#from = from - 5_000; // the service's clock and its answers' have whole seconds
  }

  /** Looks how far they are. */
  async look(): Promise<CanaryLook> {
    const active = await this.#active();
    const shifting: CanaryLook['shifting'] = [];
    for (const one of active) for (const shift of one.shifts) shifting.push(await this.#describe(one, shift));
    const broken = await this.#judge(active);
    return { shifting, ...(broken && { broken }) };
  }

  /** Ends what is under way: every alias goes back to its old version. */
  async stop(): Promise<void> {
    for (const { id } of await this.#active()) await withRetry(() => this.#tools.deployments.stop(id));
  }

  /** What became of each. */
  async reports(): Promise<CanaryReport[]> {
    await this.#active();
    return [...this.#known.values()].flatMap(({ id, status, error, shifts }) =>
      shifts.map(({ functionName, currentVersion, targetVersion }) => ({
        deployment: id,
        function: functionName,
        from: currentVersion,
        to: targetVersion,
        status,
        ...(error !== undefined && { error }),
      })),
    );
  }

  /** The function's own deployment that failed, with what its hooks said. */
  failed(): CodeDeployment | undefined {
    return [...this.#known.values()].find(({ status }) => status === 'Failed' || status === 'Stopped');
  }

  async #active(): Promise<CodeDeployment[]> {
    const { deployments } = this.#tools;
    const ids = await withRetry(() => deployments.since(this.#from));
    const wanted = ids.filter((id) => !this.#foreign.has(id) && !hasEnded(this.#known.get(id)));
    const groups = wanted.length === 0 ? new Set<string>() : await this.#groups();
    for (const id of wanted) {
      const found = await withRetry(() => deployments.read(id));
      if (groups.has(found.group)) this.#known.set(id, found);
      else this.#foreign.add(id);
    }
    return [...this.#known.values()].filter(({ status }) => ACTIVE.includes(status));
  }

  async #groups(): Promise<Set<string>> {
    const members = await this.#members();
    return new Set(
      members
        .filter(({ type }) => type === 'AWS::CodeDeploy::DeploymentGroup')
        .map(({ physicalId }) => physicalId),
    );
  }

  #members(): Promise<StackMember[]> {
    const { stacks, part } = this.#tools;
    return withRetry(() => stacks.resources(part.stackId));
  }

  async #describe(
    { config }: CodeDeployment,
    { functionName, targetVersion, weight, events }: AliasShift,
  ): Promise<CanaryLook['shifting'][number]> {
    const name = `${functionName} version ${targetVersion}`;
    const begun = trafficSince(events);
    if (begun === undefined) return { text: `${name}: checked before it gets traffic` };
    const length = lengthOf(await this.#shiftingOf(config));
    const text = `${name}: ${Math.round(weight * 100)} % of the traffic`;
    return length === 0 ? { text } : { text, until: begun + length };
  }

  async #shiftingOf(config: string): Promise<Shifting> {
    const known = this.#configs.get(config);
    if (known) return known;
    const found = await withRetry(() => this.#tools.deployments.shifting(config));
    this.#configs.set(config, found);
    return found;
  }

  /** Judges what has traffic; the verdicts when an objective is broken. */
  async #judge(active: readonly CodeDeployment[]): Promise<CanaryVerdict[] | undefined> {
    const { slo, now } = this.#tools;
    const shifts = active
      .flatMap((one) => one.shifts)
      .filter(({ events }) => trafficSince(events) !== undefined);
    if (slo === undefined || shifts.length === 0 || now() - this.#judgedAt < JUDGE_EVERY) return undefined;
    this.#judgedAt = now();
    const figures = await this.#figures(shifts);
    const verdicts = judgeCanary(slo, figures);
    const broken = isBroken(verdicts, this.verdicts);
    this.verdicts = verdicts;
    return broken ? verdicts.filter(({ outcome }) => outcome === 'broken') : undefined;
  }

  async #figures(shifts: readonly AliasShift[]) {
    const { metrics, part, now } = this.#tools;
    const { api, routes } = part.observed;
    const members = await this.#members();
    const routesOf = (name: string): string[] =>
      routes[members.find(({ physicalId }) => physicalId === name)?.logicalId ?? ''] ?? [];
    const first = Math.min(...shifts.map(({ events }) => trafficSince(events) ?? now()));
    const versions = await Promise.all(
      shifts.map(async ({ functionName, alias, targetVersion, events }) => ({
        name: `${functionName}:${targetVersion}`,
        routes: routesOf(functionName),
        traffic: await withRetry(() =>
          metrics.version(functionName, alias, targetVersion, trafficSince(events) ?? now(), now()),
        ),
      })),
    );
    if (!api) return { versions };
    const stage = await withRetry(() => metrics.stage(api.name, api.stage, first, now()));
    const start = Math.floor(first / 60_000) * 60_000; // the minute of the first traffic is the canary's
    const before = await withRetry(() => metrics.stage(api.name, api.stage, start - BEFORE, start));
    return { stage, before, versions };
  }
}

function hasEnded(deployment: CodeDeployment | undefined): boolean {
  return deployment !== undefined && !ACTIVE.includes(deployment.status);
}

/** When a new version got its first traffic, epoch ms. */
function trafficSince(events: AliasShift['events']): number | undefined {
  return events.find(({ name, startedAt }) => name === 'AllowTraffic' && startedAt !== undefined)?.startedAt;
}

/** Milliseconds that a shift takes. */
function lengthOf(shifting: Shifting): number {
  if (shifting.kind === 'at-once') return 0;
  const steps = shifting.kind === 'canary' ? 1 : Math.ceil(100 / shifting.percentage) - 1;
  return steps * shifting.minutes * 60_000;
}
