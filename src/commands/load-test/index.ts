import pc from 'picocolors';
import { userError } from '../../core/errors.js';
import type { LoadModel } from '../../lib/load/arrivals/load-model.js';
import { loadFlags } from '../../lib/load/command-line/flags.js';
import {
  allowanceOf,
  emitWish,
  journeysOf,
  type LoadFlags,
  limitOf,
  loadOf,
  modelOf,
  testOf,
  wishOf,
} from '../../lib/load/command-line/wishes.js';
import { type RecordedLog, readLog } from '../../lib/load/read-log.js';
import type { Estimate } from '../../lib/load/target/estimate.js';
import type { FoundTarget } from '../../lib/load/target/find-target.js';
import { findProject } from '../../lib/project/find-project.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { Exit } from '../../lib/ui/exit.js';
import { stopAsked } from '../../lib/ui/stop-signals.js';

/** What the command line asks for, and where to. */
interface Planned {
  projectDir: string;
  model: LoadModel;
  log: RecordedLog | undefined;
  found: FoundTarget;
}

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
  static override flags = loadFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(LoadTest);
    const stop = new AbortController();
    void stopAsked().then(() => stop.abort());
    const projectDir = findProject(flags.project);
    const log = flags.replay && readLog(flags.replay, flags.speed);
    const model = await modelOf(flags, log);
    if (flags.emit !== undefined) return this.#emit(flags, projectDir, model);
    const { findTarget } = await import('../../lib/load/target/find-target.js');
    const found = await findTarget(wishOf(flags, projectDir), stop.signal);
    let exitCode: number;
    try {
      exitCode = await this.#load(flags, { projectDir, model, log, found }, stop.signal);
    } finally {
      await found.release();
    }
    throw new Exit(exitCode);
  }

  async #emit(flags: LoadFlags, projectDir: string, model: LoadModel): Promise<void> {
    const { emitLoad } = await import('../../lib/load/emit/emit.js');
    const files = await emitLoad(await emitWish(flags, projectDir, model));
    this.show({ event: 'emitted', engine: flags.emit, files }, files.join('\n'));
  }

  async #distribute(
    flags: LoadFlags,
    { projectDir, model, found }: { projectDir: string; model: LoadModel; found: FoundTarget },
    signal: AbortSignal,
  ): Promise<number> {
    const { emitLoad } = await import('../../lib/load/emit/emit.js');
    const { runDistributed } = await import('../../lib/load/emit/distributed.js');
    const { concludeForeign } = await import('../../lib/load/command.js');
    const wish = await emitWish(flags, projectDir, model);
    const [script = ''] = await emitLoad({ ...wish, engine: 'artillery', target: found.target.url });
    const [client] = found.tenants()[0]?.clients ?? [];
    if (!client) throw userError('CREDENTIALS_MISSING', { what: 'the target', cause: 'no client is known' });
    const report = await runDistributed(
      {
        on: flags.distributed === 'fargate' ? 'fargate' : 'lambda',
        script,
        region: flags.region,
        count: flags.count,
        run: new Date().toISOString().slice(0, 19).replaceAll(':', '-').concat('Z'),
        credentials: { id: client.id, secret: client.secret.reveal() },
      },
      signal,
    );
    const outcome = await concludeForeign({ ...report, target: found.target }, wish.slo, projectDir);
    this.show(outcome.data, outcome.text);
    return outcome.exitCode;
  }

  async #load(
    flags: LoadFlags,
    { projectDir, model, log, found }: Planned,
    signal: AbortSignal,
  ): Promise<number> {
    const { runLoadCommand } = await import('../../lib/load/command.js');
    const { estimateRun, knownRoutes, prepareJourneys } = await import('../../lib/load/prepare.js');
    const { guardBudget } = await import('../../lib/load/target/guard.js');
    const { source, remarks } = await prepareJourneys(journeysOf(flags, projectDir, log), found.tenants);
    remarks.push(...(log?.remarks ?? []));
    const estimate = estimateRun(model, source);
    guardBudget(estimate, allowanceOf(flags));
    if (found.confirm !== undefined) await this.#confirm(found.confirm, estimate, flags.yes);
    if (flags.distributed !== undefined) return this.#distribute(flags, { projectDir, model, found }, signal);
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
