import { Flags } from '@oclif/core';
import pc from 'picocolors';
import type { EventBus, InspectorRecord, StackRecord } from '../../emulator/kernel/events.js';
import type { Emulator, EmulatorOptions } from '../../emulator/options.js';
import { userError } from '../core/errors.js';
import { findProject } from '../lib/project/find-project.js';
import { projectFlag } from '../lib/project/flags.js';
import { ArcubeCommand, type FlagsOf } from '../lib/ui/base-command.js';
import { diagnosticText } from '../lib/ui/diagnostic-text.js';
import { mailLine } from '../lib/ui/mail-line.js';
import { type ReadyFacts, renderReady } from '../lib/ui/ready.js';
import { requestLine } from '../lib/ui/request-line.js';
import { stackLine } from '../lib/ui/stack-line.js';
import { stopAsked } from '../lib/ui/stop-signals.js';

export default class Dev extends ArcubeCommand {
  static override summary = 'Run the whole ancillary API on this machine, offline.';
  static override description =
    'Gateway, authorizer, Lambda functions and MongoDB with sample tenants, from the same template that is deployed. Edits of handlers, templates and tenants are taken up while it runs.';
  static override examples = [
    { description: 'Start, and keep data between runs:', command: '<%= config.bin %> dev' },
    {
      description: 'Start from the sample data, on another port:',
      command: '<%= config.bin %> dev --fresh --port 8080',
    },
    {
      description: 'Use a MongoDB server of your own:',
      command: '<%= config.bin %> dev --mongo mongodb://localhost:27017',
    },
    { description: 'Run another stack:', command: '<%= config.bin %> dev --template stack/template.yaml' },
    {
      description: 'Set breakpoints in the functions’ TypeScript:',
      command: '<%= config.bin %> dev --inspect',
    },
    { description: 'Let a script read the addresses:', command: '<%= config.bin %> dev --port 0 --json' },
  ];
  static override flags = {
    project: projectFlag,
    port: Flags.integer({
      char: 'p',
      min: 0,
      max: 65_535,
      description: 'Port of the API; 0 takes a free one. A taken one moves to the next. Default 3000.',
    }),
    host: Flags.string({ description: 'Address to listen on. Default 127.0.0.1.' }),
    'aws-port': Flags.integer({
      min: 0,
      max: 65_535,
      description: 'Port of the AWS endpoint; the same rules. Default 4566.',
    }),
    'strict-port': Flags.boolean({
      description: 'Fail on a taken port rather than move to the next free one.',
    }),
    mongo: Flags.string({
      description: 'embedded (default), mongod, or a mongodb:// URI.',
      helpValue: 'ENGINE',
    }),
    fresh: Flags.boolean({ description: 'Drop the data of earlier runs first.' }),
    memory: Flags.boolean({ description: 'Keep all data in memory and leave that of earlier runs alone.' }),
    'from-snapshot': Flags.string({
      description:
        'Begin with the databases that a failing `arcube test` has left, at its moment. Data stays in memory.',
      helpValue: 'FILE',
    }),
    seed: Flags.string({ description: 'Make ids and randomness repeatable.' }),
    template: Flags.string({ char: 't', description: 'CloudFormation template to run.', helpValue: 'FILE' }),
    parameter: Flags.string({
      multiple: true,
      description: 'Template parameter, NAME=VALUE; may be repeated.',
      helpValue: 'NAME=VALUE',
    }),
    inspect: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'Let a debugger attach to all functions, or with =NAME to one; may be repeated.',
      helpValue: '[=NAME]',
    }),
    'enforce-iam': Flags.boolean({
      description:
        'Refuse what the IAM policies of a caller of the AWS endpoint do not allow, handlers included.',
    }),
    quiet: Flags.boolean({ char: 'q', description: 'Print no line for each request.' }),
    watch: Flags.boolean({ allowNo: true, default: true, description: 'Take up edits while it runs.' }),
  };

  #isReady = false;
  readonly #early: InspectorRecord[] = [];

  async run(): Promise<void> {
    // oclif has no flags whose value may be left out
    this.argv = this.argv.map((word) => (word === '--inspect' ? '--inspect=*' : word));
    const { flags } = await this.parse(Dev);
    const stop = stopAsked();
    // functions run in UTC; threads take their zone from the process, at their start
    process.env.TZ = 'UTC';
    const { createEmulator } = await import('../../emulator/index.js');
    const emulator = createEmulator(optionsOf(flags));
    this.#report(emulator.events, flags.quiet);
    const started = emulator.start();
    const first = await Promise.race([started, stop]);
    if (typeof first !== 'string') {
      this.#ready(emulator);
      await stop;
    }
    await this.#stop(emulator, started);
  }

  #ready(emulator: Emulator): void {
    const credentials = emulator.credentials().map(({ clientSecret, edgeSecret, ...open }) => ({
      ...open,
      clientSecret: clientSecret.reveal(),
      edgeSecret: edgeSecret.reveal(),
    }));
    const facts: ReadyFacts = {
      urls: emulator.urls,
      credentials,
      tookMs: performance.now(),
      version: this.config.version,
    };
    this.show(
      {
        event: 'ready',
        urls: facts.urls,
        credentials,
        pid: process.pid,
        startedInMs: Math.round(facts.tookMs),
      },
      renderReady(facts),
    );
    this.#isReady = true;
    for (const record of this.#early.splice(0)) this.#debugger(record);
    for (const { stackName, region, apiUrl } of emulator.deployedStacks())
      this.#stack({ stackName, region, apiUrl, state: 'served' });
  }

  /** Lines that are written together at the end of this turn: under load one write a line takes longer than many a request. */
  readonly #waiting: string[] = [];

  #showSoon(data: unknown, text: string): void {
    if (this.#waiting.length === 0) setImmediate(() => this.#showWaiting());
    this.#waiting.push(`${this.json ? JSON.stringify(data) : text}\n`);
  }

  #showWaiting(): void {
    process.stdout.write(this.#waiting.splice(0).join(''));
  }

  protected override show(data: unknown, text: string): void {
    this.#showWaiting();
    super.show(data, text);
  }

  /** One line per thing that happens; under `--json` each is an object on stdout. */
  #report(events: EventBus, quiet: boolean): void {
    if (!quiet)
      events.on('request', (request) =>
        this.#showSoon({ event: 'request', ...request }, requestLine(request)),
      );
    events.on('reload', (reload) => {
      const faults = reload.diagnostics.map((one) => `\n${diagnosticText(one)}`).join('');
      const outcome = reload.ok ? pc.green('reloaded') : pc.red('kept the last good one:');
      this.show(
        { event: 'reload', ...reload },
        `${outcome} ${reload.what} ${reload.name} (${Math.round(reload.durationMs)} ms)${faults}`,
      );
    });
    events.on('inspector', (record) => this.#debugger(record));
    events.on('mail', ({ id, from, to, subject, tags }) =>
      this.show({ event: 'mail', id, from, to, subject, tags }, mailLine({ id, to, subject, tags })),
    );
    events.on('stack', (record) => this.#stack(record));
    events.on('diagnostic', (diagnostic) => {
      // before `ready` stdout must stay empty: scripts read the first line
      this.remark(diagnosticText(diagnostic));
    });
  }

  /** Where a deployed stack answers; those of an earlier run are told once everything is ready. */
  #stack(record: StackRecord): void {
    if (this.#isReady) this.show({ event: 'stack', ...record }, stackLine(record));
  }

  /** Where a debugger finds a function; held back until `ready` is out. */
  #debugger({ functionName, url }: InspectorRecord): void {
    if (!this.#isReady) this.#early.push({ functionName, url });
    else
      this.show(
        { event: 'inspector', functionName, url },
        `${pc.magenta('debugger')} ${functionName} ${pc.cyan(url)}`,
      );
  }

  async #stop(emulator: Emulator, started: Promise<unknown>): Promise<void> {
    if (!this.json) this.remark(pc.dim('Stopping …'));
    await emulator.stop();
    await started.catch(() => undefined);
    if (this.json) this.show({ event: 'stopped' }, '');
    this.exit(0);
  }
}

function optionsOf(flags: FlagsOf<typeof Dev>): EmulatorOptions {
  return definedOnly({
    projectDir: findProject(flags.project),
    template: flags.template,
    parameters: parametersOf(flags.parameter),
    host: flags.host,
    port: flags.port,
    awsPort: flags['aws-port'],
    strictPort: flags['strict-port'],
    mongo: flags.mongo,
    state: flags.memory ? 'none' : 'project',
    fresh: flags.fresh,
    fromSnapshot: flags['from-snapshot'],
    seed: flags.seed,
    watch: flags.watch,
    enforceIam: flags['enforce-iam'],
    inspect: flags.inspect?.includes('*') ? true : flags.inspect,
  });
}

/** Options left out must stay out: the project's settings, then the defaults, fill them. */
function definedOnly(
  options: { [K in keyof EmulatorOptions]: EmulatorOptions[K] | undefined },
): EmulatorOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function parametersOf(pairs: string[] = []): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 1) throw userError('BAD_COMMAND_LINE', { what: '--parameter is written NAME=VALUE.' });
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}
