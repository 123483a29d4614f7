import { Flags } from '@oclif/core';
import pc from 'picocolors';
import { parseDuration } from '../../core/duration.js';
import { userError } from '../../core/errors.js';
import type { LoadModel } from '../../lib/load/arrivals/load-model.js';
import type { LoadCommand } from '../../lib/load/command.js';
import type { LoadOptions } from '../../lib/load/engine/run-load.js';
import type { JourneyWish } from '../../lib/load/prepare.js';
import type { Estimate } from '../../lib/load/target/estimate.js';
import type { FoundTarget, TargetWish } from '../../lib/load/target/find-target.js';
import type { Allowance } from '../../lib/load/target/guard.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { ArcubeCommand, type FlagsOf } from '../../lib/ui/base-command.js';
import { Exit } from '../../lib/ui/exit.js';
import { stopAsked } from '../../lib/ui/stop-signals.js';

export default class LoadTest extends ArcubeCommand {
  static override summary = 'Put load on the platform and judge it by its service levels.';
  static override description =
    'Requests are sent at the rate asked for, whether answers come or not, and latency counts from the moment a request was meant to be sent. Without --target, an emulator of its own is started. The exit code is the verdict: 4 when a service level is broken, 1 when the generator could not keep up.';
  static override examples = [
    {
      description: 'The shipped journeys at 50 a second:',
      command: '<%= config.bin %> load-test --rate 50 --duration 1m',
    },
    {
      description: 'A tenfold spike on one request:',
      command: '<%= config.bin %> load-test --request "GET /health" --rate 100 --spike 10 --duration 2m',
    },
    {
      description: 'The highest rate that meets the service levels:',
      command: '<%= config.bin %> load-test --find-limit --rate 20 --duration 20s',
    },
    {
      description: 'A deployed stage, within a budget:',
      command:
        '<%= config.bin %> load-test --target https://abc123.execute-api.eu-central-1.amazonaws.com/staging --max-requests 20000 --rate 20..200 --duration 5m',
    },
    {
      description: 'Whether a rotation refuses anybody:',
      command: '<%= config.bin %> load-test --rate 200 --duration 10m --while "rotate-keys signing --yes"',
    },
    { description: 'Against an earlier run:', command: '<%= config.bin %> load-test --baseline latest' },
  ];
  static override flags = {
    project: projectFlag,
    scenario: Flags.string({
      multiple: true,
      description:
        'Journey to take: the name of a scenario, or its file; may be repeated. All that suit, left out.',
      helpValue: 'NAME',
    }),
    request: Flags.string({
      description: 'A single request instead of journeys.',
      helpValue: '"GET /path"',
      exclusive: ['scenario'],
    }),
    rate: Flags.string({
      default: '10',
      description: 'Journeys a second: 50, a ramp 10..200, or steps 50,100,200.',
    }),
    duration: Flags.string({ default: '30s', description: 'How long: 30s, 10m, 2h.' }),
    'warm-up': Flags.string({ default: '0s', description: 'Load at the first rate before it counts.' }),
    spike: Flags.integer({
      min: 2,
      max: 1000,
      description: 'This many times the rate for the middle fifth.',
    }),
    users: Flags.integer({
      min: 1,
      max: 10_000,
      description:
        'Closed model: so many users, each waiting for its answer. It hides how long callers wait.',
    }),
    arrivals: Flags.string({
      options: ['even', 'poisson'] as const,
      default: 'even',
      description: 'Spacing of arrivals: as a metronome, or as independent callers.',
    }),
    retries: Flags.boolean({ description: 'Try again after 429 and 5xx, as the contract advises clients.' }),
    target: Flags.string({ description: 'Address of the API, its stage included.', helpValue: 'URL' }),
    credentials: Flags.string({
      description: 'Credentials of the target, as for `arcube test`.',
      helpValue: 'FILE',
    }),
    tenant: Flags.string({ description: 'Tenant that calls, where a scenario names none.' }),
    data: Flags.string({ description: 'Rows for `${data.name}`: CSV or JSON.', helpValue: 'FILE' }),
    stage: Flags.string({ description: 'Stage of a target whose address does not tell.' }),
    'max-requests': Flags.integer({ min: 1, description: 'Budget: no more requests than this.' }),
    'max-cost': Flags.string({ description: 'Budget in USD, by estimate.' }),
    'i-mean-production': Flags.boolean({ description: 'Allow load on a production stage.' }),
    yes: Flags.boolean({ char: 'y', description: 'Ask nothing.' }),
    slo: Flags.string({
      description: 'Service levels; by default slo.yaml of the project.',
      helpValue: 'FILE',
    }),
    'run-to-end': Flags.boolean({ description: 'Go on when a service level can no longer be met.' }),
    baseline: Flags.string({
      description: 'Compare with an earlier run: its name, or latest.',
      helpValue: 'RUN',
    }),
    'find-limit': Flags.boolean({
      description: 'Search the highest rate that meets the service levels; each try takes --duration.',
      exclusive: ['users', 'spike', 'baseline'],
    }),
    'max-rate': Flags.integer({ min: 1, default: 20_000, description: 'Where --find-limit stops.' }),
    while: Flags.string({
      description: 'Run another command of ours under the load, and show second by second who was refused.',
      helpValue: '"rotate-keys signing --yes"',
      exclusive: ['find-limit', 'users'],
    }),
    workers: Flags.integer({ min: 1, max: 64, default: 1, description: 'Generator threads.' }),
    connections: Flags.integer({
      min: 1,
      max: 60_000,
      default: 4000,
      description: 'Most connections at once.',
    }),
    timeout: Flags.string({ default: '30s', description: 'After this a request has failed.' }),
    'max-lag': Flags.string({
      default: '10ms',
      description: 'A run whose requests were sent later than this is not valid (99th percentile).',
    }),
    seed: Flags.string({ default: 'arcube', description: 'Makes the same load again.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(LoadTest);
    const stop = new AbortController();
    void stopAsked().then(() => stop.abort());
    const projectDir = findProject(flags.project);
    const { findTarget } = await import('../../lib/load/target/find-target.js');
    const model = await modelOf(flags, flags.rate);
    const found = await findTarget(wishOf(flags, projectDir), stop.signal);
    let exitCode: number;
    try {
      exitCode = await this.#load(flags, { projectDir, model, found }, stop.signal);
    } finally {
      await found.release();
    }
    throw new Exit(exitCode);
  }

  async #load(
    flags: LoadFlags,
    { projectDir, model, found }: { projectDir: string; model: LoadModel; found: FoundTarget },
    signal: AbortSignal,
  ): Promise<number> {
    const { runLoadCommand } = await import('../../lib/load/command.js');
    const { estimateRun, knownRoutes, prepareJourneys } = await import('../../lib/load/prepare.js');
    const { guardBudget } = await import('../../lib/load/target/guard.js');
    const { source, remarks } = await prepareJourneys(journeysOf(flags, projectDir), found.tenants);
    const estimate = await estimateRun(model, source);
    guardBudget(estimate, allowanceOf(flags));
    if (found.confirm !== undefined) await this.#confirm(found.confirm, estimate, flags.yes);
    const limit = flags['find-limit'] ? await limitOf(flags) : undefined;
    const outcome = await runLoadCommand(
      {
        projectDir,
        test: {
          ...testOf(flags, found),
          load: { ...loadOf(flags), origin: found.target.url, model, source },
          remarks,
        },
        routes: knownRoutes(),
        ...(flags.slo !== undefined && { slo: flags.slo }),
        ...(flags.baseline !== undefined && { baseline: flags.baseline }),
        ...(limit && { limit }),
      },
      this.json ? undefined : process.stderr,
      signal,
    );
    this.show(outcome.data, outcome.text);
    if (outcome.folder && !this.json) this.remark(pc.dim(`\nReport: ${outcome.folder}/report.html`));
    return outcome.exitCode;
  }

  /** Names account and stage and says what the run needs, before anything is sent. Throws TARGET_UNCONFIRMED. */
  async #confirm(stage: string, estimate: Estimate, yes: boolean): Promise<void> {
    const { estimateText } = await import('../../lib/load/prepare.js');
    this.remark(`Target  ${stage}\n${estimateText(estimate)}`);
    if (yes) return;
    if (this.json || process.stdin.isTTY !== true) throw userError('TARGET_UNCONFIRMED', { stage });
    const { default: inquirer } = await import('inquirer');
    const { go } = await inquirer.prompt<{ go: boolean }>([
      { type: 'confirm', name: 'go', message: 'Send this load there?', default: false },
    ]);
    if (!go) throw userError('TARGET_UNCONFIRMED', { stage });
  }
}

