import type { FunctionVersion } from './registry.js';
import type { Thread } from './thread.js';

/** An execution environment as the emulator's main thread knows it. */
export interface EnvironmentRecord {
  readonly id: number;
  readonly version: FunctionVersion;
  readonly thread: Thread;
  readonly logStream: string;
  readonly tmpDir: string;
  readonly codeHash: string | undefined;
  /** Made for provisioned concurrency: it does not expire. */
  readonly provisioned: boolean;
  state: 'starting' | 'idle' | 'busy' | 'dead';
  /** Process ids of its children. */
  readonly children: Set<number>;
  /** Moment of its last event on the emulator's clock. */
  lastUsed: number;
  /** MB. */
  maxMemoryMb: number;
}
