import { userError } from '../../core/errors.js';
import { withRetry } from '../aws/retry.js';
import { LongWork, type LongWorkTools, type Say } from '../journal/long-work.js';
import { isAdopted, quietTime } from './adoption.js';
import type { AuditLog } from './audit-log.js';
import { explainFailure } from './failures.js';
import type { JournalEntry } from './journal.js';
import type { KeyKind, StepContext } from './kind.js';
import type { KindSet } from './kinds/index.js';
import type { Phase } from './phases.js';
import { RunState, type Step } from './run-state.js';
import type { StackLock } from './stack-lock.js';
import { regionOf, type Target } from './target.js';
import { waitAfter } from './waits.js';

/** What the engine works with beside the target. */
export interface EngineTools extends LongWorkTools<JournalEntry> {
  kinds: KindSet;
  audit: AuditLog;
  /** What keeps other machines from rotating the same keys. */
  lock: Pick<StackLock, 'renew' | 'release'>;
  acceptChanges: boolean;
  /** Revoke without having seen the new keys used. */
  withoutAdoption: boolean;
}

/** How often the adoption gate looks, milliseconds. */
const LOOK = 30_000;

/** Goes through a rotation's phases: journal first, then act; what is done already is passed over. */
export class Engine {
  readonly target: Target;
  readonly #work: LongWork<JournalEntry, RunState>;
  readonly #tools: EngineTools;

  constructor(target: Target, entries: readonly JournalEntry[], tools: EngineTools) {
    this.target = target;
    this.#work = new LongWork(new RunState(entries), tools);
    this.#tools = tools;
  }

  get state(): RunState {
    return this.#work.state;
  }

  /** Runs what is left of a phase, and waits as long as it asks for. */
  async phase(phase: Phase, say: Say): Promise<void> {
    for (const step of this.state.steps(phase)) {
      if (this.state.isDone(step)) continue;
      this.#goOn();
      say(step.name);
      if (phase === 'adopt') await this.#gate(step, say);
      else await this.#step(step);
    }
    await this.#wait(phase, say);
  }

  /** From here on it goes back. */
  turnBack(why: string): void {
    if (this.state.back !== undefined) return;
    this.#work.write({ type: 'back', at: this.#now(), by: this.target.caller, why });
    this.#audit('back', why);
    this.#tools.boundary('back');
  }

  /** Lets others rotate again, and writes down that it is over. */
  async end(): Promise<void> {
    if (this.state.outcome !== undefined) return;
    await this.#tools.lock.release();
    const outcome = this.state.back === undefined ? 'done' : 'undone';
    this.#audit('end', outcome);
    this.#work.write({ type: 'end', at: this.#now(), outcome });
  }

  async #step(step: Step): Promise<void> {
    const { phase, name } = step;
    this.#work.write({ type: 'intent', at: this.#now(), phase, step: name }, `intent ${name}`);
    const context = this.#context(step);
    const before = new Map(context.memory);
    let note: string;
    try {
      note = await withRetry(() => this.#act(phase, context));
    } catch (error) {
      throw this.#failed(step, error);
    }
    this.#tools.boundary(`acted ${name}`);
    this.#audit(name, note);
    const memory = [...context.memory].filter(([key, value]) => before.get(key) !== value);
    this.#work.write({ type: 'done', at: this.#now(), phase, step: name, note, memory }, `done ${name}`);
  }

