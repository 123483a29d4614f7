import { userError } from '../../../core/errors.js';
import { explainAwsFailure } from '../../aws/explain.js';
import { withRetry } from '../../aws/retry.js';
import { LongWork, type LongWorkTools, type Say } from '../../journal/long-work.js';
import type { DeployRegion, DeployTarget } from '../target/open-target.js';
import { conclude } from './conclude.js';
import { DeployState, type RegionProgress } from './deploy-state.js';
import { type DeployEntry, type DeployOutcome, type DeployStep, STEPS } from './entries.js';
import { beginExecution, hasBegun } from './execute.js';
import { lastEventId } from './follow-stack.js';
import { writeRecord } from './record-step.js';
import { sendMissing } from './send.js';
import { settle } from './settle.js';
import type { StartTraffic } from './traffic.js';
import { type Verify, verifyRegion } from './verify.js';

/** Shows a step of a region while it runs. */
export type ShowStep = (step: DeployStep, region: string, work: (say: Say) => Promise<void>) => Promise<void>;

/** What the engine works with beside the target. */
export interface EngineTools extends LongWorkTools<DeployEntry> {
  /** Runs the smoke suite on an API. */
  verify: Verify;
  /** Sends requests while traffic is shifted. */
  traffic: StartTraffic;
  /** True once somebody has cancelled it, perhaps from another terminal. */
  isCancelled(): boolean;
}

/** What a step works on. */
export interface StepContext {
  target: DeployTarget;
  region: DeployRegion;
  state: DeployState;
  progress: RegionProgress;
  tools: EngineTools;
  say: Say;
  now(): number;
  /** Puts a line into the journal. */
  write(entry: DeployEntry): void;
  /** Throws DEPLOY_INTERRUPTED once it has been asked to stop. */
  goOn(): void;
}

type Step = (context: StepContext) => Promise<string>;

const WORK: Record<DeployStep, Step> = {
  upload: sendMissing,
  execute: beginExecution,
  settle,
  protect: protectProd,
  verify: verifyRegion,
  record: writeRecord,
};

/** Goes through a deploy's regions and their steps: journal first, then act; what is done already is passed over. */
export class DeployEngine {
  readonly target: DeployTarget;
  readonly #work: LongWork<DeployEntry, DeployState>;
  readonly #tools: EngineTools;

  constructor(target: DeployTarget, entries: readonly DeployEntry[], tools: EngineTools) {
    this.target = target;
    this.#work = new LongWork(new DeployState(entries), tools);
    this.#tools = tools;
  }

  get state(): DeployState {
    return this.#work.state;
  }

  /** Takes it to its end, region after region, and stops at the first that fails. Throws how it ended, if not well. */
  async run(show: ShowStep): Promise<DeployState> {
    for (const progress of this.state.regions) {
      if (progress.part.changeSetId === undefined) continue;
      await this.#refuseCancelled(progress);
      for (const step of STEPS) {
        if (progress.done.has(step) || isPastIt(progress, step)) continue;
        this.#goOn();
        await show(step, progress.part.region, (say) => this.#step(step, progress, say));
      }
      this.state.cancelled ||= this.#tools.isCancelled();
      const failure = conclude(this.state, progress);
      if (!failure) continue;
      this.#end(this.state.cancelled ? 'cancelled' : 'failed');
      throw failure;
    }
    this.#end('done');
    return this.state;
  }

  /** A region that was not begun when it was cancelled is left as it is, also where it was just about to begin. */
  async #refuseCancelled(progress: RegionProgress): Promise<void> {
    const { part, intended, done } = progress;
    this.state.cancelled ||= this.#tools.isCancelled();
    if (!this.state.cancelled || done.has('execute')) return;
    const place = this.#context(progress, () => undefined);
    const look = () => withRetry(() => hasBegun(place));
    if (intended.has('execute') && (await this.#caught('execute', part.region, look))) return;
    const left = [...new Set([part.region, ...this.state.untouched])].join(', ');
    this.#end('cancelled');
    throw userError('DEPLOY_CANCELLED', { id: this.state.begin.deploy, state: `Not touched: ${left}.` });
  }

  async #step(step: DeployStep, progress: RegionProgress, say: Say): Promise<void> {
    const { region } = progress.part;
    const context = this.#context(progress, say);
    const cursor = await this.#caught(step, region, () => this.#cursor(step, context));
    const intent = { type: 'intent', at: this.#now(), region, step } as const;
    this.#work.write({ ...intent, ...(cursor !== undefined && { cursor }) }, `intent ${step} ${region}`);
    const note = await this.#caught(step, region, () => WORK[step](context));
    say(note);
    this.#tools.boundary(`acted ${step} ${region}`);
    this.#work.write({ type: 'done', at: this.#now(), region, step, note }, `done ${step} ${region}`);
  }

  #context(progress: RegionProgress, say: Say): StepContext {
    const { target, state } = this;
    const region = target.regions.find(({ name }) => name === progress.part.region);
    if (!region) throw new RangeError(`${progress.part.region} is not a region of this target`);
    return {
      target,
      region,
      state,
      progress,
      tools: this.#tools,
      say,
      now: () => this.#now(),
      write: (entry) => this.#work.write(entry),
      goOn: () => this.#goOn(),
    };
  }

  /** The stack's last event before it is changed: what comes after it is this deploy's. */
  async #cursor(step: DeployStep, { region, progress }: StepContext): Promise<string | undefined> {
    if (step !== 'execute' || progress.intended.has('execute')) return undefined;
    return lastEventId(region.stacks, progress.part.stackId);
  }

  async #caught<T>(step: DeployStep, region: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#explained(error, step, region);
    }
  }

  #explained(error: unknown, step: DeployStep, region: string): Error {
    const id = this.state.begin.deploy;
    const next = `arcube deploy resume ${id}`;
    const state = this.state.describe();
    const explained = explainAwsFailure(error, { region, state, next });
    if (explained) return explained;
    const cause = error instanceof Error ? error.message : String(error);
    return userError('DEPLOY_STEP', { step: `${step} ${region}`, cause, state, next }, { cause: error });
  }

  #goOn(): void {
    if (!this.#tools.signal.aborted) return;
    throw userError('DEPLOY_INTERRUPTED', { id: this.state.begin.deploy, state: this.state.describe() });
  }

  #end(outcome: DeployOutcome): void {
    if (this.state.outcome !== undefined) return;
    this.#work.write({ type: 'end', at: this.#now(), outcome }, 'end');
  }

  #now(): number {
    return this.target.clock.now();
  }
}

/** After a failed operation there is nothing to protect or to try: it is recorded. */
function isPastIt({ settled }: RegionProgress, step: DeployStep): boolean {
  return settled?.ok === false && (step === 'protect' || step === 'verify');
}

/** What serves passengers is not deleted by mistake. */
async function protectProd({ target, region, progress }: StepContext): Promise<string> {
  if (target.stage !== 'prod') return 'only for prod';
  const { stackId } = progress.part;
  await withRetry(() => region.stacks.protect(stackId, true));
  return 'on';
}
