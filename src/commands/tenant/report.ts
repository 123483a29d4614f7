import { Args, Flags } from '@oclif/core';
import { parseMoment } from '../../core/duration.js';
import { userError } from '../../core/errors.js';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { DataFunction } from '../../lib/tenant/data-function.js';
import { readTenants } from '../../lib/tenant/folder.js';
import { type Report, reportOf } from '../../lib/tenant/report.js';
import { reportCsv, reportTable } from '../../lib/tenant/report-text.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class TenantReport extends ArcubeCommand {
  static override summary =
    'Show what each party is due for a tenant’s orders, and hold ledger against orders.';
  static override description =
    'Of the orders placed in the period: what passengers paid, and what vendors, platform and tenant are due, or is owed back. Currencies are never mixed. Ends with exit code 1 when ledger and orders do not agree to the cent.';
  static override examples = [
    {
      description: 'Of July:',
      command: '<%= config.bin %> tenant report aulis-air --from 2026-07-01 --to 2026-08-01',
    },
    { description: 'Of every tenant:', command: '<%= config.bin %> tenant report --from 2026-07-01' },
    {
      description: 'For a spreadsheet:',
      command: '<%= config.bin %> tenant report aulis-air --format csv > july.csv',
    },
  ];
  static override args = {
    tenant: Args.string({ description: 'Id of the tenant; each of the project when left out.' }),
  };
  static override flags = {
    ...controlFlags,
    from: Flags.string({
      description: 'First moment, ISO 8601, UTC unless it names a zone; the beginning when left out.',
      helpValue: 'MOMENT',
    }),
    to: Flags.string({ description: 'Moment after the last; now when left out.', helpValue: 'MOMENT' }),
    format: Flags.string({ options: ['table', 'csv', 'json'], default: 'table', description: 'Format.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantReport);
    const projectDir = findProject(flags.project);
    const client = ControlClient.find({ projectDir, url: flags.control });
    const data = await DataFunction.of(client, projectDir);
    const { epochMs } = await client.get<{ epochMs: number }>('/clock');
    const moment = (text: string | undefined, usual: number) =>
      new Date(text === undefined ? usual : parseMoment(text)).toISOString();
    const period = { from: moment(flags.from, 0), to: moment(flags.to, epochMs + 1) };
    if (period.from >= period.to)
      throw userError('BAD_COMMAND_LINE', { what: `The period ends (${period.to}) before it begins.` });
    const tenants = args.tenant === undefined ? tenantsOf(projectDir) : [args.tenant];
    const reports: Report[] = [];
    for (const tenant of tenants) reports.push(await reportOf(data, { tenant, ...period }));
    if (this.json) for (const report of reports) this.show(report, '');
    else this.show(reports, TEXTS[flags.format]?.(reports, args.tenant !== undefined) ?? '');
    const isAgreed = reports.every(({ reconciled }) => reconciled);
    if (!isAgreed && flags.format === 'csv' && !this.json)
      this.remark('Ledger and orders do not agree; --format table says where.');
    this.exit(isAgreed ? 0 : 1);
  }
}

/** The reports in each format: that of the tenant that was named, or all of the project's, be they one or many. */
const TEXTS: Record<string, (reports: readonly Report[], isNamed: boolean) => string> = {
  json: (reports, isNamed) => JSON.stringify(isNamed ? reports[0] : reports, null, 2),
  csv: reportCsv,
  table: (reports, isNamed) =>
    reports.map((report) => (isNamed ? '' : `${report.tenant}\n\n`) + reportTable(report)).join('\n\n'),
};

function tenantsOf(projectDir: string): string[] {
  return readTenants(projectDir).tenants.map(({ tenant }) => tenant.id);
}
