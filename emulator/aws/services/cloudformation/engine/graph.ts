/** What became of a run over a graph. */
export interface GraphOutcome {
  done: string[];
  failed: string[];
  /** Never begun: something they wait for failed, or the run was ended. */
  skipped: string[];
}

interface GraphRun {
  ids: readonly string[];
  /** Ids that must have been done before. Those that are not among `ids` are not waited for. */
  waitsFor(id: string): readonly string[];
  /** Does one; true when it succeeded. */
  run(id: string): Promise<boolean>;
  /** Most of them under way at once. */
  atOnce: number;
  /** True when nothing more may begin. */
  isEnded(): boolean;
}

/**
 * Does each of `ids` once all that it waits for is done, as many at once as may be, in the order given where that
 * leaves a choice. What waits for a failed one is skipped. Resolves when nothing is under way any more.
 */
export async function runGraph({ ids, waitsFor, run, atOnce, isEnded }: GraphRun): Promise<GraphOutcome> {
  const open = new Set(ids);
  const outcome: GraphOutcome = { done: [], failed: [], skipped: [] };
  const known = new Set(ids);
  const settled = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const isReady = (id: string) => waitsFor(id).every((one) => settled.has(one) || !known.has(one));
  const begin = (id: string): void => {
    open.delete(id);
    const work = run(id).then((ok) => {
      running.delete(id);
      if (ok) settled.add(id);
      (ok ? outcome.done : outcome.failed).push(id);
    });
    running.set(id, work);
  };
  for (;;) {
    for (const id of [...open]) {
      if (isEnded() || running.size >= atOnce) break;
      if (isReady(id)) begin(id);
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  outcome.skipped.push(...open);
  return outcome;
}

/** The reverse of a graph: what must be gone before something can go. */
export function reversed(
  ids: readonly string[],
  waitsFor: (id: string) => readonly string[],
): (id: string) => string[] {
  const users = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const id of ids) for (const one of waitsFor(id)) users.get(one)?.push(id);
  return (id) => users.get(id) ?? [];
}
