import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { writeFileAtomically } from '../../core/atomic-file.js';
import { userError } from '../../core/errors.js';
import { ProcessLock } from '../journal/lock.js';

/** The steps of a move, in order. Each can be repeated; a move goes on with the one that it was in. */
export const MOVE_STEPS = [
  'begin',
  'copy',
  'hold',
  'verify',
  'declare',
  'switch',
  'wipe',
  'forget',
  'end',
] as const;
export type MoveStep = (typeof MOVE_STEPS)[number];

/** How far a move is, as it lies on disk. */
export interface MoveState {
  id: string;
  tenant: string;
  from: string;
  to: string;
  /** The step that is to be done next. */
  step: MoveStep;
}

/** The journal of a tenant's move: written before each step, so that a killed move can go on. */
export class MoveJournal {
  readonly #file: string;

  constructor(projectDir: string, tenant: string) {
    this.#file = join(projectDir, '.arcube', 'state', 'moves', `${tenant}.json`);
  }

  read(): MoveState | undefined {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as MoveState;
    } catch {
      return undefined;
    }
  }

  write(state: MoveState): Promise<void> {
    return writeFileAtomically(this.#file, JSON.stringify(state));
  }

  remove(): Promise<void> {
    return rm(this.#file, { force: true });
  }

  /** Takes the right to move this tenant; one of a process that is dead is taken over. Throws MOVE_RUNNING. */
  lock(tenant: string): ProcessLock {
    const { dir, base } = parse(this.#file);
    return ProcessLock.take(dir, `${base}.lock`, tenant, ({ pid }) =>
      userError('MOVE_RUNNING', { tenant, pid }),
    );
  }
}
