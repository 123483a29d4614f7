import { ControlClient } from '../lib/project/control-client.js';
import { findProject } from '../lib/project/find-project.js';
import { controlFlags } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';

export default class Reset extends ArcubeCommand {
  static override summary = 'Put the running emulator back to its sample data.';
  static override description =
    'Databases, caches, throttles, faults and the clock; addresses and connections stay.';
  static override examples = [{ description: 'Between two tests:', command: '<%= config.bin %> reset' }];
  static override flags = { ...controlFlags };

  async run(): Promise<void> {
    const { flags } = await this.parse(Reset);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    this.show(await client.post<unknown>('/reset', {}), 'Back to the sample data.');
  }
}
