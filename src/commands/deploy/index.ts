import { join } from 'node:path';
import { Flags } from '@oclif/core';
import { userError } from '../../core/errors.js';
import { builtFile } from '../../core/package-root.js';
import type { DeployTarget, DeployWishes } from '../../lib/deploy/target/open-target.js';
import { findProject } from '../../lib/project/find-project.js';
import type { FlagsOf } from '../../lib/ui/base-command.js';
import { CHANGES } from '../../lib/ui/deploy-command.js';
import { Exit } from '../../lib/ui/exit.js';
import {
  changeFlags,
  RunningDeployCommand,
  rolloutFlags,
  rolloutOptions,
} from '../../lib/ui/running-deploy.js';
import { typeAccount } from '../../lib/ui/type-account.js';

type DeployFlags = FlagsOf<typeof Deploy>;

export default class Deploy extends RunningDeployCommand {
  static override summary = 'Bring the platform to AWS: plan it, see it, and roll it out.';
  static override description =
    'Packages the functions, has CloudFormation work out what would change, and shows that in one view: resources, permissions, routes of the API, environment, drift. --plan ends there: exit code 0 says that there is nothing to do, 2 that there are changes. Once it is confirmed, the stack is changed region after region; new versions get their traffic bit by bit, and one that breaks a service level, sets off an alarm or fails its check is taken back. What was begun goes on without this terminal: `deploy resume` comes back to it.';
  static override examples = [
    { description: 'Deploy, and see it go live:', command: '<%= config.bin %> deploy --stage dev' },
    {
      description: 'From a pipeline, with traffic for a quiet API:',
      command:
        '<%= config.bin %> deploy --stage prod --account 123456789012 --yes --traffic 20 --credentials callers.yaml',
    },
    { description: 'See what would happen:', command: '<%= config.bin %> deploy --plan --stage dev' },
    {
      description: 'The same of two regions, for a script:',
      command:
        '<%= config.bin %> deploy --plan --json --stage prod --region eu-central-1 --region us-east-1 --account 123456789012',
    },
    {
      description: 'Put code that was just edited into a dev stage, past CloudFormation:',
      command: '<%= config.bin %> deploy --hotswap --stage dev --account 123456789012 --yes',
    },
  ];
  static override flags = {
    ...changeFlags,
    ...rolloutFlags,
    plan: Flags.boolean({ description: 'Show what would happen; change nothing.' }),
    drift: Flags.boolean({
      default: true,
      allowNo: true,
      description: 'Have CloudFormation look for what was changed past it.',
    }),
    hotswap: Flags.boolean({
      exclusive: ['plan'],
      description:
        'Only replace the functions’ code, at once; for dev stages. The next deployment puts it in order.',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Deploy);
    if (flags.yes && flags.account === undefined)
      throw userError('DEPLOY_TARGET_MISSING', { missing: ['--account'] });
    const { closeDeployTarget, openDeployTarget } = await import('../../lib/deploy/target/open-target.js');
    const { useReadingCache } = await import('../../core/document/reading-cache.js');
    const wishes = wishesOf(flags, this.commandLine());
    useReadingCache(join(wishes.projectDir, '.arcube/cache/readings'), builtFile('readings'));
    const target = await openDeployTarget(wishes);
    try {
      if (flags.hotswap) return await this.#hotswap(target, flags);
      await (flags.plan ? this.#plan(target, flags) : this.#deploy(target, flags, wishes));
    } finally {
      closeDeployTarget(target);
    }
  }

  async #plan(target: DeployTarget, flags: DeployFlags): Promise<void> {
    const { prepareAll } = await import('../../lib/deploy/plan/deploy-plan.js');
    const { deployPlanText } = await import('../../lib/ui/deploy-text.js');
    const { plan } = await prepareAll(target, { purpose: 'plan', drift: flags.drift });
    this.show({ event: 'plan', ...plan }, deployPlanText(plan));
    if (plan.changes) throw new Exit(CHANGES);
  }

  async #hotswap(target: DeployTarget, flags: DeployFlags): Promise<void> {
    const { hotswap, refuseStage } = await import('../../lib/deploy/hotswap/hotswap.js');
    const { hotswapText } = await import('../../lib/ui/deploy-text.js');
    const { account } = target;
    refuseStage(target.stage);
    if (!(await typeAccount(account, flags.yes, this.json)))
      throw userError('DEPLOY_NOT_CONFIRMED', { account });
    const regions = [];
    for (const region of target.regions)
      regions.push({ region: region.name, functions: await hotswap(target, region) });
    this.show({ event: 'hotswapped', account, stage: target.stage, regions }, hotswapText(regions));
  }

  /** The change set is made anew here: what is confirmed is what is executed. */
  async #deploy(target: DeployTarget, flags: DeployFlags, wishes: DeployWishes): Promise<void> {
    const { Deploys } = await import('../../lib/deploy/apply/deploys.js');
    const { prepareAll } = await import('../../lib/deploy/plan/deploy-plan.js');
    const turn = Deploys.of(wishes.projectDir).take(target);
    try {
      const made = await prepareAll(target, { purpose: 'deploy', drift: flags.drift });
      const options = await rolloutOptions(
        flags,
        target.regions.map(({ name }) => name),
      );
      const { endpoint, bucket } = wishes;
      await this.carryOut(turn, made, { target, options, endpoint, bucket }, flags);
    } finally {
      turn.release();
    }
  }
}

function wishesOf(flags: DeployFlags, command: string): DeployWishes {
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
