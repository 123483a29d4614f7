import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { type FaultList, faultTable } from '../../lib/ui/fault-table.js';

export default class FaultListCommand extends ArcubeCommand {
  static override summary = 'Show the faults that are set.';
  static override examples = [{ description: 'All of them:', command: '<%= config.bin %> fault list' }];
  static override flags = { ...controlFlags };

  async run(): Promise<void> {
    const { flags } = await this.parse(FaultListCommand);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const { faults } = await client.get<FaultList>('/faults');
    this.show({ faults }, faultTable(faults));
  }
}
