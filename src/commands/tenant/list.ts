import pc from 'picocolors';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { readTenants } from '../../lib/tenant/folder.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { diagnosticText } from '../../lib/ui/diagnostic-text.js';
import { columns } from '../../lib/ui/table.js';

export default class TenantList extends ArcubeCommand {
  static override summary = 'List the tenants of the project.';
  static override examples = [
    { description: 'All of them:', command: '<%= config.bin %> tenant list' },
    { description: 'For a script:', command: '<%= config.bin %> tenant list --json' },
  ];
  static override flags = { project: projectFlag };

  async run(): Promise<void> {
    const { flags } = await this.parse(TenantList);
    const { tenants, diagnostics, samples, folder } = readTenants(findProject(flags.project));
    const rows = tenants.map(({ file, tenant }) => ({
      id: tenant.id,
      name: tenant.name,
      enabled: tenant.enabled,
      dataRegion: tenant.dataRegion,
      currency: tenant.currency,
      clients: tenant.clients.map(({ id }) => id),
      categories: Object.keys(tenant.categories).filter((name) => tenant.categories[name]?.enabled),
      file,
    }));
    const head = ['Tenant', 'Name', 'Region', 'Currency', 'Clients', 'Categories'].map((one) => pc.bold(one));
    const lines = rows.map((one) => [
      one.enabled ? one.id : `${one.id} ${pc.yellow('(disabled)')}`,
      one.name,
      one.dataRegion,
      one.currency,
      one.clients.join(' '),
      String(one.categories.length),
    ]);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    this.show(
      { folder, samples, tenants: rows, faults: errors.length },
      rows.length > 0 ? columns([head, ...lines]) : `There are no tenants in ${folder}.`,
    );
    for (const error of errors) this.remark(diagnosticText(error));
    this.exit(errors.length > 0 ? 5 : 0);
  }
}
