import { Flags, type Interfaces } from '@oclif/core';
import type { DeployWishes } from '../deploy/target/open-target.js';
import { findProject } from '../project/find-project.js';
import { projectFlag } from '../project/flags.js';
import { ArcubeCommand } from './base-command.js';
import { shellWords } from './shell-words.js';

/** Exit codes of `arcube deploy`, with and without `--json`. The README's table is made from them. */
export const DEPLOY_EXIT_CODES: Record<number, string> = {
  0: 'done, or nothing to do',
  1: 'the deployment failed and was taken back, the API does not pass the smoke suite, or something nobody foresaw',
  2: 'the command line is wrong, or it was not confirmed; with `deploy --plan`: there are changes',
  5: 'a file of the project is wrong: template, function or configuration',
  6: 'AWS stands in the way: account, credentials, permissions, network, bootstrap, or the state of the stack',
  7: 'a deploy is not at its end: it is no longer watched, or another one runs',
  8: 'the new version was refused and the old one is back: a service level, an alarm, the check before traffic, or `deploy cancel`',
  64: 'with `deploy --plan`: the command line is wrong',
  130: 'ended by Ctrl-C before anything was begun, or by a second one, without waiting',
};

/** Exit code of `deploy --plan` with changes. */
export const CHANGES = 2;
/** What every command means by 2 is this where 2 says that there are changes: EX_USAGE of sysexits. */
export const PLAN_USAGE = 64;

/** Flags of commands that act on a deployed stage. */
export const targetFlags = {
  project: projectFlag,
  stage: Flags.string({
    description: 'Stage: dev, staging or prod. There is no default.',
    helpValue: 'STAGE',
  }),
  region: Flags.string({
    multiple: true,
    description: 'Region; may be repeated. By default those of the stage in arcube.yaml.',
    helpValue: 'REGION',
  }),
  account: Flags.string({ description: 'Account that is meant; STS must agree.', helpValue: 'ID' }),
  bucket: Flags.string({
    description: 'Bucket of archives and records; by default arcube-assets-ACCOUNT-REGION.',
    helpValue: 'NAME',
  }),
  'endpoint-url': Flags.string({
    description: 'Endpoint of all AWS services, instead of AWS’s own.',
    env: 'AWS_ENDPOINT_URL',
    helpValue: 'URL',
  }),
};

type TargetFlags = Interfaces.InferredFlags<typeof targetFlags>;

/** What the flags say of the target; `command` is the command line again. */
export function targetWishes(flags: TargetFlags, command: string): DeployWishes {
  return {
    projectDir: findProject(flags.project),
    account: flags.account,
    stage: flags.stage,
    regions: flags.region ?? [],
    bucket: flags.bucket,
    endpoint: flags['endpoint-url'],
    command,
  };
}

/** What commands that deploy are made of. */
export abstract class DeployCommand extends ArcubeCommand {
  /** The command line again, for messages that end with "then run …". */
  protected commandLine(): string {
    return shellWords(['arcube', ...(this.id ?? '').split(':'), ...this.argv]);
  }
}
