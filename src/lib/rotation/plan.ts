import type { Subject } from './kind.js';
import { FORWARD, type Phase } from './phases.js';
import type { Target } from './target.js';
import { type WaitPart, waitAfter, waitParts } from './waits.js';

/** A phase of the plan: what it touches, and how long is waited after it. */
export interface PlannedPhase {
  phase: Phase;
  /** How many steps it has: subjects by regions. */
  steps: number;
  /** Seconds. */
  wait: number;
  why: WaitPart[];
}

/** What a rotation would do; nothing in it is secret. */
export interface Plan {
  account: string;
  caller: string;
  stack: string;
  stage: string;
  regions: string[];
  subjects: Subject[];
  phases: PlannedPhase[];
  /** Seconds from begin to end, without the time that holders take to adopt the new keys. */
  atLeast: number;
}

/** Makes the plan. */
export function makePlan(target: Target, subjects: Subject[]): Plan {
  const kinds = [...new Set(subjects.map(({ kind }) => kind))];
  const steps = subjects.reduce((sum, { regions }) => sum + regions.length, 0);
  const phases = FORWARD.map((phase) => {
    const wait = waitAfter(kinds, phase, target.settings) / 1000;
    const longest = kinds.find((kind) => waitAfter([kind], phase, target.settings) / 1000 === wait);
    const why = longest && wait > 0 ? waitParts(longest, phase, target.settings) : [];
    return { phase, steps: phase === 'adopt' ? subjects.length : steps, wait, why };
  });
  const { account, caller, stack, stage, regions } = target;
  return {
    account,
    caller,
    stack,
    stage,
    regions: regions.map(({ name }) => name),
    subjects,
    phases,
    atLeast: phases.reduce((sum, { wait }) => sum + wait, 0),
  };
}
