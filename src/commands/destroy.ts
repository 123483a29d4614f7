import { Flags } from '@oclif/core';
import { userError } from '../core/errors.js';
import type { Doom } from '../lib/deploy/destroy/doom.js';
import { findProject } from '../lib/project/find-project.js';
import { targetFlags } from '../lib/ui/deploy-command.js';
import { doomData, doomText } from '../lib/ui/destroy-text.js';
import { RunningDeployCommand } from '../lib/ui/running-deploy.js';
import { typeName } from '../lib/ui/type-account.js';

export default class Destroy extends RunningDeployCommand {
  static override summary = 'Delete a stage’s stack, and nothing that its template retains.';
  static override description =
    'Lists what will be deleted and what stays, and asks for the stack’s name. A stack with termination protection, as every prod stack has, is refused. The assets bucket with its release records is another stack’s, and stays. With --retained a dev stage goes as a whole: secrets and logs at once, KMS keys after thirty days; what an earlier stack of the project has left is found by its name.';
  static override examples = [
    {
      description: 'See what would go, and type the name:',
      command: '<%= config.bin %> destroy --stage dev',
    },
    {
      description: 'Leave nothing of a dev stage, so that it can be made anew:',
      command: '<%= config.bin %> destroy --stage dev --retained',
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
    retained: Flags.boolean({
      description:
        'For dev stages: also remove the secrets, logs and keys that the template retains, whose names keep the stack from being made again.',
    }),
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
    const { destroy } = await import('../lib/deploy/destroy/destroy.js');
    const { planDoom } = await import('../lib/deploy/destroy/doom.js');
    const { removeLeftovers } = await import('../lib/deploy/destroy/leftovers.js');
    const projectDir = findProject(flags.project);
    const { account, stage, region: regions = [], bucket } = flags;
    const command = this.commandLine();
    const wishes = { projectDir, account, stage, regions, bucket, endpoint: flags['endpoint-url'], command };
    await withTarget(openDeployTarget(wishes), async (target) => {
      const dooms: Doom[] = [];
      const wanted = { retained: flags.retained, template: target.template };
      for (const region of target.regions) dooms.push(await planDoom(region, wanted));
      this.show({ event: 'plan', regions: dooms.map(doomData) }, dooms.map(doomText).join('\n\n'));
      if (flags.plan) return;
      await this.#confirm(dooms, flags, target.account);
      for (const doom of dooms) {
        const { region, stackName, plan, leftovers } = doom;
        if (plan)
          await this.watched(target, `${region.name}: delete ${stackName}`, (tools) => destroy(plan, tools));
        await removeLeftovers(region, leftovers);
        const rest = leftovers.length > 0 ? ` ${leftovers.length} of what it retained are removed.` : '';
        this.show(
          { event: 'destroyed', ...doomData(doom) },
          `${stackName} in ${region.name} is deleted.${rest}`,
        );
      }
    });
  }

  async #confirm(dooms: readonly Doom[], flags: { yes: boolean; stack?: string }, account: string) {
    for (const name of new Set(dooms.map(({ stackName }) => stackName))) {
      const isNamed = flags.stack === undefined || flags.stack === name;
      const message = `Type the stack’s name, ${name}, to delete it:`;
      const ok = isNamed && (await typeName(name, message, flags.yes, this.json));
      if (!ok) throw userError('DESTROY_NOT_CONFIRMED', { stack: name, account });
    }
  }
}
