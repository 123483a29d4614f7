import { Args } from '@oclif/core';
import { findProject } from '../../lib/project/find-project.js';
import { targetFlags } from '../../lib/ui/deploy-command.js';
import { RunningDeployCommand, rolloutFlags } from '../../lib/ui/running-deploy.js';

export default class DeployResume extends RunningDeployCommand {
  static override summary = 'Go on with a deploy whose terminal is gone.';
  static override description =
    'Without ID, the last one that is not at its end. What CloudFormation and CodeDeploy have done meanwhile is seen from their events; a change set that was not executed yet is executed.';
  static override examples = [
    { description: 'Where it was left:', command: '<%= config.bin %> deploy resume' },
    { description: 'One by its id:', command: '<%= config.bin %> deploy resume d-20261122T221500-3f2a1c' },
  ];
  static override args = { id: Args.string({ description: 'Id of the deploy.' }) };
  static override flags = {
    project: targetFlags.project,
    'endpoint-url': targetFlags['endpoint-url'],
    detach: rolloutFlags.detach,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeployResume);
    const { Deploys } = await import('../../lib/deploy/apply/deploys.js');
    const { reopenTarget, withTarget } = await import('../../lib/deploy/apply/reopen-target.js');
    const projectDir = findProject(flags.project);
    const deploys = Deploys.of(projectDir);
    const id = deploys.chosen(args.id);
    const state = deploys.state(id);
    const wishes = { projectDir, endpoint: flags['endpoint-url'], command: this.commandLine() };
    await withTarget(reopenTarget(state, wishes), async (target) => {
      const tools = await this.tools(projectDir, state.begin.options);
      const open = deploys.reopen(target, id, tools);
      if (!flags.detach) return void (await this.drive(open, target));
      open.close();
      await this.detach(deploys, id, projectDir);
    });
  }
}
