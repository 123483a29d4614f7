import { Flags, type Interfaces } from '@oclif/core';
import { findProject } from '../../project/find-project.js';
import { projectFlag } from '../../project/flags.js';
import type { RunWishes, Wishes } from '../../rotation/session.js';
import { shellWords } from '../shell-words.js';
import { stopAsked } from '../stop-signals.js';

/** One value for each time it is named: kinds may stand behind it. */
const many = { multiple: true, multipleNonGreedy: true } as const;

/** Flags of `arcube rotate-keys`. */
export const rotateFlags = {
  project: projectFlag,
  account: Flags.string({ description: 'Account that is meant; STS must agree.', helpValue: 'ID' }),
  stage: Flags.string({ description: 'Stage of the API.' }),
  region: Flags.string({
    ...many,
    description: 'Region; may be repeated.',
  }),
  stack: Flags.string({ description: 'CloudFormation stack; by default stackName of arcube.yaml.' }),
  'endpoint-url': Flags.string({
    description: 'Endpoint of all AWS services, instead of AWS’s own.',
    env: 'AWS_ENDPOINT_URL',
    helpValue: 'URL',
  }),
  'api-url': Flags.string({
    ...many,
    description: 'Base URL of the API, or REGION=URL.',
    helpValue: 'URL',
  }),
  tenant: Flags.string({ ...many, description: 'Only keys of this tenant; may be repeated.' }),
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
  status: Flags.boolean({
    description:
      'Show how far rotations are: all unfinished, or the one named. With --stage and --region: which key each tenant and client used last, and when; of all kinds, or of those named.',
  }),
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

export type RotateFlags = Interfaces.InferredFlags<typeof rotateFlags>;

/** The command line again, for messages that end with "then run …". */
export function commandLine(words: readonly string[]): string {
  return shellWords(['arcube', 'rotate-keys', ...words]);
}

/** What is rotated where. */
export function wishesOf(flags: RotateFlags, command: string): Wishes {
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
export function runWishes(flags: RotateFlags): RunWishes {
  const controller = new AbortController();
  void stopAsked().then(() => controller.abort());
  return {
    acceptChanges: flags['accept-changes'],
    withoutAdoption: flags['without-adoption'],
    takeOver: flags['take-over'],
    signal: controller.signal,
  };
}
