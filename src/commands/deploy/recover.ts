import { Flags } from '@oclif/core';
import { userError } from '../../core/errors.js';
import type { Recovery } from '../../lib/deploy/recover/recover.js';
import { findProject } from '../../lib/project/find-project.js';
import { recoveryText } from '../../lib/ui/destroy-text.js';
import { changeFlags, RunningDeployCommand } from '../../lib/ui/running-deploy.js';
import { typeName } from '../../lib/ui/type-account.js';

export default class DeployRecover extends RunningDeployCommand {
  static override summary = 'Get a stack unstuck, so that it can be deployed to again.';
  static override description =
    'A stack whose first deployment failed is deleted, once that is confirmed: nothing serves from it, and what the template retains stays. A rollback that failed is gone on with; --skip goes past a resource that cannot be brought back, and leaves it as it is.';
  static override examples = [
    {
      description: 'See what is wrong, and mend it:',
      command: '<%= config.bin %> deploy recover --stage dev',
    },
    {
      description: 'Go past a resource that is gone:',
      command: '<%= config.bin %> deploy recover --stage dev --skip OrdersAlias',
    },
  ];
  static override flags = {
    ...changeFlags,
    skip: Flags.string({
      multiple: true,
      description: 'Resource that the rollback goes past; may be repeated.',
      helpValue: 'LOGICAL-ID',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(DeployRecover);
    const { openDeployTarget } = await import('../../lib/deploy/target/open-target.js');
    const { withTarget } = await import('../../lib/deploy/apply/reopen-target.js');
    const { findRecovery, recover } = await import('../../lib/deploy/recover/recover.js');
    const projectDir = findProject(flags.project);
    const { account, stage, region: regions = [], bucket } = flags;
    const command = this.commandLine();
    const wishes = { projectDir, account, stage, regions, bucket, endpoint: flags['endpoint-url'], command };
    await withTarget(openDeployTarget(wishes), async (target) => {
      for (const region of target.regions) {
        const recovery = await findRecovery(region);
        const { stack, way, deleted, left } = recovery;
        const facts = { region: region.name, stack: stack.name, status: stack.status, way, deleted, left };
        this.show({ event: 'recovery', ...facts }, recoveryText(recovery));
        await this.#confirm(recovery, flags, target.account);
        const status = await this.watched(target, `${region.name}: ${stack.name}`, (tools) =>
          recover(recovery, { ...tools, skip: flags.skip ?? [] }),
        );
        this.show({ event: 'recovered', ...facts, status }, `${stack.name} in ${region.name}: ${status}`);
      }
    });
  }

  async #confirm(
    recovery: Recovery,
    flags: { yes: boolean; account?: string | undefined; 'accept-data-loss': boolean },
    account: string,
  ): Promise<void> {
    const { way, stack } = recovery;
    if (flags.yes && !flags['accept-data-loss']) await refuseLoss(recovery);
    const ok =
      way === 'delete' && !flags.yes
        ? await typeName(stack.name, `Type the stack’s name, ${stack.name}, to delete it:`, false, this.json)
        : await this.confirmed(account, flags);
    const typed = way === 'delete' ? stack.name : account;
    if (!ok) throw userError('RECOVER_NOT_CONFIRMED', { typed, account });
  }
}

/** Throws DEPLOY_DATA_LOSS: whoever types the name has read what goes, a script has not. */
async function refuseLoss({ deleted, region }: Recovery): Promise<void> {
  const { holdsData } = await import('../../lib/deploy/plan/resources.js');
  const lost = deleted
    .filter(({ type, policy }) => holdsData(type) && policy !== 'Snapshot')
    .map(({ logicalId, type }) => `${logicalId} (${type}) in ${region.name}`);
  if (lost.length > 0) throw userError('DEPLOY_DATA_LOSS', { lost });
}
