import { Flags } from '@oclif/core';
import { parseDuration } from '../../core/duration.js';
import { userError } from '../../core/errors.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import type { KindName } from '../../lib/rotation/phases.js';
import type { SnippetKind } from '../../lib/rotation/schedule-snippet.js';
import type { RotationSession, RunWishes, Wishes } from '../../lib/rotation/session.js';
import { ArcubeCommand, type FlagsOf } from '../../lib/ui/base-command.js';
import { Exit } from '../../lib/ui/exit.js';
import { stopAsked } from '../../lib/ui/stop-signals.js';
import { typeAccount } from '../../lib/ui/type-account.js';

type RotateFlags = FlagsOf<typeof RotateKeys>;

const ALONE = ['status', 'resume', 'abort', 'rollback', 'revoke', 'rehearse'] as const;

export default class RotateKeys extends ArcubeCommand {
  static override summary = 'Replace keys and secrets without refusing a single request.';
  static override description =
    'KIND is signing, client, edge, api-key, database or env. New keys are accepted everywhere before they are used, tried on the live API before they are promoted, and old ones are revoked once their use has ended. Every step is journalled in .arcube/rotation: a rotation that was stopped, or crashed, goes on with --resume.';
  static override examples = [
    {
      description: 'See what would happen:',
      command: '<%= config.bin %> rotate-keys signing --plan --stage live --region eu-central-1',
    },
    {
      description: 'Rotate the token signing keys of two regions:',
      command:
        '<%= config.bin %> rotate-keys signing --account 123456789012 --stage live --region eu-central-1 --region us-east-1 --api-url eu-central-1=https://eu.api.example --api-url us-east-1=https://us.api.example',
    },
    {
      description: 'Secrets of one tenant, from a script:',
      command:
        '<%= config.bin %> rotate-keys client edge --tenant aulis-air --account 123456789012 --yes --stage live --region eu-central-1 --api-url https://api.example',
    },
    {
      description: 'Rehearse it on an emulator first:',
      command: '<%= config.bin %> rotate-keys signing --rehearse',
    },
    {
      description: 'From cron: only what is older than 90 days:',
      command:
        '<%= config.bin %> rotate-keys --all --schedule 90d --yes --account 123456789012 --stage live --region eu-central-1',
    },
    {
      description: 'What lets that run every night (cron, github-actions or eventbridge):',
      command:
        '<%= config.bin %> rotate-keys --all --schedule 90d --yes --account 123456789012 --stage live --region eu-central-1 --snippet cron',
    },
    {
      description: 'How far is it, and who uses which key?',
      command: '<%= config.bin %> rotate-keys --status',
    },
    {
      description: 'Break the glass:',
      command:
        '<%= config.bin %> rotate-keys --revoke 2026-11-22-7f3a --now --account 123456789012 --stage live --region eu-central-1',
    },
  ];
  static override strict = false;
  static override usage = 'rotate-keys [KIND…] [--flags]';
  static override flags = {
    project: projectFlag,
    account: Flags.string({ description: 'Account that is meant; STS must agree.', helpValue: 'ID' }),
    stage: Flags.string({ description: 'Stage of the API.' }),
    region: Flags.string({ multiple: true, description: 'Region; may be repeated.' }),
    stack: Flags.string({ description: 'CloudFormation stack; by default stackName of arcube.yaml.' }),
    'endpoint-url': Flags.string({
      description: 'Endpoint of all AWS services, instead of AWS’s own.',
      env: 'AWS_ENDPOINT_URL',
      helpValue: 'URL',
    }),
    'api-url': Flags.string({
      multiple: true,
      description: 'Base URL of the API, or REGION=URL.',
      helpValue: 'URL',
    }),
    tenant: Flags.string({ multiple: true, description: 'Only keys of this tenant; may be repeated.' }),
    all: Flags.boolean({ description: 'Every kind.' }),
    schedule: Flags.string({
      description:
        'Only keys that are older than this; the rest is not due. It does not start anything by itself: let cron or a pipeline run it; --snippet writes what they need.',
      helpValue: 'AGE',
    }),
    snippet: Flags.option({
      options: ['cron', 'github-actions', 'eventbridge'] as const,
      description: 'With --schedule: print what runs this command every day, and change nothing.',
    })(),
    plan: Flags.boolean({ description: 'Show who holds what and what would happen; change nothing.' }),
    yes: Flags.boolean({ char: 'y', description: 'Do not ask; needs --account.' }),
    detach: Flags.boolean({ description: 'Go on in the background; --status and --resume find it again.' }),
    status: Flags.boolean({ description: 'Show how far rotations are: all unfinished, or the one named.' }),
    resume: Flags.string({ description: 'Go on with a rotation.', helpValue: 'ID' }),
    abort: Flags.string({ description: 'Take back new keys that are not in use yet.', helpValue: 'ID' }),
    rollback: Flags.string({ description: 'Bring the old keys back into use.', helpValue: 'ID' }),
    revoke: Flags.string({
      description: 'Revoke a key at once, whatever it breaks; with --now.',
      helpValue: 'KEY',
    }),
    now: Flags.boolean({ description: 'Say that --revoke is meant.' }),
    rehearse: Flags.boolean({
      description: 'Run the whole rotation on an emulator, under load, with its clock moved.',
    }),
    rounds: Flags.integer({
      default: 1,
      min: 1,
      description: 'With --rehearse: how often each kind is rotated.',
    }),
    rate: Flags.integer({ default: 50, min: 1, description: 'With --rehearse: requests a second.' }),
    'key-store': Flags.option({
      options: ['secrets-manager', 'kms'] as const,
      description: 'Where new signing keys are kept; by default where the present one is.',
    })(),
    'admin-secret': Flags.string({
      description: 'Secret with the access to database users.',
      helpValue: 'NAME',
    }),
    'adoption-timeout': Flags.string({
      default: '24h',
      description: 'How long to wait for holders to use their new keys.',
      helpValue: 'TIME',
    }),
    'without-adoption': Flags.boolean({ description: 'Revoke although old keys may still be in use.' }),
    'accept-changes': Flags.boolean({ description: 'Go on from what somebody else has changed.' }),
    'take-over': Flags.string({
      description: 'Put a rotation of another machine aside that gives no sign of life any more.',
      helpValue: 'ID',
    }),
    'discard-pending': Flags.boolean({
      description: 'Take the label off an AWSPENDING version that nobody answers for.',
    }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RotateKeys);
    const words = argv as string[];
    const chosen = ALONE.filter((name) => flags[name]);
    if (chosen.length > 1)
      throw userError('BAD_COMMAND_LINE', {
        what: `Choose one of ${chosen.map((one) => `--${one}`).join(', ')}.`,
      });
    const [how] = chosen;
    if (how === 'status') return this.#status(flags, words[0]);
    if (how === 'resume') return this.#again(flags, flags.resume as string, 'resume');
    if (how === 'abort' || how === 'rollback') return this.#again(flags, flags[how] as string, how);
    if (how === 'revoke') return this.#revoke(flags);
    const { kindsOf } = await import('../../lib/rotation/kinds-of.js');
    const kinds = kindsOf(words, flags.all);
    if (flags.snippet !== undefined) return this.#snippet(flags, flags.snippet);
    return how === 'rehearse' ? this.#rehearse(flags, kinds) : this.#rotate(flags, kinds);
  }