type LoadFlags = FlagsOf<typeof LoadTest>;

function allowanceOf(flags: LoadFlags): Allowance {
  const maxCost = flags['max-cost'] === undefined ? undefined : Number(flags['max-cost'].replace(/^\$/, ''));
  if (maxCost !== undefined && !(maxCost > 0))
    throw userError('BAD_COMMAND_LINE', { what: '--max-cost is an amount in USD, such as 2.50.' });
  return {
    iMeanProduction: flags['i-mean-production'],
    ...(flags['max-requests'] !== undefined && { maxRequests: flags['max-requests'] }),
    ...(maxCost !== undefined && { maxCost }),
    ...(flags.stage !== undefined && { stage: flags.stage }),
  };
}

async function modelOf(flags: LoadFlags, rate: string): Promise<LoadModel> {
  const { readModel } = await import('../../lib/load/arrivals/read-profile.js');
  const { duration, spike, users, arrivals } = flags;
  return readModel({ rate, duration, spike, users, spacing: arrivals === 'poisson' ? 'poisson' : 'even' });
}

async function limitOf(flags: LoadFlags): Promise<NonNullable<LoadCommand['limit']>> {
  const from = Number(flags.rate);
  if (!(from > 0)) throw userError('BAD_COMMAND_LINE', { what: '--find-limit begins at one --rate.' });
  const { readModel } = await import('../../lib/load/arrivals/read-profile.js');
  const { duration } = flags;
  return {
    from,
    most: flags['max-rate'],
    modelAt: (rate) => readModel({ rate: String(rate), duration, spacing: 'even' }),
  };
}

