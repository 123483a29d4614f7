import { Args } from '@oclif/core';
import pc from 'picocolors';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { findTenant } from '../../lib/tenant/folder.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class TenantShow extends ArcubeCommand {
  static override summary = 'Show a tenant with everything its file leaves to defaults.';
  static override description = 'Secrets are shown by the names they are referred to, never by their values.';
  static override examples = [
    { description: 'For people:', command: '<%= config.bin %> tenant show aulis-air' },
    { description: 'For a script:', command: '<%= config.bin %> tenant show aulis-air --json' },
  ];
  static override args = { tenant: Args.string({ required: true, description: 'Id of the tenant.' }) };
  static override flags = { project: projectFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantShow);
    const { file, tenant } = findTenant(findProject(flags.project), args.tenant);
    const { stringify } = await import('yaml');
    this.show({ file, tenant }, `${pc.dim(`# ${file}`)}\n${stringify(tenant, { lineWidth: 0 }).trimEnd()}`);
  }
}
