import { randomBytes } from 'node:crypto';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { Args, Flags } from '@oclif/core';
import type { Emulator } from '../../emulator/options.js';
import { userError } from '../core/errors.js';
import { findProject } from '../lib/project/find-project.js';
import { projectFlag } from '../lib/project/flags.js';
import type { LaunchedSystem, SessionRequest } from '../lib/testing/session/request.js';
import { ArcubeCommand, type FlagsOf } from '../lib/ui/base-command.js';
import { Exit } from '../lib/ui/exit.js';
import { stopAsked } from '../lib/ui/stop-signals.js';

type TestFlags = FlagsOf<typeof Test>;

export default class Test extends ArcubeCommand {
  static override summary = 'Run scenarios and suites; the exit code is the verdict.';
  static override description =
    'Starts an emulator of its own on free ports, with data in memory, runs the scenarios of the project (or the shipped ones) and stops it. After `--` comes a command to run instead, with the emulator in its environment.';
  static override examples = [
    { description: 'The project’s scenarios:', command: '<%= config.bin %> test' },
    {
      description: 'The built-in suites, for a CI:',
      command:
        '<%= config.bin %> test --suite contract,security,idempotency,resilience,residency --reporter junit,github',
    },
    {
      description: 'One journey, again and again while it is written:',
      command: '<%= config.bin %> test scenarios/order.yaml --watch',
    },
    {
      description: 'An own test runner, with the emulator in its environment:',
      command: '<%= config.bin %> test -- npm run e2e',
    },
    {
      description: 'A deployed stage:',
      command:
        '<%= config.bin %> test --suite smoke --target https://api.example.com --credentials stage.yaml',
    },
    {
      description: 'Where a stage behaves unlike the emulator:',
      command: '<%= config.bin %> test --compare emulator https://api.example.com --credentials stage.yaml',
    },
  ];
  static override strict = false;
  static override args = {
    paths: Args.string({
      description: 'Scenario files or folders; the project’s `scenarios` when left out.',
    }),
  };
  static override flags = {
    project: projectFlag,
    suite: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      delimiter: ',',
      description:
        'Built-in suites: contract, security, idempotency, resilience, residency, smoke, journeys (the shipped scenarios), or all.',
      helpValue: 'NAME,…',
    }),
    grep: Flags.string({
      char: 'g',
      description: 'Only cases with these words, or /expression/, in name, file or @tag.',
    }),
    bail: Flags.integer({ min: 0, default: 0, description: 'Stop after this many failures; 0 goes on.' }),
    workers: Flags.integer({
      char: 'w',
      min: 1,
      max: 16,
      default: 1,
      description: 'Emulators to run on at once.',
    }),
    retry: Flags.integer({ min: 0, max: 10, default: 0, description: 'Further tries of a case that fails.' }),
    seed: Flags.string({ description: 'Seed of ids and generated data; printed at the end of each run.' }),
    runs: Flags.integer({
      min: 1,
      default: 25,
      description: 'Generated inputs per operation and property of the contract suite.',
    }),
    watch: Flags.boolean({ description: 'Run again when scenarios, tenants or functions change.' }),
    reporter: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      delimiter: ',',
      options: ['junit', 'json', 'html', 'github'],
      description: 'Reports to write.',
      helpValue: 'junit,json,html,github',
    }),
    output: Flags.string({
      char: 'o',
      description: 'Folder of reports and snapshots; .arcube/reports/test.',
      helpValue: 'DIR',
    }),
    slo: Flags.string({ description: 'Objectives to judge by; the project’s slo.yaml.', helpValue: 'FILE' }),
    mongo: Flags.string({
      options: ['embedded', 'mongod'],
      default: 'embedded',
      description: 'Database engine.',
    }),
    target: Flags.string({
      description: 'Test a deployed stage instead of an emulator.',
      helpValue: 'URL',
      exclusive: ['compare', 'workers'],
    }),
    compare: Flags.string({
      multiple: true,
      description: 'Run on both and show where they differ: URLs, or `emulator`.',
      helpValue: 'A B',
    }),
    credentials: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'Credentials of the target; given twice with --compare, of A and B.',
      helpValue: 'FILE',
    }),
    yes: Flags.boolean({ char: 'y', description: 'Do not ask before a deployed stage is called.' }),
  };

  async run(): Promise<void> {
    const end = this.argv.indexOf('--');
    const command = end < 0 ? undefined : this.argv.slice(end + 1);
    const { flags, argv } = await this.parse(Test, end < 0 ? this.argv : this.argv.slice(0, end));
    const asked = stopAsked();
    if (command) throw new Exit(await this.#wrap(command, flags, asked));
    const stop = new AbortController();
    let signalled = 0;
    void asked.then((signal) => {
      signalled = constants.signals[signal];
      stop.abort();
    });
    const request = requestOf(flags, argv.map(String), stop.signal);
    const code = await this.#test(request, flags);
    throw new Exit(signalled > 0 && code === 130 ? 128 + signalled : code);
  }

  async #test(request: SessionRequest, flags: TestFlags): Promise<number> {
    if (flags.compare) return this.#compare(request, flags);
    const launch = flags.target
      ? await this.#remote(flags.target, flags.credentials?.[0], flags.yes)
      : undefined;
    const { play } = await import('../lib/testing/session/play.js');
    const run = () => play(request, launch ?? (() => this.#launch(flags, request)), this.#output());
    const first = await run();
    return flags.watch ? this.#watch(request, run) : first.exitCode;
  }

  /** Runs again at each change until it is asked to stop. */
  async #watch(request: SessionRequest, run: () => Promise<{ exitCode: number }>): Promise<number> {
    const { changesBelow } = await import('../lib/testing/session/watch-files.js');
    const { watchedPaths } = await import('../lib/testing/session/gather-cases.js');
    this.remark('Waiting for changes; Ctrl-C ends it.');
    for await (const _change of changesBelow(watchedPaths(request), request.signal)) {
      await run();
      if (!request.signal.aborted) this.remark('Waiting for changes; Ctrl-C ends it.');
    }
    return 0;
  }

  async #compare(request: SessionRequest, flags: TestFlags): Promise<number> {
    const [a, b, ...more] = flags.compare ?? [];
    if (a === undefined || b === undefined || more.length > 0)
      throw userError('BAD_COMMAND_LINE', { what: '--compare takes two: URLs, or `emulator`.' });
    const files = [...(flags.credentials ?? [])];
    const sides = [];
    for (const side of [a, b])
      sides.push(
        side === 'emulator'
          ? () => this.#launch(flags, request)
          : await this.#remote(side, files.length > 1 ? files.shift() : files[0], flags.yes),
      );
    const { playBoth } = await import('../lib/testing/compare/play-both.js');
    return playBoth(request, { names: [a, b], launches: sides }, this.#output());
  }

  /** A deployed stage, once somebody has said yes to it. */
  async #remote(url: string, credentials: string | undefined, yes: boolean): Promise<() => LaunchedSystem> {
    const { readCredentials } = await import('../lib/testing/target/credentials.js');
    const { describeStage, stageOf } = await import('../lib/testing/target/stage.js');
    const { remoteSystem } = await import('../lib/testing/target/remote-system.js');
    const stage = stageOf(url);
    const tenants = readCredentials(credentials, process.env);
    if (!stage.local) {
      const { callerAccount } = await import('../lib/aws/caller-account.js');
      const described = describeStage(stage, await callerAccount(stage.region));
      this.remark(`Target  ${described}`);
      if (!yes && !(await this.#confirm())) throw userError('TARGET_UNCONFIRMED', { stage: described });
    }
    return () => remoteSystem(stage, tenants);
  }

  async #confirm(): Promise<boolean> {
    if (this.json || process.stdin.isTTY !== true) return false;
    const { default: inquirer } = await import('inquirer');
    const { go } = await inquirer.prompt<{ go: boolean }>([
      { type: 'confirm', name: 'go', message: 'Send test trips and orders there?', default: false },
    ]);
    return go;
  }

  async #wrap(command: string[], flags: TestFlags, stop: Promise<NodeJS.Signals>): Promise<number> {
    if (command.length === 0) throw userError('BAD_COMMAND_LINE', { what: 'After `--` comes a command.' });
    const { runCommand, wrapEnvironment } = await import('../lib/testing/session/wrap-command.js');
    const emulator = await this.#create(flags, flags.seed);
    try {
      const first = await Promise.race([emulator.start(), stop]);
      if (typeof first === 'string') return 128 + constants.signals[first];
      const [home] = emulator.credentials();
      const credentials = home && {
        tenant: home.tenant,
        clientId: home.clientId,
        clientSecret: home.clientSecret.reveal(),
        edgeSecret: home.edgeSecret.reveal(),
      };
      const env = wrapEnvironment({ urls: first, region: home?.region ?? 'eu-central-1', credentials });
      return await runCommand(command, env, stop);
    } finally {
      await emulator.stop();
    }
  }

  #launch(flags: TestFlags, { seed }: SessionRequest): LaunchedSystem {
    const created = this.#create(flags, seed);
    return {
      ready: created.then(async (emulator) => {
        await emulator.start();
        return emulator.system();
      }),
      stop: async () => (await created).stop(),
    };
  }

  /** Ports of its own, data in memory: nothing is shared with an emulator that runs already. */
  async #create({ project, mongo }: TestFlags, seed: string | undefined): Promise<Emulator> {
    const { createEmulator } = await import('../../emulator/index.js');
    return createEmulator({
      projectDir: findProject(project),
      state: 'none',
      mongo,
      port: 0,
      awsPort: 0,
      mongoPort: 0,
      controlPort: 0,
      ...(seed !== undefined && { seed }),
    });
  }

  #output() {
    return {
      json: this.json,
      live: process.stdout.isTTY === true && !process.env.CI && process.env.TERM !== 'dumb',
      print: (line: string) => void process.stdout.write(`${line}\n`),
      remark: (line: string) => this.remark(line),
    };
  }
}

function requestOf(flags: TestFlags, paths: string[], signal: AbortSignal): SessionRequest {
  const projectDir = findProject(flags.project);
  return {
    projectDir,
    paths: paths.map((path) => resolve(path)),
    suites: flags.suite ?? [],
    ...(flags.grep !== undefined && { grep: flags.grep }),
    bail: flags.bail,
    workers: flags.workers,
    retry: flags.retry,
    seed: flags.seed ?? randomBytes(6).toString('hex'),
    reporters: (flags.reporter ?? []) as SessionRequest['reporters'],
    output: resolve(flags.output ?? join(projectDir, '.arcube', 'reports', 'test')),
    ...(flags.slo !== undefined && { slo: resolve(flags.slo) }),
    runs: flags.runs,
    signal,
  };
}
