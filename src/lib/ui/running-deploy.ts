import { Flags } from '@oclif/core';
import { userError } from '../../core/errors.js';
import type { Confirmed } from '../deploy/apply/begin-deploy.js';
import type { DeployState } from '../deploy/apply/deploy-state.js';
import type { Deploys, DeployTools, DeployTurn, OpenDeploy } from '../deploy/apply/deploys.js';
import type { ShowStep } from '../deploy/apply/engine.js';
import type { DeployOptions } from '../deploy/apply/entries.js';
import type { Watching } from '../deploy/apply/operate.js';
import type { DeployPlan } from '../deploy/plan/deploy-plan.js';
import type { Prepared } from '../deploy/plan/prepare.js';
import type { DeployTarget } from '../deploy/target/open-target.js';
import type { Say } from '../journal/long-work.js';
import { DeployCommand, targetFlags } from './deploy-command.js';
import { stopAsked } from './stop-signals.js';
import { typeAccount } from './type-account.js';

/** Flags of commands that change a deployed stage. */
export const changeFlags = {
  ...targetFlags,
  yes: Flags.boolean({ char: 'y', description: 'Do not ask; needs --account.' }),
  'accept-data-loss': Flags.boolean({
    description: 'With --yes: delete or replace what holds data, too, as the plan says.',
  }),
};

interface ChangeFlags {
  yes: boolean;
  account?: string | undefined;
  'accept-data-loss': boolean;
}

/** Flags of what is done while a deployment takes traffic, and after it. */
export const rolloutFlags = {
  'api-url': Flags.string({
    multiple: true,
    description: 'Base URL of the API, or REGION=URL; by default what the stack’s outputs say.',
    helpValue: 'URL',
  }),
  slo: Flags.file({
    exists: true,
    description: 'File of service levels that judge the canary; by default the project’s.',
  }),
  judge: Flags.boolean({
    default: true,
    allowNo: true,
    description: 'Judge canaries by service levels, beside the stack’s own alarms.',
  }),
  smoke: Flags.boolean({
    default: true,
    allowNo: true,
    description: 'Run the smoke suite on the API afterwards.',
  }),
  credentials: Flags.file({
    exists: true,
    description: 'Who calls the API in the smoke suite and in --traffic; else ARCUBE_CLIENT_ID and the like.',
  }),
  traffic: Flags.integer({
    min: 1,
    description:
      'Send so many requests a second while traffic is shifted: a quiet API says nothing of a new version.',
    helpValue: 'RATE',
  }),
  detach: Flags.boolean({
    description: 'Go on in the background; `deploy report` and `deploy resume` find it again.',
  }),
};

interface RolloutFlags {
  'api-url'?: string[] | undefined;
  slo?: string | undefined;
  judge: boolean;
  smoke: boolean;
  credentials?: string | undefined;
  traffic?: number | undefined;
}

/** Choices of a command line, in a form that outlives the process. */
export async function rolloutOptions(
  flags: RolloutFlags,
  regions: readonly string[],
): Promise<DeployOptions> {
  const { apiUrls } = await import('../aws/api-urls.js');
  const { slo, credentials, traffic, judge, smoke } = flags;
  return {
    apiUrls: apiUrls(flags['api-url'] ?? [], regions),
    judge,
    smoke,
    ...(slo !== undefined && { slo }),
    ...(credentials !== undefined && { credentials }),
    ...(traffic !== undefined && { traffic }),
  };
}

/** What commands are made of that carry a deployment out, or go on with one. */
export abstract class RunningDeployCommand extends DeployCommand {
  #stop: AbortSignal | undefined;

  /** Lets a person type the account. False when they did not; throws DEPLOY_TARGET_MISSING for `--yes` alone. */
  protected confirmed(
    account: string,
    flags: { yes: boolean; account?: string | undefined },
  ): Promise<boolean> {
    if (flags.yes && flags.account === undefined)
      throw userError('DEPLOY_TARGET_MISSING', { missing: ['--account'] });
    return typeAccount(account, flags.yes, this.json, this.stopSignal());
  }

  /** What a run needs: Ctrl-C stops watching, and nothing else. */
  protected async tools(projectDir: string, options: DeployOptions): Promise<DeployTools> {
    const { systemTools } = await import('../deploy/apply/tools.js');
    const { callersOf, smokeOf } = await import('../deploy/apply/smoke.js');
    const { trafficOf } = await import('../deploy/apply/traffic.js');
    const callers = callersOf(options.credentials, process.env);
    return systemTools(this.stopSignal(), {
      verify: smokeOf(projectDir, callers),
      traffic: trafficOf(projectDir, callers),
    });
  }

