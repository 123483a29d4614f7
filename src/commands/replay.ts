import { join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { userError } from '../core/errors.js';
import type { KeptRequest } from '../core/kept-request.js';
import { ControlClient } from '../lib/project/control-client.js';
import { findProject } from '../lib/project/find-project.js';
import { controlFlags } from '../lib/project/flags.js';
import { fromKept, fromWire } from '../lib/replay/answer.js';
import { compareAnswers } from '../lib/replay/compare.js';
import { prepare } from '../lib/replay/prepare.js';
import { send } from '../lib/replay/send.js';
import { isLoopback, type ReplayTarget, targetOf } from '../lib/replay/target.js';
import type { SandboxCredential } from '../lib/replay/tokens.js';
import { ArcubeCommand, type FlagsOf } from '../lib/ui/base-command.js';
import { replayText } from '../lib/ui/replay-text.js';

export default class Replay extends ArcubeCommand {
  static override summary = 'Send a kept request again and compare the answers.';
  static override description =
    'The last 1,000 requests are kept in .arcube/logs, their secrets hidden: a bearer token is asked for anew with the sandbox credentials of the same tenant. Ends with exit code 0 when the answers are the same and 1 when they differ. Ids, times and tokens that differ as they must do not count.';
  static override examples = [
    {
      description: 'Again, after a change of the code:',
      command: '<%= config.bin %> replay 5f0c7a3e-0b7c-4bb4-9d6e-0a5a6f3f4a10',
    },
    {
      description: 'Against a deployed stage, with a token of that stage:',
      command:
        '<%= config.bin %> replay 5f0c7a3e-0b7c-4bb4-9d6e-0a5a6f3f4a10 --to https://api.example.com --token "$TOKEN"',
    },
    {
      description: 'Leave a field out of the comparison:',
      command:
        "<%= config.bin %> replay 5f0c7a3e-0b7c-4bb4-9d6e-0a5a6f3f4a10 --ignore 'result[*].metadata.source'",
    },
  ];
  static override args = {
    id: Args.string({
      required: true,
      description: 'Id of the request: x-amzn-RequestId, X-Request-Id, or from `arcube dev`.',
    }),
  };
  static override flags = {
    ...controlFlags,
    to: Flags.string({
      description: 'Base URL of the API that is to answer; the running emulator by default.',
      helpValue: 'URL',
    }),
    token: Flags.string({
      description: 'Bearer token to send instead of asking for one.',
      helpValue: 'TOKEN',
      env: 'ARCUBE_REPLAY_TOKEN',
    }),
    secret: Flags.string({
      multiple: true,
      description: 'Value of a hidden header, parameter or member; may be repeated.',
      helpValue: 'NAME=VALUE',
    }),
    ignore: Flags.string({
      multiple: true,
      description: 'Path into the body that is not compared, e.g. result[*].price; may be repeated.',
      helpValue: 'PATH',
    }),
    strict: Flags.boolean({ description: 'Count ids, times and tokens that differ.' }),
    yes: Flags.boolean({ char: 'y', description: 'Send to another machine without asking.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Replay);
    const target = targetOf(flags.to);
    const source = await this.#source(flags, args.id, target);
    await this.#confirm(source.target, source.kept, flags.yes);
    const outgoing = await prepare(source.kept, {
      ...source,
      token: flags.token,
      secrets: secretsOf(flags.secret),
    });
    const answer = await send(outgoing);
    const [before, after] = [fromKept(source.kept.answer), fromWire(answer)];
    const options = { strict: flags.strict, ignored: flags.ignore ?? [] };
    const comparison = compareAnswers(before, after, options);
    const shown = {
      requestId: source.kept.requestId,
      method: source.kept.method,
      path: source.kept.path,
      target: source.target,
      status: { before: before.status, after: after.status },
      durationMs: answer.durationMs,
      ...comparison,
    };
    this.show(shown, replayText(shown));
    this.exit(comparison.same ? 0 : 1);
  }

  /** The kept request and who may answer it: from the running emulator, or from the disk when another API is named. */
  async #source(
    flags: FlagsOf<typeof Replay>,
    id: string,
    to: ReplayTarget | undefined,
  ): Promise<{ kept: KeptRequest; target: string; credentials: SandboxCredential[]; now: number }> {
    const projectDir = findProject(flags.project);
    const client = ControlClient.tryFind({ projectDir, url: flags.control });
    const kept = client ? await keptBy(client, id) : to && (await keptOnDisk(projectDir, id));
    if (!client && !to) throw userError('NO_EMULATOR', { projectDir });
    if (!kept) throw userError('REPLAY_UNKNOWN', { projectDir });
    if (!client) return { kept, target: to?.url ?? '', credentials: [], now: Date.now() };
    const { urls } = await client.get<{ urls: { api: string } }>('/info');
    const { epochMs: now } = await client.get<{ epochMs: number }>('/clock');
    const isNear = to === undefined || to.loopback;
    const { credentials } = isNear
      ? await client.get<{ credentials: SandboxCredential[] }>('/credentials')
      : { credentials: [] };
    return { kept, target: to?.url ?? urls.api, credentials, now };
  }

  /** Another machine's API may hold real data: the user says that it is meant. */
  async #confirm(target: string, { method, path }: KeptRequest, yes: boolean): Promise<void> {
    if (yes || isLoopback(target)) return;
    const asked = !this.json && process.stdin.isTTY === true && process.stdout.isTTY === true;
    if (asked) {
      const { default: inquirer } = await import('inquirer');
      const message = `Send ${method} ${path.replace(/\?.*$/s, '')} to ${new URL(target).host}?`;
      const { meant } = await inquirer.prompt<{ meant: boolean }>([
        { type: 'confirm', name: 'meant', message, default: false },
      ]);
      if (meant) return;
    }
    throw userError('REPLAY_FOREIGN', { host: new URL(target).host });
  }
}

async function keptBy(client: ControlClient, id: string): Promise<KeptRequest | undefined> {
  const path = `/exchanges/${encodeURIComponent(id)}`;
  return (await client.tryGet<{ exchange: KeptRequest }>(path))?.exchange;
}

async function keptOnDisk(projectDir: string, id: string): Promise<KeptRequest | undefined> {
  const { findKept } = await import('../../emulator/index.js');
  return findKept(join(projectDir, '.arcube', 'logs'), id);
}

function secretsOf(pairs: string[] = []): Map<string, string> {
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 1) throw userError('BAD_COMMAND_LINE', { what: '--secret is written NAME=VALUE.' });
      return [pair.slice(0, equals).toLowerCase(), pair.slice(equals + 1)];
    }),
  );
}
