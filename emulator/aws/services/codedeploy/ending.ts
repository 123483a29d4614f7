import type { RollbackEvent } from './stored.js';

/** Why and how a deployment ends before its time. */
export interface Ending {
  status: 'Failed' | 'Stopped';
  error: { code: string; message: string };
  /** What an automatic rollback goes by; `true` and `false` say so themselves. */
  rollback: RollbackEvent | boolean;
}

/** An end of a deployment that a step comes to. */
export class DeploymentEnds extends Error {
  override readonly name = 'DeploymentEnds';

  constructor(readonly ending: Ending) {
    super(ending.error.message);
  }
}
