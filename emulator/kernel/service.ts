/** A part of the emulator with a life of its own. `compose.ts` starts them in the order of their needs. */
export interface Service {
  /** Unique, lower-case: `gateway`, `mongo`, … */
  readonly name: string;
  /** Names of the services that must have started before. */
  readonly needs: readonly string[];
  /**
   * Resolves when the service can be used. Rejects with a `UserError` when the environment is at fault. Must give
   * up soon after `signal` aborts, and leave nothing behind when it rejects.
   */
  start(signal: AbortSignal): Promise<void>;
  /** Ends it and everything it owns: sockets, timers, workers, files. Idempotent, and legal in mid-start. */
  stop(): Promise<void>;
  health(): ServiceHealth;
}

export interface ServiceHealth {
  status: 'stopped' | 'starting' | 'ok' | 'failed';
  /** Facts for people: addresses, counts. Never a secret. */
  details?: Record<string, string | number | boolean>;
}
