import { Args, Flags } from '@oclif/core';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { DataFunction } from '../../lib/tenant/data-function.js';
import { removeTenant } from '../../lib/tenant/remove.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class TenantRemove extends ArcubeCommand {
  static override summary = 'Remove a tenant: its file and its development secrets.';
  static override description =
    'Refused while orders are not settled, or while nobody can tell because no emulator runs; --force removes it all the same. Its data stays in its region, and is there again when the tenant is added again.';
  static override examples = [
    { description: 'One that has no open orders:', command: '<%= config.bin %> tenant remove sky-hellas' },
    { description: 'Whatever is open:', command: '<%= config.bin %> tenant remove sky-hellas --force' },
  ];
  static override args = { tenant: Args.string({ required: true, description: 'Id of the tenant.' }) };
  static override flags = {
    ...controlFlags,
    force: Flags.boolean({ description: 'Remove it though orders may be open.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantRemove);
    const projectDir = findProject(flags.project);
    const client = ControlClient.tryFind({ projectDir, url: flags.control });
    const data = client && (await DataFunction.of(client, projectDir));
    const removed = await removeTenant(projectDir, args.tenant, { data, force: flags.force });
    this.show(removed, `${args.tenant} is removed: ${removed.file}.`);
  }
}
