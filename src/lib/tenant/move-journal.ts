import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFileAtomically } from '../../core/atomic-file.js';
import { userError } from '../../core/errors.js';
import { isAlive } from '../../core/run-file.js';

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
  readonly #lock: string;

  constructor(projectDir: string, tenant: string) {
    this.#file = join(projectDir, '.arcube', 'state', 'moves', `${tenant}.json`);
    this.#lock = `${this.#file}.lock`;
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
  lock(tenant: string): () => void {
    mkdirSync(dirname(this.#lock), { recursive: true });
    const draft = `${this.#lock}.${process.pid}`;
    writeFileSync(draft, String(process.pid));
    try {
      for (let attempt = 0; ; attempt++) {
        try {
          linkSync(draft, this.#lock); // whole or not at all, and only when there is none
          return () => rmSync(this.#lock, { force: true });
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
          const pid = this.#holder();
          if (attempt > 3 || (pid !== undefined && isAlive(pid)))
            throw userError('MOVE_RUNNING', { tenant, pid: pid ?? 0 });
          rmSync(this.#lock, { force: true });
        }
      }
    } finally {
      rmSync(draft, { force: true });
    }
  }

  #holder(): number | undefined {
    try {
      return Number(readFileSync(this.#lock, 'utf8'));
    } catch {
      return undefined;
    }
  }
}
