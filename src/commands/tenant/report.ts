import { Args, Flags } from '@oclif/core';
import { parseMoment } from '../../core/duration.js';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { DataFunction } from '../../lib/tenant/data-function.js';
import { reportOf } from '../../lib/tenant/report.js';
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
    {
      description: 'For a spreadsheet:',
      command: '<%= config.bin %> tenant report aulis-air --format csv > july.csv',
    },
  ];
  static override args = { tenant: Args.string({ required: true, description: 'Id of the tenant.' }) };
  static override flags = {
    ...controlFlags,
    from: Flags.string({
      description: 'First moment, ISO 8601; the beginning when left out.',
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
    const report = await reportOf(data, { tenant: args.tenant, ...period });
    const text =
      flags.format === 'json'
        ? JSON.stringify(report, null, 2)
        : flags.format === 'csv'
          ? reportCsv(report)
          : reportTable(report);
    this.show(report, text);
    if (!report.reconciled && flags.format === 'csv' && !this.json)
      this.remark('Ledger and orders do not agree; --format table says where.');
    this.exit(report.reconciled ? 0 : 1);
  }
}
