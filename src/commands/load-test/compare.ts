import { Args } from '@oclif/core';
import { createIds } from '../../core/ids.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class LoadTestCompare extends ArcubeCommand {
  static override summary = 'Compare two load tests, with statistics rather than by eye.';
  static override description =
    'A difference is called one only when its 95 % confidence interval leaves out zero. Exit code 4 when the second run is worse in anything.';
  static override examples = [
    {
      description: 'Before and after a change:',
      command: '<%= config.bin %> load-test compare 2026-11-22T18-50-03Z latest',
    },
  ];
  static override args = {
    before: Args.string({ required: true, description: 'Name of the first run, or its report.json.' }),
    after: Args.string({ default: 'latest', description: 'Name of the second.' }),
  };
  static override flags = { project: projectFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(LoadTestCompare);
    const projectDir = findProject(flags.project);
    const { readReport } = await import('../../lib/load/report/save-report.js');
    const { differenceText } = await import('../../lib/load/report/text.js');
    const { compareReports } = await import('../../lib/load/results/compare.js');
    const [before, after] = [readReport(projectDir, args.before), readReport(projectDir, args.after)];
    const differences = compareReports(before, after, createIds('compare'));
    const data = { event: 'load-compare', before: before.run, after: after.run, differences };
    this.show(data, differenceText(differences));
    this.exit(differences.some(({ verdict }) => verdict === 'worse') ? 4 : 0);
  }
}
