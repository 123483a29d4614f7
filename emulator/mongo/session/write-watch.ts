/** Tells those who wait for data (tailable cursors) that something was written. */
export class WriteWatch {
  readonly #waiting = new Set<() => void>();

  /** To be called after each write. Costs nothing while nobody waits. */
  written(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves with the next write, after `ms`, or when `signal` aborts. */
  next(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms).unref();
      this.#waiting.add(wake);
      if (signal.aborted) wake();
      else signal.addEventListener('abort', wake);
    });
  }
}
