import { Flags } from '@oclif/core';
import { findProject } from '../../lib/project/find-project.js';
import {
  changeFlags,
  RunningDeployCommand,
  rolloutFlags,
  rolloutOptions,
} from '../../lib/ui/running-deploy.js';

export default class DeployRollback extends RunningDeployCommand {
  static override summary = 'Go back to an earlier release.';
  static override description =
    'Sends the template, archives and parameters of an earlier release again, with a plan to confirm and a canary like any deploy. Without --to, the last good release before the one that is live. Data stays as it is.';
  static override examples = [
    {
      description: 'The release before this one:',
      command: '<%= config.bin %> deploy rollback --stage prod',
    },
    {
      description: 'A certain one, in one region:',
      command:
        '<%= config.bin %> deploy rollback --to d-20261122T221500-3f2a1c --stage prod --region eu-central-1',
    },
  ];
  static override flags = {
    ...changeFlags,
    ...rolloutFlags,
    to: Flags.string({ description: 'Release to go back to; see `deploy list`.', helpValue: 'RELEASE' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(DeployRollback);
    const { Deploys } = await import('../../lib/deploy/apply/deploys.js');
    const { openDeployTarget } = await import('../../lib/deploy/target/open-target.js');
    const { withTarget } = await import('../../lib/deploy/apply/reopen-target.js');
    const { prepareRollback } = await import('../../lib/deploy/rollback/prepare-rollback.js');
    const projectDir = findProject(flags.project);
    const { bucket, 'endpoint-url': endpoint } = flags;
    const { account, stage, region: regions = [] } = flags;
    const command = this.commandLine();
    const wishes = { projectDir, account, stage, regions, bucket, endpoint, command };
    await withTarget(openDeployTarget(wishes), async (target) => {
      const turn = Deploys.of(projectDir).take(target);
      try {
        const prepare = (signal: AbortSignal) => prepareRollback(target, flags.to, signal);
        const { made, release } = await this.preparing(prepare);
        const names = target.regions.map(({ name }) => name);
        const options = await rolloutOptions(flags, names);
        this.remark(`Back to ${release}.`);
        const facts = { target, options, rollbackTo: release, endpoint, bucket };
        await this.carryOut(turn, made, facts, flags);
      } finally {
        turn.release();
      }
    });
  }
}