function wishOf(flags: LoadFlags, projectDir: string): TargetWish {
  return {
    projectDir,
    allowance: allowanceOf(flags),
    ...(flags.target !== undefined && { url: flags.target }),
    ...(flags.credentials !== undefined && { credentials: flags.credentials }),
  };
}

function journeysOf(flags: LoadFlags, projectDir: string): JourneyWish {
  return {
    projectDir,
    scenarios: flags.scenario ?? [],
    ...(flags.request !== undefined && { request: flags.request }),
    ...(flags.data !== undefined && { data: flags.data }),
    ...(flags.tenant !== undefined && { tenant: flags.tenant }),
  };
}

function loadOf(flags: LoadFlags): Omit<LoadOptions, 'origin' | 'model' | 'source'> {
  const { workers, connections, retries, seed } = flags;
  const warmUpMs = parseDuration(flags['warm-up']);
  return { workers, connections, retries, seed, warmUpMs, timeoutMs: parseDuration(flags.timeout) };
}

function testOf(
  flags: LoadFlags,
  { target, emulator }: FoundTarget,
): Omit<LoadCommand['test'], 'load' | 'remarks'> {
  return {
    target,
    abortEarly: !flags['run-to-end'],
    maxLagMs: parseDuration(flags['max-lag']),
    ...(flags['max-requests'] !== undefined && { maxRequests: flags['max-requests'] }),
    ...(emulator && { emulator }),
    ...(flags.while !== undefined && { operation: flags.while.trim().split(/\s+/) }),
  };
}