  async #snippet(flags: RotateFlags, kind: SnippetKind): Promise<void> {
    const { snippetOf } = await import('../../lib/rotation/schedule-snippet.js');
    const missing = (['schedule', 'account', 'yes'] as const).filter((name) => !flags[name]);
    if (missing.length > 0)
      throw userError('BAD_COMMAND_LINE', {
        what: `What runs by itself needs ${missing.map((name) => `--${name}`).join(', ')}, too.`,
      });
    const words = this.argv.filter(
      (word, at) => !word.startsWith('--snippet') && this.argv[at - 1] !== '--snippet',
    );
    const region = flags.region?.[0] ?? 'eu-central-1';
    const text = snippetOf(kind, { command: commandLine(words), folder: findProject(flags.project), region });
    this.show({ event: 'snippet', kind, text }, text);
  }

  async #rotate(flags: RotateFlags, kinds: KindName[]): Promise<void> {
    const { RotationSession } = await import('../../lib/rotation/session.js');
    const { planText } = await import('../../lib/ui/rotation-text.js');
    const command = this.#command();
    const session = await RotationSession.open(wishesOf(flags, command));
    try {
      const olderThan = flags.schedule === undefined ? 0 : parseDuration(flags.schedule);
      const { id, plan, young } = await session.plan(kinds, command, olderThan);
      if (plan.subjects.length === 0 && young.length > 0)
        return this.show(
          { event: 'nothing-due', young },
          `Nothing is due: ${young.length} keys are younger than ${flags.schedule}.`,
        );
      if (plan.subjects.length === 0)
        throw userError('ROTATION_NOTHING', {
          why: `${kinds.join(', ')} in ${plan.regions.join(', ')}: none found.`,
        });
      this.show({ event: 'plan', ...plan }, planText(plan));
      if (flags.plan) return;
      await confirm(flags, plan.account, this.json);
      const open = await session.begin(id, plan, parseDuration(flags['adoption-timeout']), runWishes(flags));
      this.show({ event: 'begun', rotation: id }, `Rotation ${id} has begun.`);
      if (flags.detach) {
        open.close();
        return await this.#detach(session, id, flags);
      }
      const state = await session.run(open, await this.#progress(session));
      this.show({ event: 'end', rotation: id, outcome: state.outcome }, state.describe());
    } finally {
      session.close();
    }
  }

  async #again(flags: RotateFlags, id: string, how: 'resume' | 'abort' | 'rollback'): Promise<void> {
    const { RotationSession } = await import('../../lib/rotation/session.js');
    const { projectDir, endpoint, command, choices } = wishesOf(flags, this.#command());
    const session = await RotationSession.reopen(id, { projectDir, endpoint, command, choices });
    try {
      if (flags.detach && how === 'resume') return await this.#detach(session, id, flags);
      const wishes = runWishes(flags);
      const show = await this.#progress(session);
      const state =
        how === 'resume'
          ? await session.resume(id, wishes, show)
          : await session.goBack(id, how, wishes, show);
      this.show({ event: 'end', rotation: id, outcome: state.outcome }, state.describe());
    } finally {
      session.close();
    }
  }

  async #status(flags: RotateFlags, id: string | undefined): Promise<void> {
    const { rotationStatus } = await import('../../lib/rotation/rotation-status.js');
    const { statusText } = await import('../../lib/ui/rotation-text.js');
    const { projectDir, endpoint, command } = wishesOf(flags, this.#command());
    const found = await rotationStatus({ projectDir, endpoint, command }, id);
    const texts = found.map(({ state, adoption, uses }) => statusText(state, adoption, uses));
    this.show(
      { rotations: found.map(({ data }) => data) },
      texts.join('\n\n') || 'No rotation is under way.',
    );
  }

  async #revoke(flags: RotateFlags): Promise<void> {
    const { revokeNow } = await import('../../lib/rotation/revoke-now.js');
    const { RotationSession } = await import('../../lib/rotation/session.js');
    const key = flags.revoke as string;
    if (!flags.now)
      throw userError('BAD_COMMAND_LINE', {
        what: '--revoke breaks whoever still uses the key: say --now too.',
      });
    const session = await RotationSession.open(wishesOf(flags, this.#command()));
    try {
      await confirm(flags, session.target.account, this.json);
      const done = await revokeNow(session, key, this.#command(), (text) => this.remark(text));
      this.show({ event: 'revoked', key, ...done }, done.text);
    } finally {
      session.close();
    }
  }

  async #rehearse(flags: RotateFlags, kinds: KindName[]): Promise<void> {
    const { rehearse } = await import('../../lib/rotation/rehearsal/rehearse.js');
    const { rehearsalText } = await import('../../lib/ui/rotation-text.js');
    const { projectConfig } = await import('../../lib/project/project-stack.js');
    const { createEmulator } = await import('../../../emulator/index.js');
    const projectDir = findProject(flags.project);
    const project = projectConfig(projectDir);
    const emulator = createEmulator({
      projectDir,
      state: 'none',
      port: 0,
      awsPort: 0,
      databaseUsers: true,
    });
    const { signal } = runWishes(flags);
    try {
      const urls = await emulator.start();
      const stage = {
        projectDir,
        apiUrl: urls.api,
        awsUrl: urls.aws,
        account: project.accountId ?? '000000000000',
        region: project.region ?? 'eu-central-1',
        stack: flags.stack ?? project.stackName ?? 'arcube',
        stage: flags.stage ?? project.stage ?? 'live',
        holders: emulator.credentials(),
        now: () => emulator.clock.now(),
        advance: (ms: number) => emulator.clock.advance(ms),
        explain: async (id: string) => {
          const story = await emulator.system().controls?.story(id);
          return story?.steps?.map(({ handler, saw }) => `${handler}: ${saw}`).join('; ');
        },
      };
      const { jsonProgress, listProgress } = await import('../../lib/ui/rotation-progress.js');
      const show = this.json
        ? jsonProgress((event) => this.show(event, ''))
        : listProgress(() => emulator.clock.now());
      this.remark(
        'The emulator runs; an hour of its time passes first, so that tokens of all ages are about …',
      );
      const report = await rehearse(stage, { kinds, rate: flags.rate, rounds: flags.rounds, signal, show });
      this.show({ event: 'rehearsed', ...report }, rehearsalText(report));
      if (report.refusedGood + report.acceptedRevoked + report.failed > 0) throw new Exit(1);
    } finally {
      await emulator.stop();
    }
  }

  async #detach(session: RotationSession, id: string, flags: RotateFlags): Promise<void> {
    const { detach } = await import('../../lib/journal/detach.js');
    const extra = [
      flags['accept-changes'] && '--accept-changes',
      flags['without-adoption'] && '--without-adoption',
    ];
    const words = ['rotate-keys', '--resume', id, '--project', findProject(flags.project)];
    const { pid, log } = detach(session.rotations.folder, id, [
      ...words,
      ...extra.filter((one) => typeof one === 'string'),
    ]);
    this.show(
      { event: 'detached', rotation: id, pid, log },
      `It goes on in process ${pid}, which writes ${log}. See \`arcube rotate-keys --status ${id}\`.`,
    );
  }

  async #progress(session: RotationSession) {
    const { jsonProgress, listProgress } = await import('../../lib/ui/rotation-progress.js');
    if (this.json) return jsonProgress((event) => this.show(event, ''));
    return listProgress(() => session.target.clock.now());
  }

  /** The command line again, for messages that end with "then run …". */
  #command(): string {
    return commandLine(this.argv);
  }
}

