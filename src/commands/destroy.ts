import { Flags } from '@oclif/core';
import { userError } from '../core/errors.js';
import type { DestroyPlan } from '../lib/deploy/destroy/destroy.js';
import { findProject } from '../lib/project/find-project.js';
import { targetFlags } from '../lib/ui/deploy-command.js';
import { destroyData, destroyText } from '../lib/ui/destroy-text.js';
import { RunningDeployCommand } from '../lib/ui/running-deploy.js';
import { typeName } from '../lib/ui/type-account.js';

export default class Destroy extends RunningDeployCommand {
  static override summary = 'Delete a stage’s stack, and nothing that its template retains.';
  static override description =
    'Lists what will be deleted and what stays, and asks for the stack’s name. A stack with termination protection, as every prod stack has, is refused. The assets bucket with its release records is another stack’s, and stays.';
  static override examples = [
    {
      description: 'See what would go, and type the name:',
      command: '<%= config.bin %> destroy --stage dev',
    },
    {
      description: 'From a script:',
      command:
        '<%= config.bin %> destroy --stage dev --account 123456789012 --stack arcube-dev --region eu-central-1 --yes',
    },
  ];
  static override flags = {
    ...targetFlags,
    yes: Flags.boolean({ char: 'y', description: 'Do not ask; needs --account and --stack.' }),
    stack: Flags.string({ description: 'Name of the stack that is meant.', helpValue: 'NAME' }),
    plan: Flags.boolean({ description: 'Only list what would be deleted and what stays.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Destroy);
    const missing = [
      ...(flags.account === undefined ? ['--account'] : []),
      ...(flags.stack === undefined ? ['--stack'] : []),
    ];
    if (flags.yes && missing.length > 0) throw userError('DEPLOY_TARGET_MISSING', { missing });
    const { openDeployTarget } = await import('../lib/deploy/target/open-target.js');
    const { withTarget } = await import('../lib/deploy/apply/reopen-target.js');
    const { destroy, planDestroy } = await import('../lib/deploy/destroy/destroy.js');
    const projectDir = findProject(flags.project);
    const { account, stage, region: regions = [], bucket } = flags;
    const command = this.commandLine();
    const wishes = { projectDir, account, stage, regions, bucket, endpoint: flags['endpoint-url'], command };
    await withTarget(openDeployTarget(wishes), async (target) => {
      const plans: DestroyPlan[] = [];
      for (const region of target.regions) plans.push(await planDestroy(region));
      this.show({ event: 'plan', regions: plans.map(destroyData) }, plans.map(destroyText).join('\n\n'));
      if (flags.plan) return;
      await this.#confirm(plans, flags, target.account);
      for (const plan of plans) {
        const { region, stack } = plan;
        await this.watched(target, `${region.name}: delete ${stack.name}`, (tools) => destroy(plan, tools));
        this.show(
          { event: 'destroyed', ...destroyData(plan) },
          `${stack.name} in ${region.name} is deleted.`,
        );
      }
    });
  }

  async #confirm(plans: readonly DestroyPlan[], flags: { yes: boolean; stack?: string }, account: string) {
    for (const name of new Set(plans.map(({ stack }) => stack.name))) {
      const isNamed = flags.stack === undefined || flags.stack === name;
      const message = `Type the stack’s name, ${name}, to delete it:`;
      const ok = isNamed && (await typeName(name, message, flags.yes, this.json));
      if (!ok) throw userError('DESTROY_NOT_CONFIRMED', { stack: name, account });
    }
  }
}
