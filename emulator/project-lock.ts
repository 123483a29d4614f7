import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createFileAtomically, writeFileAtomically } from '../src/core/atomic-file.js';
import { isAlive, type RunFile, readRunFile, runFilePath } from '../src/core/run-file.js';

/** How long, in ms, a lock without a control URL may belong to a process that is still starting. */
const LONGEST_START = 60_000;

/** The right of one emulator to a project's `.arcube/state`, and what it tells other terminals of itself. */
export class ProjectLock {
  readonly #projectDir: string;
  #content: RunFile;
  #held = true;

  private constructor(projectDir: string, content: RunFile) {
    this.#projectDir = projectDir;
    this.#content = content;
  }

  /**
   * Takes the lock; the lock of a process that is dead, or that no longer answers, is taken over.
   * @returns the lock, or the run file of the emulator that holds it
   */
  static async take(
    projectDir: string,
    instance: string,
    controlToken: string,
  ): Promise<ProjectLock | RunFile> {
    const content = { pid: process.pid, instance, startedAt: new Date().toISOString(), controlToken };
    mkdirSync(dirname(runFilePath(projectDir)), { recursive: true });
    // two may find the same stale lock at once: whoever removes it second could remove the first one's new lock, so
    // creation decides, and the loser looks again
    for (let attempt = 0; attempt < 5; attempt++) {
      if (createFileAtomically(runFilePath(projectDir), JSON.stringify(content)))
        return new ProjectLock(projectDir, content);
      const holder = readRunFile(projectDir);
      if (holder && (await isHeld(holder))) return holder;
      if (readRunFile(projectDir)?.instance === holder?.instance)
        rmSync(runFilePath(projectDir), { force: true });
    }
    throw new Error(`cannot take the lock ${runFilePath(projectDir)}`);
  }

  /** Tells where the emulator answers, once it does. */
  async publish(urls: { api: string; control: string }): Promise<void> {
    this.#content = { ...this.#content, urls };
    if (this.#held) await writeFileAtomically(runFilePath(this.#projectDir), JSON.stringify(this.#content));
  }

  /** Gives it back. Idempotent; leaves a lock that another has taken over. */
  release(): void {
    if (!this.#held) return;
    this.#held = false;
    if (readRunFile(this.#projectDir)?.instance === this.#content.instance)
      rmSync(runFilePath(this.#projectDir), { force: true });
  }
}

/** Whether an emulator still stands behind a run file: pids are used again, so the control API has the last word. */
async function isHeld(holder: RunFile): Promise<boolean> {
  if (!isAlive(holder.pid)) return false;
  if (!holder.urls) return Date.now() - Date.parse(holder.startedAt) < LONGEST_START;
  try {
    const answer = await fetch(`${holder.urls.control}/_arcube/health`, {
      signal: AbortSignal.timeout(2000),
    });
    const health = (await answer.json()) as { instance?: unknown };
    return health.instance === holder.instance;
  } catch (error) {
    return (error as Error).name === 'TimeoutError'; // busy is not gone
  }
}
