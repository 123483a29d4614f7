import { Args } from '@oclif/core';
import { UserError } from '../../core/errors.js';
import { findProject } from '../../lib/project/find-project.js';
import { targetFlags } from '../../lib/ui/deploy-command.js';
import { RunningDeployCommand } from '../../lib/ui/running-deploy.js';

export default class DeployCancel extends RunningDeployCommand {
  static override summary = 'End a deploy that is under way: the old versions come back.';
  static override description =
    'Traffic goes back to the old versions at once, then CloudFormation takes its changes back. Regions that were not begun are left as they are. Without ID, the last deploy that is not at its end.';
  static override examples = [
    { description: 'The one under way:', command: '<%= config.bin %> deploy cancel' },
  ];
  static override args = { id: Args.string({ description: 'Id of the deploy.' }) };
  static override flags = { project: targetFlags.project, 'endpoint-url': targetFlags['endpoint-url'] };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeployCancel);
    const { Deploys } = await import('../../lib/deploy/apply/deploys.js');
    const { cancelDeploy } = await import('../../lib/deploy/apply/cancel.js');
    const { reopenTarget, withTarget } = await import('../../lib/deploy/apply/reopen-target.js');
    const projectDir = findProject(flags.project);
    const deploys = Deploys.of(projectDir);
    const id = deploys.chosen(args.id);
    const state = deploys.state(id);
    const wishes = { projectDir, endpoint: flags['endpoint-url'], command: this.commandLine() };
    await withTarget(reopenTarget(state, wishes), async (target) => {
      await cancelDeploy(target, deploys, id);
      const runner = deploys.runner(id);
      if (runner)
        return this.show(
          { event: 'cancelled', deploy: id, pid: runner.pid },
          `Deploy ${id} is being taken back; process ${runner.pid} on ${runner.host} follows it.`,
        );
      const open = deploys.reopen(target, id, await this.tools(projectDir, state.begin.options));
      await this.drive(open, target).catch((error: unknown) => {
        if (!(error instanceof UserError) || error.code !== 'DEPLOY_CANCELLED') throw error;
        this.show({ event: 'end', deploy: id, outcome: 'cancelled' }, error.message); // as it was asked for
      });
    });
  }
}
