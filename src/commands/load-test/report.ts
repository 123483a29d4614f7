import { Args } from '@oclif/core';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class LoadTestReport extends ArcubeCommand {
  static override summary = 'Show a load test that was run earlier.';
  static override description =
    'The run is named by its moment, `latest`, or the path of a report.json. Results of k6 (its summary) and of Artillery (its JSON report) are read too, and become a report like our own.';
  static override examples = [
    { description: 'The last one:', command: '<%= config.bin %> load-test report' },
    { description: 'What a k6 run left:', command: '<%= config.bin %> load-test report summary.json' },
  ];
  static override args = {
    run: Args.string({ default: 'latest', description: 'Name of the run, or a file.' }),
  };
  static override flags = { project: projectFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(LoadTestReport);
    const projectDir = findProject(flags.project);
    const { readReport, saveReport } = await import('../../lib/load/report/save-report.js');
    const { reportText } = await import('../../lib/load/report/text.js');
    const { forPrograms } = await import('../../lib/load/results/report.js');
    const report = readReport(projectDir, args.run);
    const folder = await saveReport(projectDir, report);
    this.show({ event: 'load-test', folder, report: forPrograms(report) }, reportText(report));
    if (!this.json) this.remark(`\nReport: ${folder}/report.html`);
  }
}
