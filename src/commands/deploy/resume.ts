import { BegunDeployCommand, begunArgs, begunFlags } from '../../lib/ui/begun-deploy.js';
import { rolloutFlags } from '../../lib/ui/running-deploy.js';

export default class DeployResume extends BegunDeployCommand {
  static override summary = 'Go on with a deploy whose terminal is gone.';
  static override description =
    'Without ID, the last one that is not at its end. What CloudFormation and CodeDeploy have done meanwhile is seen from their events; a change set that was not executed yet is executed.';
  static override examples = [
    { description: 'Where it was left:', command: '<%= config.bin %> deploy resume' },
    { description: 'One by its id:', command: '<%= config.bin %> deploy resume d-20261122T221500-3f2a1c' },
  ];
  static override args = begunArgs;
  static override flags = { ...begunFlags, detach: rolloutFlags.detach };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeployResume);
    await this.withDeploy(args.id, flags, async ({ id, deploys, projectDir, target, reopen }) => {
      const open = await reopen();
      if (!flags.detach) return void (await this.drive(open, target));
      open.close();
      await this.detach(deploys, id, projectDir);
    });
  }
}
