import { resolve } from 'node:path';
import { Args } from '@oclif/core';
import pc from 'picocolors';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { checkFiles, readTenants } from '../../lib/tenant/folder.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { diagnosticText } from '../../lib/ui/diagnostic-text.js';

export default class TenantValidate extends ArcubeCommand {
  static override summary = 'Check tenants’ files: every fault at once, with its place and remedy.';
  static override description = 'Ends with exit code 5 when there are faults.';
  static override examples = [
    { description: 'All of the project:', command: '<%= config.bin %> tenant validate' },
    {
      description: 'Some files, before a commit:',
      command: '<%= config.bin %> tenant validate tenants/*.yaml',
    },
  ];
  static override strict = false;
  static override args = { files: Args.string({ description: 'Files; all of the project when left out.' }) };
  static override flags = { project: projectFlag };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(TenantValidate);
    const given = (argv as string[]).map((file) => resolve(file));
    const files = given.length > 0 ? given : readTenants(findProject(flags.project)).files;
    const { diagnostics } = checkFiles(files);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const verdict =
      errors.length === 0
        ? pc.green(`${files.length} files are right.`)
        : pc.red(
            `${errors.length} faults in ${new Set(errors.map(({ place }) => place?.file)).size} of ${files.length} files.`,
          );
    const text = [...diagnostics.map(diagnosticText), verdict].join('\n');
    this.show({ ok: errors.length === 0, files, diagnostics }, text);
    this.exit(errors.length > 0 ? 5 : 0);
  }
}
