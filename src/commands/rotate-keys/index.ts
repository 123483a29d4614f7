import { userError } from '../../core/errors.js';
import { findProject } from '../../lib/project/find-project.js';
import type { KindName } from '../../lib/rotation/phases.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { Exit } from '../../lib/ui/exit.js';
import { commandLine, type RotateFlags, rotateFlags, runWishes } from '../../lib/ui/rotate-keys/flags.js';
import type { Screen } from '../../lib/ui/rotate-keys/screen.js';

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
      description: 'How far is it?',
      command: '<%= config.bin %> rotate-keys --status',
    },
    {
      description: 'Which key did each tenant and client use last, and when?',
      command: '<%= config.bin %> rotate-keys --status --stage live --region eu-central-1',
    },
    {
      description: 'Break the glass:',
      command:
        '<%= config.bin %> rotate-keys --revoke 2026-11-22-7f3a --now --account 123456789012 --stage live --region eu-central-1',
    },
  ];
  static override strict = false;
  static override usage = 'rotate-keys [KIND…] [--flags]';
  static override flags = rotateFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(RotateKeys);
    const words = argv as string[];
    const chosen = ALONE.filter((name) => flags[name]);
    if (chosen.length > 1)
      throw userError('BAD_COMMAND_LINE', {
        what: `Choose one of ${chosen.map((one) => `--${one}`).join(', ')}.`,
      });
    const [how] = chosen;
    if (how !== undefined && how !== 'rehearse') return this.#act(how, flags, words);
    const { kindsOf } = await import('../../lib/rotation/kinds-of.js');
    const kinds = kindsOf(words, flags.all);
    if (flags.snippet !== undefined) {
      const { showSnippet } = await import('../../lib/ui/rotate-keys/snippet.js');
      return showSnippet(this.#screen(), flags, flags.snippet, this.argv);
    }
    if (how === 'rehearse') return this.#rehearse(flags, kinds);
    const { rotate } = await import('../../lib/ui/rotate-keys/rotate.js');
    return rotate(this.#screen(), flags, kinds);
  }

  /** What is done with a rotation that was begun, or with a key. */
  async #act(
    how: Exclude<(typeof ALONE)[number], 'rehearse'>,
    flags: RotateFlags,
    words: readonly string[],
  ): Promise<void> {
    const screen = this.#screen();
    if (how === 'status') {
      const { showStatus } = await import('../../lib/ui/rotate-keys/status.js');
      return showStatus(screen, flags, words);
    }
    if (how === 'revoke') {
      const { breakGlass } = await import('../../lib/ui/rotate-keys/break-glass.js');
      return breakGlass(screen, flags, flags.revoke as string);
    }
    const { again } = await import('../../lib/ui/rotate-keys/again.js');
    return again(screen, flags, how);
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
      const { progressOn } = await import('../../lib/ui/rotate-keys/screen.js');
      const show = progressOn(this.#screen(), () => emulator.clock.now());
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

  #screen(): Screen {
    return {
      json: this.json,
      show: (data, text) => this.show(data, text),
      remark: (text) => this.remark(text),
      command: commandLine(this.argv),
    };
  }
}
