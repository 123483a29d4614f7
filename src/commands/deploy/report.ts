import { findProject } from '../../lib/project/find-project.js';
import { begunArgs } from '../../lib/ui/begun-deploy.js';
import { DeployCommand, targetFlags } from '../../lib/ui/deploy-command.js';

export default class DeployReport extends DeployCommand {
  static override summary = 'Show how far a deploy is, or what a stack is going through.';
  static override description =
    'Without ID, the last deploy that is not at its end, else the last one. With --stage, the stack itself, whoever is at it: its state, its last events and the root cause of a failure. Nothing is changed.';
  static override examples = [
    { description: 'The one under way:', command: '<%= config.bin %> deploy report' },
    {
      description: 'A stack that somebody else deploys to:',
      command: '<%= config.bin %> deploy report --stage prod --region eu-central-1',
    },
  ];
  static override args = begunArgs;
  static override flags = targetFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeployReport);
    const { withTarget, reopenTarget } = await import('../../lib/deploy/apply/reopen-target.js');
    const { openDeployTarget } = await import('../../lib/deploy/target/open-target.js');
    const { stackReports } = await import('../../lib/deploy/apply/report.js');
    const { deployReportText, stackReportText } = await import('../../lib/ui/report-text.js');
    const { Deploys } = await import('../../lib/deploy/apply/deploys.js');
    const projectDir = findProject(flags.project);
    const command = this.commandLine();
    const endpoint = flags['endpoint-url'];
    if (args.id === undefined && flags.stage !== undefined) {
      const { account, stage, region: regions = [], bucket } = flags;
      const wishes = { projectDir, account, stage, regions, bucket, endpoint, command };
      return withTarget(openDeployTarget(wishes), async (target) => {
        const stacks = await stackReports(target);
        this.show({ event: 'report', stacks }, stacks.map(stackReportText).join('\n\n'));
      });
    }
    const deploys = Deploys.of(projectDir);
    const id = args.id ?? deploys.unfinished() ?? deploys.ids().at(-1) ?? deploys.chosen(undefined);
    const state = deploys.state(id);
    const runner = deploys.runner(id);
    const { begin, regions, outcome } = state;
    const steps = regions.map(({ part, done, settled, verified, broken }) => ({
      region: part.region,
      stack: part.stack,
      plan: part.plan.action,
      done: [...done].map(([step, note]) => ({ step, note })),
      ...(settled && { settled }),
      ...(verified && { verified }),
      ...(broken && { broken }),
    }));
    const facts = {
      deploy: id,
      by: begin.by,
      begun: new Date(begin.at).toISOString(),
      outcome: outcome ?? null,
    };
    const stacks =
      outcome === undefined
        ? await withTarget(reopenTarget(state, { projectDir, endpoint, command }), stackReports)
        : [];
    this.show(
      { event: 'report', ...facts, runner: runner ?? null, regions: steps, stacks },
      [deployReportText(state, runner), ...stacks.map(stackReportText)].join('\n\n'),
    );
  }
}
