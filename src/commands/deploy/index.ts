import { join } from 'node:path';
import { Flags } from '@oclif/core';
import type { Emulator } from '../../../emulator/index.js';
import { userError } from '../../core/errors.js';
import { builtFile } from '../../core/package-root.js';
import type { DeployRehearsalStage } from '../../lib/deploy/rehearsal/stage.js';
import type { DeployTarget, DeployWishes } from '../../lib/deploy/target/open-target.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectConfig } from '../../lib/project/project-stack.js';
import type { FlagsOf } from '../../lib/ui/base-command.js';
import { CHANGES, PLAN_USAGE, targetWishes } from '../../lib/ui/deploy-command.js';
import { Exit } from '../../lib/ui/exit.js';
import type { Failure } from '../../lib/ui/failure.js';
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
      description: 'Rehearse what differs from the last commit, canary and all:',
      command: '<%= config.bin %> deploy --emulator --stage prod',
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
    emulator: Flags.boolean({
      exclusive: ['plan', 'hotswap', 'detach'],
      description: 'Rehearse it on an emulator of its own, with its clock moved, under synthetic traffic.',
    }),
    from: Flags.string({
      dependsOn: ['emulator'],
      description: 'With --emulator: commit that is deployed first; by default the last one.',
      helpValue: 'COMMIT',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Deploy);
    if (flags.emulator) return this.#rehearse(flags);
    if (flags.yes && flags.account === undefined)
      throw userError('DEPLOY_TARGET_MISSING', { missing: ['--account'] });
    const { closeDeployTarget, openDeployTarget } = await import('../../lib/deploy/target/open-target.js');
    const { useReadingCache } = await import('../../core/document/reading-cache.js');
    if (flags.hotswap) await refuseHotswap(flags.stage); // a stage that may not is none of AWS's business
    const wishes = targetWishes(flags, this.commandLine());
    useReadingCache(join(wishes.projectDir, '.arcube/cache/readings'), builtFile('readings'));
    const target = await openDeployTarget(wishes);
    try {
      if (flags.hotswap) return await this.#hotswap(target, flags);
      await (flags.plan ? this.#plan(target, flags) : this.#deploy(target, flags, wishes));
    } finally {
      closeDeployTarget(target);
    }
  }

  /** A script that reads 2 as changes must not take a wrong command line for them. */
  protected override exitCodeOf({ exitCode }: Failure): number {
    return exitCode === 2 && this.argv.includes('--plan') ? PLAN_USAGE : exitCode;
  }

  async #plan(target: DeployTarget, flags: DeployFlags): Promise<void> {
    const { prepareAll } = await import('../../lib/deploy/plan/deploy-plan.js');
    const { deployPlanText } = await import('../../lib/ui/deploy-text.js');
    const prepare = (signal: AbortSignal) =>
      prepareAll(target, { purpose: 'plan', drift: flags.drift, signal });
    const { plan } = await this.preparing(prepare);
    this.show({ event: 'plan', ...plan }, deployPlanText(plan));
    if (plan.changes) throw new Exit(CHANGES);
  }

  async #hotswap(target: DeployTarget, flags: DeployFlags): Promise<void> {
    const { hotswap } = await import('../../lib/deploy/hotswap/hotswap.js');
    const { hotswapText } = await import('../../lib/ui/deploy-text.js');
    const { account } = target;
    if (!(await typeAccount(account, flags.yes, this.json)))
      throw userError('DEPLOY_NOT_CONFIRMED', { account });
    const regions = [];
    for (const region of target.regions)
      regions.push({ region: region.name, functions: await hotswap(target, region) });
    this.show({ event: 'hotswapped', account, stage: target.stage, regions }, hotswapText(regions));
  }

  /** What is committed is deployed first, then the files as they are: what a deployment would meet. */
  async #rehearse(flags: DeployFlags): Promise<void> {
    const { createEmulator } = await import('../../../emulator/index.js');
    const { earlierTree } = await import('../../lib/deploy/rehearsal/earlier-tree.js');
    const { rehearseDeploy } = await import('../../lib/deploy/rehearsal/rehearse.js');
    const { rehearsalText } = await import('../../lib/ui/deploy-rehearsal-text.js');
    const { stageOf } = await import('../../lib/deploy/target/open-target.js');
    const { deployPlanText } = await import('../../lib/ui/deploy-text.js');
    const stage = stageOf(flags.stage);
    const dir = findProject(flags.project);
    const emulator = createEmulator({ projectDir: dir, stack: 'none', state: 'none', port: 0, awsPort: 0 });
    const earlier = await earlierTree(dir, flags.from);
    const now = { dir, name: 'the files as they are' };
    const before = earlier && { dir: earlier.projectDir, name: `commit ${earlier.commit.slice(0, 10)}` };
    try {
      const urls = await emulator.start();
      const report = await rehearseDeploy(stageOn(emulator, urls.aws, dir), {
        projects: before ? [before, now] : [now],
        stage,
        rate: flags.traffic ?? 50,
        options: {
          judge: flags.judge,
          smoke: flags.smoke,
          ...(flags.slo !== undefined && { slo: flags.slo }),
        },
        signal: this.stopSignal(),
        show: await this.steps(() => emulator.clock.now()),
        planned: (name, plan) =>
          this.show({ event: 'plan', name, ...plan }, `${name}\n${deployPlanText(plan)}`),
      });
      this.show({ event: 'rehearsed', ...report }, rehearsalText(report));
      const failed = report.deploys.find(({ outcome }) => outcome === 'failed');
      if (failed) throw new Exit(failed.exitCode ?? 1);
    } finally {
      await emulator.stop();
      earlier?.remove();
    }
  }

  /** The change set is made anew here: what is confirmed is what is executed. */
  async #deploy(target: DeployTarget, flags: DeployFlags, wishes: DeployWishes): Promise<void> {
    const { Deploys } = await import('../../lib/deploy/apply/deploys.js');
    const { prepareAll } = await import('../../lib/deploy/plan/deploy-plan.js');
    const turn = Deploys.of(wishes.projectDir).take(target);
    try {
      const prepare = (signal: AbortSignal) =>
        prepareAll(target, { purpose: 'deploy', drift: flags.drift, signal });
      const made = await this.preparing(prepare);
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

/** Throws HOTSWAP_STAGE where code may not go past canary and rollback. */
async function refuseHotswap(stage: string | undefined): Promise<void> {
  const { refuseStage } = await import('../../lib/deploy/hotswap/hotswap.js');
  const { stageOf } = await import('../../lib/deploy/target/open-target.js');
  refuseStage(stageOf(stage));
}

/** An emulator with an empty account, as a rehearsal sees it. */
function stageOn(emulator: Emulator, awsUrl: string, projectDir: string): DeployRehearsalStage {
  const { accountId = '000000000000', region = 'eu-central-1' } = projectConfig(projectDir);
  return {
    awsUrl,
    account: accountId,
    region,
    apiUrl: (stack) => emulator.deployedStacks().find(({ stackName }) => stackName === stack)?.apiUrl,
    tenants: (stack) =>
      emulator.credentials(stack).map(({ tenant, region: at, clientId, clientSecret, edgeSecret }) => ({
        tenant,
        region: at,
        clients: [{ id: clientId, role: 'api_client', secret: clientSecret }],
        edgeSecret,
        domains: [],
      })),
    now: () => emulator.clock.now(),
    advance: (ms) => emulator.clock.advance(ms),
  };
}
