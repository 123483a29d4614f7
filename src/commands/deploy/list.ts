import { DeployCommand, targetFlags, targetWishes } from '../../lib/ui/deploy-command.js';
import { Exit } from '../../lib/ui/exit.js';

export default class DeployList extends DeployCommand {
  static override summary = 'List the releases of a stage, from their signed records.';
  static override description =
    'Each deploy leaves a record in the assets bucket, signed by the KMS key alias/arcube-releases. A record that was changed, replaced or taken away is named, and the exit code is 1.';
  static override examples = [
    {
      description: 'What went live when, and who did it:',
      command: '<%= config.bin %> deploy list --stage prod',
    },
  ];
  static override flags = targetFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(DeployList);
    const { listReleases } = await import('../../lib/deploy/record/list-releases.js');
    const { openDeployTarget } = await import('../../lib/deploy/target/open-target.js');
    const { withTarget } = await import('../../lib/deploy/apply/reopen-target.js');
    const { releasesText } = await import('../../lib/ui/releases-text.js');
    await withTarget(openDeployTarget(targetWishes(flags, this.commandLine())), async (target) => {
      const regions = await listReleases(target);
      this.show({ event: 'releases', regions }, releasesText(regions));
      if (regions.some(({ releases }) => releases.some(({ fault }) => fault !== undefined)))
        throw new Exit(1);
    });
  }
}
