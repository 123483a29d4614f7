import { Args } from '@oclif/core';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { type FaultList, faultTable } from '../../lib/ui/fault-table.js';

export default class FaultClear extends ArcubeCommand {
  static override summary = 'Take faults back: one target’s, or all.';
  static override examples = [
    { description: 'All:', command: '<%= config.bin %> fault clear' },
    { description: 'One function’s:', command: '<%= config.bin %> fault clear orders' },
  ];
  static override args = {
    target: Args.string({ description: 'As given to `fault set`; all when left out.' }),
  };
  static override flags = { ...controlFlags };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(FaultClear);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const path = args.target === undefined ? '/faults' : `/faults/${encodeURIComponent(args.target)}`;
    const { faults } = await client.delete<FaultList>(path);
    this.show({ faults }, faultTable(faults));
  }
}
