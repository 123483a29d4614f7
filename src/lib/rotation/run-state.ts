import type { BeginEntry, JournalEntry } from './journal.js';
import type { KeyState } from './key-states.js';
import type { Memory, Subject } from './kind.js';
import { BACKWARD, FORWARD, type Phase, STATES_AFTER } from './phases.js';

/** Phases that look at a subject as a whole; the others go region by region. */
const ONCE: readonly Phase[] = ['adopt'];

/** One step: what the journal and the audit log name it, and whom and where it is about. */
export interface Step {
  phase: Phase;
  name: string;
  subject: Subject;
  /** Left out for steps that look at all regions at once. */
  region?: string;
}

/** How far a rotation is, made from its journal alone. */
export class RunState {
  readonly begin: BeginEntry;
  readonly memory: Memory = new Map();
  readonly #intended = new Map<string, number>();
  readonly #done = new Set<string>();
  readonly #waits = new Map<Phase, number>();
  readonly #doneAt = new Map<Phase, number>();
  readonly #held = new Map<string, string>();
  /** Why it goes back; left out while it goes forward. */
  back: string | undefined;
  outcome: 'done' | 'undone' | undefined;
  last: JournalEntry;

  constructor(entries: readonly JournalEntry[]) {
    const [begin] = entries;
    if (begin?.type !== 'begin') throw new Error('the journal does not begin with a beginning');
    this.begin = begin;
    this.last = begin;
    for (const entry of entries) this.apply(entry);
  }

  /** Takes up an entry. */
  apply(entry: JournalEntry): void {
    this.last = entry;
    if (entry.type === 'intent') this.#intended.set(entry.step, (this.#intended.get(entry.step) ?? 0) + 1);
    if (entry.type === 'wait') this.#waits.set(entry.phase, entry.until);
    if (entry.type === 'held') this.#held.set(entry.subject, entry.note);
    if (entry.type === 'back') this.back = entry.why;
    if (entry.type === 'end') this.outcome = entry.outcome;
    if (entry.type === 'done') this.#finish(entry);
  }

  #finish({ phase, step, at, memory }: Extract<JournalEntry, { type: 'done' }>): void {
    this.#done.add(step);
    this.#waits.delete(phase); // it began before this step was done
    this.#doneAt.set(phase, at);
    for (const [name, value] of memory) this.memory.set(name, value);
    if (phase === 'adopt') this.#held.delete(step.slice('adopt '.length));
  }

  /** Phases still to be gone through, in order. */
  get phases(): readonly Phase[] {
    return this.back === undefined ? FORWARD : BACKWARD;
  }

  /** Every step of a phase, done or not. */
  steps(phase: Phase): Step[] {
    return this.begin.subjects
      .filter((subject) => this.#takesPart(subject, phase))
      .flatMap((subject) => {
        if (ONCE.includes(phase)) return [{ phase, subject, name: `${phase} ${subject.id}` }];
        return subject.regions.map((region) => ({
          phase,
          subject,
          region,
          name: `${phase} ${subject.id} ${region}`,
        }));
      });
  }

  isDone(step: Step): boolean {
    return this.#done.has(step.name);
  }

  /** How often a step has been begun, however those ended. */
  begun(step: Step): number {
    return this.#intended.get(step.name) ?? 0;
  }

  /** When a phase's last step was done, epoch ms. */
  doneAt(phase: Phase): number | undefined {
    return this.#doneAt.get(phase);
  }

  /** End of the wait after a phase (epoch ms), unless steps of it were done since it was set. */
  wait(phase: Phase): number | undefined {
    return this.#waits.get(phase);
  }

  /** Subjects whose old key is still needed, and why. */
  get held(): ReadonlyMap<string, string> {
    return this.#held;
  }

  /** True once a step of the phase has been announced for the subject (or any). */
  reached(phase: Phase, subject?: Subject): boolean {
    const prefix = subject ? `${phase} ${subject.id} ` : `${phase} `;
    return [...this.#intended.keys()].some((step) => `${step} `.startsWith(prefix));
  }

  /** States of a subject's keys, as far as all its regions have come. */
  states(subject: Subject): { fresh: KeyState | undefined; old: KeyState } {
    let states: { fresh: KeyState | undefined; old: KeyState } = { fresh: undefined, old: 'current' };
    for (const phase of [...FORWARD, ...BACKWARD]) {
      const after = STATES_AFTER[phase];
      if (after && subject.regions.every((region) => this.#done.has(`${phase} ${subject.id} ${region}`)))
        states = after;
    }
    return states;
  }

  /** One sentence on how things stand. */
  describe(): string {
    if (this.outcome === 'done') return 'It is done: the new keys are current, the old ones revoked.';
    if (this.outcome === 'undone') return 'It was undone: the old keys are current.';
    if (!this.reached('create')) return 'Nothing has been changed.';
    const parts = this.begin.subjects.slice(0, 3).map((subject) => {
      const { fresh = 'not made yet', old } = this.states(subject);
      return `${subject.id}: new key ${subject.newKey} ${fresh}, old key ${subject.oldKey} ${old}`;
    });
    const more = this.begin.subjects.length - parts.length;
    return `${parts.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
  }

  #takesPart(subject: Subject, phase: Phase): boolean {
    if (phase === 'demote') return this.reached('promote', subject);
    if (phase === 'unpublish') return this.reached('create', subject);
    return !(this.#held.has(subject.id) && ['revoke', 'prove', 'clean'].includes(phase));
  }
}
