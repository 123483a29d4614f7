import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running emulator tells other processes about itself. */
export interface RunFile {
  pid: number;
  /** Unlike the pid never used twice. */
  instance: string;
  /** ISO 8601, machine's clock. */
  startedAt: string;
  /** Left out while it starts. */
  urls?: { api: string; control: string };
  /** Opens what the control API shows to its owner only. */
  controlToken?: string;
}

/** Where the emulator of a project writes it: the file is its lock on the project's state. */
export function runFilePath(projectDir: string): string {
  return join(projectDir, '.arcube', 'run', 'emulator.json');
}

/** The run file of a project, whether its process lives or not; undefined when there is none that can be read. */
export function readRunFile(projectDir: string): RunFile | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(runFilePath(projectDir), 'utf8'));
    return isRunFile(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** True when a process with this id exists (of whatever program: ids are used again). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isRunFile(value: unknown): value is RunFile {
  return typeof value === 'object' && value !== null && Number.isInteger((value as RunFile).pid);
}
