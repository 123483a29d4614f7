import type { Value } from '../../bson/index.js';
import type { Bounds, Partition } from './partition.js';

/** What a window gathers when documents can be taken out of it again. */
export interface Removable<T> {
  add(item: T): void;
  /** Takes out the oldest of those that were added. */
  remove(item: T): void;
  result(): Value | undefined;
}

/**
 * The result of each window, made from that of the one before: what comes in is added, and then what falls out is taken
 * out. A window that goes back begins anew.
 */
export function slide<T>(
  partition: Partition,
  bounds: Bounds,
  inputs: readonly T[],
  create: () => Removable<T>,
): (Value | undefined)[] {
  let state = create();
  let [from, to] = [0, -1];
  return inputs.map((_, at) => {
    const [low, high] = bounds.of(partition, at);
    if (low < from || high < to || low > to + 1) {
      state = create();
      [from, to] = [low, low - 1];
    }
    while (to < high) state.add(inputs[++to] as T);
    while (from < low) state.remove(inputs[from++] as T);
    return state.result();
  });
}