function commandLine(words: readonly string[]): string {
  const quoted = words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`));
  return ['arcube', 'rotate-keys', ...quoted].join(' ');
}

function wishesOf(flags: RotateFlags, command: string): Wishes {
  return {
    projectDir: findProject(flags.project),
    account: flags.account,
    stack: flags.stack,
    stage: flags.stage,
    regions: flags.region ?? [],
    endpoint: flags['endpoint-url'],
    apiUrls: flags['api-url'] ?? [],
    choices: {
      tenants: flags.tenant ?? [],
      keyStore: flags['key-store'],
      adminSecret: flags['admin-secret'],
      discardPending: flags['discard-pending'],
    },
    command,
  };
}

/** A first Ctrl-C stops between two steps, with everything noted. */
function runWishes(flags: RotateFlags): RunWishes {
  const controller = new AbortController();
  void stopAsked().then(() => controller.abort());
  return {
    acceptChanges: flags['accept-changes'],
    withoutAdoption: flags['without-adoption'],
    takeOver: flags['take-over'],
    signal: controller.signal,
  };
}

/** Lets a person type the account; a script names it. Throws ROTATION_NOT_CONFIRMED. */
async function confirm(flags: RotateFlags, account: string, json: boolean): Promise<void> {
  if (flags.yes && flags.account === undefined)
    throw userError('ROTATION_TARGET_MISSING', { missing: ['--account'] });
  if (!(await typeAccount(account, flags.yes, json))) throw userError('ROTATION_NOT_CONFIRMED', { account });
}