  #act(phase: Phase, context: StepContext): Promise<string> {
    if (phase === 'adopt') throw new Error('the adoption gate is no step of a kind');
    return this.#kind(context.subject.kind)[phase](context);
  }

  #kind(name: keyof KindSet): KeyKind {
    const kind = this.#tools.kinds[name];
    if (!kind) throw new Error(`the kind ${name} is not loaded`);
    return kind;
  }

  #context(step: Step): StepContext {
    const { subject, region } = step;
    const { target, state } = this;
    return {
      target,
      rotation: state.begin.rotation,
      subject,
      region: regionOf(target, region ?? (subject.regions[0] as string)),
      memory: state.memory,
      brokenOff: Math.max(0, state.begun(step) - 1),
      acceptChanges: this.#tools.acceptChanges,
    };
  }

  /** Notes the failure and makes it one for people. Everything noted so far stays done. */
  #failed(step: Step, error: unknown): Error {
    const id = this.state.begin.rotation;
    const explained = explainFailure(error, {
      rotation: id,
      step: step.name,
      region: step.region ?? '',
      state: this.state.describe(),
      next: `arcube rotate-keys --resume ${id}`,
    });
    const code = (explained as { code?: string }).code ?? explained.name;
    this.#work.write({
      type: 'failed',
      at: this.#now(),
      phase: step.phase,
      step: step.name,
      code,
      what: explained.message,
    });
    this.#audit(step.name, `failed: ${code}`);
    return explained;
  }

  /** Waits until the old key's use has ended and the new one's has begun; holds the subject when that takes too long. */
  async #gate(step: Step, say: Say): Promise<void> {
    const { subject, name, phase } = step;
    const context = this.#context(step);
    const promoted = this.state.doneAt('promote') ?? this.#now();
    const from = Math.ceil(promoted / 60_000) * 60_000; // metrics know minutes, and the probe came before
    const deadline = Math.max(promoted + this.state.begin.adoptionTimeout, this.#now());
    const quiet = quietTime(this.target);
    for (;;) {
      if (this.#tools.withoutAdoption) return this.#pass(phase, name, 'not looked at: --without-adoption');
      const adoption = await withRetry(() => this.#kind(subject.kind).adoption(context, from)).catch(
        (error) => {
          throw this.#failed(step, error);
        },
      );
      if (isAdopted(adoption, this.#now(), quiet)) return this.#pass(phase, name, adoption.note);
      this.#goOn();
      if (this.#now() >= deadline) return this.#hold(subject.id, adoption.note);
      say(`${subject.id}: ${adoption.note}`, deadline);
      await this.#pause(Math.min(LOOK, deadline - this.#now()));
    }
  }

  #pass(phase: Phase, step: string, note: string): void {
    this.#audit(step, note);
    this.#work.write({ type: 'done', at: this.#now(), phase, step, note, memory: [] }, `done ${step}`);
  }

  #hold(subject: string, note: string): void {
    this.#audit(`hold ${subject}`, note);
    this.#work.write({ type: 'held', at: this.#now(), subject, note }, `held ${subject}`);
  }

  async #wait(phase: Phase, say: Say): Promise<void> {
    let until = this.state.wait(phase);
    if (until === undefined) {
      const kinds = this.state.steps(phase).map(({ subject }) => subject.kind);
      const length = waitAfter(kinds, phase, this.state.begin.settings);
      if (length === 0) return;
      until = this.#now() + length;
      this.#work.write({ type: 'wait', at: this.#now(), phase, until }, `wait ${phase}`);
    }
    while (this.#now() < until) {
      this.#goOn();
      say('waiting', until);
      await this.#pause(until - this.#now());
    }
  }

  async #pause(ms: number): Promise<void> {
    await this.#tools.pause(ms);
    await this.#tools.lock.renew();
  }

  /** Throws ROTATION_INTERRUPTED once it has been asked to stop. */
  #goOn(): void {
    if (!this.#tools.signal.aborted) return;
    throw userError('ROTATION_INTERRUPTED', { id: this.state.begin.rotation, state: this.state.describe() });
  }

  #now(): number {
    return this.target.clock.now();
  }

  #audit(what: string, note: string): void {
    const at = new Date(this.#now()).toISOString();
    this.#tools.audit.append({
      at,
      who: this.target.caller,
      rotation: this.state.begin.rotation,
      what,
      note,
    });
  }
}

/** Throws ROTATION_HELD when keys of the rotation are still needed. */
export function refuseHeld(state: RunState): void {
  const subjects = [...state.held.keys()];
  if (subjects.length > 0) throw userError('ROTATION_HELD', { id: state.begin.rotation, subjects });
}
