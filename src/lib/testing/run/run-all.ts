import type { SystemUnderTest } from '../../../core/scenario/system.js';
import type { CaseResult, TestCase } from '../case.js';
import { ApiCaller } from '../http/api-caller.js';
import type { RunOptions } from './options.js';
import { type Place, runCase } from './run-case.js';

/** What became of a run. */
export interface RunOutcome {
  results: CaseResult[];
  /** Ended by a signal or by `bail` before every case had its turn. */
  stopped: boolean;
  durationMs: number;
}

/** Runs the cases, one worker for each system. Never rejects for what a case does. */
export async function runAll(cases: readonly TestCase[], options: RunOptions): Promise<RunOutcome> {
  const { listeners, systems, bail, signal } = options;
  const begun = performance.now();
  const queue = [...cases];
  const results: CaseResult[] = [];
  let failures = 0;
  const isOver = () => signal.aborted || (bail > 0 && failures >= bail);
  for (const listener of listeners) listener.begin?.(cases);
  const work = async (place: Place) => {
    for (let next = queue.shift(); next && !isOver(); next = queue.shift()) {
      for (const listener of listeners) listener.caseStarted?.(next, place.worker);
      const result = await runCase(next, place, options);
      if (signal.aborted && result.outcome === 'failed') return; // it failed because it was stopped
      results.push(result);
      if (result.outcome === 'failed') failures++;
      for (const listener of listeners) listener.caseEnded?.(result);
    }
  };
  await Promise.all(systems.map((system, worker) => withCaller(system, worker, options.salt, work)));
  const order = new Map(cases.map(({ id }, index) => [id, index]));
  results.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return { results, stopped: results.length < cases.length, durationMs: performance.now() - begun };
}

async function withCaller(
  system: SystemUnderTest,
  worker: number,
  given: string | undefined,
  work: (place: Place) => Promise<void>,
): Promise<void> {
  const caller = new ApiCaller(system.api);
  try {
    // what other runs have left on a stage must not meet this one's booking references
    const salt = given ?? (system.controls ? '' : String(Date.now()));
    await work({ system, caller, worker, salt });
  } finally {
    caller.close();
  }
}

/** Cases whose id or tags fit: a regular expression between slashes, else words that must all occur. */
export function chosen(cases: readonly TestCase[], grep: string | undefined): TestCase[] {
  if (grep === undefined) return [...cases];
  const [, source, flags] = /^\/(.+)\/([i]?)$/.exec(grep) ?? [];
  const text = ({ id, tags }: TestCase) => `${id} ${tags.map((tag) => `@${tag}`).join(' ')}`;
  if (source !== undefined) {
    const pattern = new RegExp(source, flags);
    return cases.filter((one) => pattern.test(text(one)));
  }
  const words = grep.toLowerCase().split(/\s+/);
  return cases.filter((one) => words.every((word) => text(one).toLowerCase().includes(word)));
}
