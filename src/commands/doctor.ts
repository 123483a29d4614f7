import { Flags } from '@oclif/core';
import pc from 'picocolors';
import type { DoctorContext, Finding } from '../lib/doctor/check.js';
import { findProject } from '../lib/project/find-project.js';
import { projectFlag } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';
import { columns } from '../lib/ui/table.js';

export default class Doctor extends ArcubeCommand {
  static override summary = 'Look for what could keep arcube from working here.';
  static override description = 'Ends with exit code 1 when something must be mended.';
  static override examples = [
    { description: 'In the project:', command: '<%= config.bin %> doctor' },
    {
      description: 'Whether mailboxes will trust a tenant’s e-mails:',
      command: '<%= config.bin %> doctor --tenant aegean',
    },
    { description: 'For a script:', command: '<%= config.bin %> doctor --json' },
  ];
  static override flags = {
    project: projectFlag,
    port: Flags.integer({ default: 3000, min: 1, max: 65_535, description: 'Port that the API is to have.' }),
    'aws-port': Flags.integer({
      default: 4566,
      min: 1,
      max: 65_535,
      description: 'Port that the AWS endpoint is to have.',
    }),
    tenant: Flags.string({
      char: 't',
      description: 'Look at the DNS records of this tenant’s e-mail sender (SPF, DKIM, DMARC) instead.',
    }),
    selector: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      dependsOn: ['tenant'],
      description: 'DKIM selector to look up; may be repeated. Without one, whether there are keys at all.',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Doctor);
    const projectDir = findProject(flags.project);
    const findings =
      flags.tenant === undefined
        ? await this.#machine({ projectDir, ports: { api: flags.port, aws: flags['aws-port'] } })
        : await this.#tenant(projectDir, flags.tenant, flags.selector);
    const failed = findings.some(({ status }) => status === 'failed');
    this.show({ ok: !failed, findings }, columns(findings.map(row)));
    this.exit(failed ? 1 : 0);
  }

  async #machine(context: DoctorContext): Promise<Finding[]> {
    const { CHECKS } = await import('../lib/doctor/checks.js');
    const findings: Finding[] = [];
    for (const check of CHECKS) findings.push(...[await check(context)].flat());
    return findings;
  }

  async #tenant(projectDir: string, tenant: string, selectors: string[] = []): Promise<Finding[]> {
    const { tenantFindings } = await import('../lib/doctor/tenant.js');
    return tenantFindings(projectDir, tenant, selectors);
  }
}

const MARKS = { ok: pc.green('ok'), warning: pc.yellow('note'), failed: pc.red('FAULT') };

function row({ name, status, text, remedy }: Finding): string[] {
  return [MARKS[status], pc.bold(name), remedy === undefined ? text : `${text}  ${pc.cyan('→')} ${remedy}`];
}
