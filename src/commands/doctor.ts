import { Flags } from '@oclif/core';
import pc from 'picocolors';
import type { Finding } from '../lib/doctor/check.js';
import { findProject } from '../lib/project/find-project.js';
import { projectFlag } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';
import { columns } from '../lib/ui/table.js';

export default class Doctor extends ArcubeCommand {
  static override summary = 'Look for what could keep arcube from working here.';
  static override description = 'Ends with exit code 1 when something must be mended.';
  static override examples = [
    { description: 'In the project:', command: '<%= config.bin %> doctor' },
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
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Doctor);
    const { CHECKS } = await import('../lib/doctor/checks.js');
    const context = {
      projectDir: findProject(flags.project),
      ports: { api: flags.port, aws: flags['aws-port'] },
    };
    const findings: Finding[] = [];
    for (const check of CHECKS) findings.push(...[await check(context)].flat());
    const failed = findings.some(({ status }) => status === 'failed');
    this.show({ ok: !failed, findings }, columns(findings.map(row)));
    this.exit(failed ? 1 : 0);
  }
}

const MARKS = { ok: pc.green('ok'), warning: pc.yellow('note'), failed: pc.red('FAULT') };

function row({ name, status, text, remedy }: Finding): string[] {
  return [MARKS[status], pc.bold(name), remedy === undefined ? text : `${text}  ${pc.cyan('→')} ${remedy}`];
}
