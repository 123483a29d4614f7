import { UserError } from '../../core/errors.js';
import { BegunDeployCommand, begunArgs, begunFlags } from '../../lib/ui/begun-deploy.js';

export default class DeployCancel extends BegunDeployCommand {
  static override summary = 'End a deploy that is under way: the old versions come back.';
  static override description =
    'Traffic goes back to the old versions at once, then CloudFormation takes its changes back. Regions that were not begun are left as they are. Without ID, the last deploy that is not at its end. Exit code 0 says that it is taken back, or that the process which is at it sees to that.';
  static override examples = [
    { description: 'The one under way:', command: '<%= config.bin %> deploy cancel' },
  ];
  static override args = begunArgs;
  static override flags = begunFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeployCancel);
    const { cancelDeploy } = await import('../../lib/deploy/apply/cancel.js');
    await this.withDeploy(args.id, flags, async ({ id, deploys, target, reopen }) => {
      await cancelDeploy(target, deploys, id);
      const runner = deploys.runner(id);
      if (runner)
        return this.show(
          { event: 'cancelled', deploy: id, pid: runner.pid },
          `Deploy ${id} is being taken back; process ${runner.pid} on ${runner.host} follows it.`,
        );
      await this.drive(await reopen(), target).catch((error: unknown) => {
        if (!(error instanceof UserError) || error.code !== 'DEPLOY_CANCELLED') throw error;
        this.show({ event: 'end', deploy: id, outcome: 'cancelled' }, error.message); // as it was asked for
      });
    });
  }
}
