import { Flags } from '@oclif/core';
import { userError } from '../../core/errors.js';
import type { BootstrapPlan } from '../../lib/deploy/bootstrap/bootstrap.js';
import { findProject } from '../../lib/project/find-project.js';
import { DeployCommand, targetFlags } from '../../lib/ui/deploy-command.js';
import { columns } from '../../lib/ui/table.js';
import { typeAccount } from '../../lib/ui/type-account.js';

export default class DeployBootstrap extends DeployCommand {
  static override summary = 'Make what deployments need, once in each account and region.';
  static override description =
    'A CloudFormation stack `arcube-bootstrap` with a bucket for archives and release records (versioned, encrypted, closed to the public, TLS only) and a KMS key that signs the records. Both outlive the stack. Run it again to bring it up to date.';
  static override examples = [
    {
      description: 'Where the project is at home:',
      command: '<%= config.bin %> deploy bootstrap --account 123456789012',
    },
    {
      description: 'Two regions, from a script:',
      command:
        '<%= config.bin %> deploy bootstrap --account 123456789012 --yes --region eu-central-1 --region us-east-1',
    },
  ];
  static override flags = {
    project: targetFlags.project,
    region: Flags.string({
      multiple: true,
      description: 'Region; may be repeated. By default the project’s.',
      helpValue: 'REGION',
    }),
    account: targetFlags.account,
    'endpoint-url': targetFlags['endpoint-url'],
    yes: Flags.boolean({ char: 'y', description: 'Do not ask; needs --account.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(DeployBootstrap);
    if (flags.yes && flags.account === undefined)
      throw userError('DEPLOY_TARGET_MISSING', { missing: ['--account'] });
    const { planBootstrap } = await import('../../lib/deploy/bootstrap/bootstrap.js');
    const { projectConfig } = await import('../../lib/project/project-stack.js');
    const { region: home = 'eu-central-1' } = projectConfig(findProject(flags.project));
    const [first = home, ...rest] = flags.region ?? [];
    const { account, caller, plans, close } = await planBootstrap({
      account: flags.account,
      regions: [first, ...rest],
      endpoint: flags['endpoint-url'],
      command: this.commandLine(),
    });
    try {
      await this.#carryOut(plans, { account, caller, yes: flags.yes });
    } finally {
      close();
    }
  }

  async #carryOut(
    plans: readonly BootstrapPlan[],
    { account, caller, yes }: { account: string; caller: string; yes: boolean },
  ): Promise<void> {
    const changing = plans.filter(({ changes }) => changes.length > 0);
    const regions = plans.map(({ region, bucket, changes }) => ({ region, bucket, changes }));
    if (changing.length === 0)
      return this.show({ event: 'bootstrapped', account, changes: false, regions }, 'Nothing to do.');
    this.show({ event: 'plan', account, caller, regions }, planText(plans, account, caller));
    try {
      if (!(await typeAccount(account, yes, this.json))) throw userError('DEPLOY_NOT_CONFIRMED', { account });
    } catch (error) {
      for (const plan of changing) await plan.discard();
      throw error;
    }
    for (const plan of changing) await plan.apply();
    const names = plans.map(({ bucket }) => bucket);
    this.show(
      { event: 'bootstrapped', account, changes: true, regions },
      `Done: ${names.join(', ')}. Deploy with \`arcube deploy --stage dev\`.`,
    );
  }
}

function planText(plans: readonly BootstrapPlan[], account: string, caller: string): string {
  const rows = plans.flatMap(({ region, changes }) =>
    changes.map(({ action, logicalId, type }) => [region, action.toLowerCase(), logicalId, type]),
  );
  return `  Account  ${account}\n  As       ${caller}\n\n${columns(rows, 2, '  ')}`;
}
