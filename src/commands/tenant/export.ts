import { resolve } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { writeFileAtomically } from '../../core/atomic-file.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { findTenant } from '../../lib/tenant/folder.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class TenantExport extends ArcubeCommand {
  static override summary = 'Write a tenant’s settings out, whole, for another project or system.';
  static override description =
    'Everything that the file leaves to defaults is written out. Secrets go along by name alone: the receiver gives them values of its own.';
  static override examples = [
    {
      description: 'As a tenant file that another project can take:',
      command: '<%= config.bin %> tenant export aulis-air --out ../other/tenants/aulis-air.yaml',
    },
    { description: 'As JSON:', command: '<%= config.bin %> tenant export aulis-air --format json' },
  ];
  static override args = { tenant: Args.string({ required: true, description: 'Id of the tenant.' }) };
  static override flags = {
    project: projectFlag,
    format: Flags.string({ options: ['yaml', 'json'], default: 'yaml', description: 'Format.' }),
    out: Flags.string({ char: 'o', description: 'File to write; stdout when left out.', helpValue: 'FILE' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantExport);
    const { tenant } = findTenant(findProject(flags.project), args.tenant);
    const { stringify } = await import('yaml');
    const text =
      flags.format === 'json'
        ? JSON.stringify(tenant, null, 2)
        : stringify(tenant, { lineWidth: 0 }).trimEnd();
    if (flags.out === undefined) return this.show({ tenant }, text);
    const file = resolve(flags.out);
    await writeFileAtomically(file, `${text}\n`, 0o644);
    return this.show({ tenant, file }, `${args.tenant} is in ${file}.`);
  }
}