  /** Shows what was prepared, has it confirmed, and does it; what is not confirmed leaves nothing behind. */
  protected async carryOut(
    turn: DeployTurn,
    { plan, regions }: { plan: DeployPlan; regions: Prepared[] },
    facts: Omit<Confirmed, 'regions'>,
    flags: ChangeFlags & { detach: boolean },
  ): Promise<void> {
    const { beginDeploy } = await import('../deploy/apply/begin-deploy.js');
    const { discardAll } = await import('../deploy/plan/deploy-plan.js');
    const { deployPlanText } = await import('./deploy-text.js');
    const { target, options } = facts;
    this.show({ event: 'plan', ...plan }, deployPlanText(plan));
    if (!plan.changes) return;
    let open: OpenDeploy;
    try {
      if (!(await this.confirmed(target.account, flags)))
        throw userError('DEPLOY_NOT_CONFIRMED', { account: target.account });
      refuseLoss(plan, flags);
      await this.#heal(target, regions);
      if (regions.every(({ changeSet }) => changeSet.isEmpty)) return;
      const tools = await this.tools(target.projectDir, options);
      open = await beginDeploy(turn, { ...facts, regions }, tools);
    } catch (error) {
      await discardAll(target, regions);
      throw error;
    }
    this.show({ event: 'begun', deploy: turn.id }, `Deploy ${turn.id} has begun.`);
    if (!flags.detach) return void (await this.drive(open, target));
    open.close();
    await this.detach(turn.deploys, turn.id, target.projectDir);
  }

  /** Puts hot-swapped code back, so that CloudFormation finds what it left. */
  async #heal(target: DeployTarget, regions: readonly Prepared[]): Promise<void> {
    const swapped = regions.filter(({ plan }) => plan.hotswapped.length > 0);
    if (swapped.length === 0) return;
    const { healHotswaps } = await import('../deploy/hotswap/heal.js');
    for (const { region } of swapped) {
      const functions = await healHotswaps(region, target.command);
      const text = `${region.name}: the stack’s own code is back in ${functions.join(', ')}.`;
      this.show({ event: 'healed', region: region.name, functions }, text);
    }
  }

  /** Takes a deploy to its end, and shows it. */
  protected async drive(open: OpenDeploy, target: DeployTarget): Promise<DeployState> {
    try {
      const state = await open.engine.run(await this.progress(target));
      this.show({ event: 'end', deploy: state.begin.deploy, outcome: state.outcome }, state.describe());
      return state;
    } finally {
      open.close();
    }
  }

  /** Goes on in a process of its own. */
  protected async detach(deploys: Deploys, id: string, projectDir: string): Promise<void> {
    const { detach } = await import('../journal/detach.js');
    const { pid, log } = detach(deploys.folder, id, ['deploy', 'resume', id, '--project', projectDir]);
    this.show(
      { event: 'detached', deploy: id, pid, log },
      `It goes on in process ${pid}, which writes ${log}. See \`arcube deploy report ${id}\`.`,
    );
  }

  /** Shows something that a stack goes through while it is followed. */
  protected async watched<T>(
    target: DeployTarget,
    title: string,
    work: (tools: Watching) => Promise<T>,
  ): Promise<T> {
    const { jsonPart, listPart } = await import('./progress.js');
    const { systemPause } = await import('../deploy/apply/tools.js');
    const signal = this.stopSignal();
    const goOn = (): void => {
      if (signal.aborted) throw userError('FOLLOWING_STOPPED', { what: title, next: this.commandLine() });
    };
    const tools = { template: target.template, pause: systemPause(signal), goOn };
    const ends: T[] = [];
    const run = async (say: Say): Promise<void> => {
      ends.push(await work({ ...tools, say }));
    };
    if (this.json) await jsonPart((event) => this.show(event, ''), 'operation', { title }, run);
    else await listPart(title, () => target.clock.now(), run);
    return ends[0] as T;
  }

  protected progress({ clock }: DeployTarget): Promise<ShowStep> {
    return this.steps(() => clock.now());
  }

  /** Shows steps; waits are counted by this clock. */
  protected async steps(now: () => number): Promise<ShowStep> {
    const { deployEvents, deployList } = await import('./deploy-progress.js');
    return this.json ? deployEvents((event) => this.show(event, '')) : deployList(now);
  }

  /** Aborts at the first Ctrl-C from when it was asked for first. */
  protected stopSignal(): AbortSignal {
    if (this.#stop) return this.#stop;
    const stop = new AbortController();
    void stopAsked().then(() => stop.abort());
    this.#stop = stop.signal;
    return stop.signal;
  }

  /** Works a plan out; says that Ctrl-C was heard, because what was made for the plan goes first. */
  protected async preparing<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const signal = this.stopSignal();
    const heard = (): void =>
      this.remark('Stopping, and removing what was made. Ctrl-C again leaves at once.');
    signal.addEventListener('abort', heard, { once: true });
    try {
      return await work(signal);
    } finally {
      signal.removeEventListener('abort', heard);
    }
  }
}

/** Throws DEPLOY_DATA_LOSS: whoever types the account has read the plan, a script has not. */
function refuseLoss({ losesData, regions }: DeployPlan, flags: ChangeFlags): void {
  if (!losesData || !flags.yes || flags['accept-data-loss']) return;
  const lost = regions.flatMap(({ region, resources }) =>
    resources
      .filter((one) => one.losesData)
      .map(({ logicalId, type }) => `${logicalId} (${type}) in ${region}`),
  );
  throw userError('DEPLOY_DATA_LOSS', { lost });
}
