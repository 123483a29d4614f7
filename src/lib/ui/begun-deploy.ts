import { Args } from '@oclif/core';
import type { DeployState } from '../deploy/apply/deploy-state.js';
import type { Deploys, OpenDeploy } from '../deploy/apply/deploys.js';
import type { DeployTarget } from '../deploy/target/open-target.js';
import { findProject } from '../project/find-project.js';
import { targetFlags } from './deploy-command.js';
import { RunningDeployCommand } from './running-deploy.js';

/** Arguments of commands that come back to a deploy; each names them itself, since oclif parses with a class's own alone. */
export const begunArgs = { id: Args.string({ description: 'Id of the deploy.' }) };

/** Flags of commands that come back to a deploy. */
export const begunFlags = {
  project: targetFlags.project,
  'endpoint-url': targetFlags['endpoint-url'],
};

/** A deploy that was begun, with the way to where it goes. */
export interface BegunDeploy {
  id: string;
  deploys: Deploys;
  state: DeployState;
  target: DeployTarget;
  projectDir: string;
  /** Takes it over. Throws DEPLOY_RUNNING and DEPLOY_ENDED. */
  reopen(): Promise<OpenDeploy>;
}

/** What commands are made of that come back to a deploy by its id. */
export abstract class BegunDeployCommand extends RunningDeployCommand {
  /** Finds the deploy that was named, else the last one that is not at its end, and opens its target. Throws DEPLOY_UNKNOWN. */
  protected async withDeploy(
    wanted: string | undefined,
    flags: { project?: string | undefined; 'endpoint-url'?: string | undefined },
    work: (begun: BegunDeploy) => Promise<void>,
  ): Promise<void> {
    const { Deploys } = await import('../deploy/apply/deploys.js');
    const { reopenTarget, withTarget } = await import('../deploy/apply/reopen-target.js');
    const projectDir = findProject(flags.project);
    const deploys = Deploys.of(projectDir);
    const id = deploys.chosen(wanted);
    const state = deploys.state(id);
    const wishes = { projectDir, endpoint: flags['endpoint-url'], command: this.commandLine() };
    await withTarget(reopenTarget(state, wishes), (target) => {
      const reopen = async () =>
        deploys.reopen(target, id, await this.tools(projectDir, state.begin.options));
      return work({ id, deploys, state, target, projectDir, reopen });
    });
  }
}
