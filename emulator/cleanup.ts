/** What has to be undone, in the order in which it was done; it is undone from the end. */
export class Cleanup {
  readonly #steps: (() => void | Promise<void>)[] = [];

  /** Remembers how to undo what has just been done. */
  add(undo: () => void | Promise<void>): void {
    this.#steps.push(undo);
  }

  /** Undoes everything, once. A failing step does not keep the rest from being undone; all failures are thrown at the end. */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (const undo of this.#steps.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be cleaned up.');
  }
}
