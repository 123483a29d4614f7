import { userError } from '../../../core/errors.js';
import type { TestCase } from '../case.js';

/** What the cases of a suite depend on. */
export interface SuiteOptions {
  /** Runs of each property of the contract suite. */
  runs: number;
}

type Suite = () => Promise<(options: SuiteOptions) => TestCase[]>;

const SUITES: Record<string, Suite> = {
  smoke: async () => (await import('./smoke.js')).smokeSuite,
};

/** Names that `--suite` takes; `journeys` are the shipped scenarios. */
export const SUITE_NAMES: readonly string[] = [...Object.keys(SUITES), 'journeys'];

/** The cases of the suites named. Errors: SUITE_UNKNOWN. */
export async function suiteCases(names: readonly string[], options: SuiteOptions): Promise<TestCase[]> {
  const cases: TestCase[] = [];
  for (const name of names) {
    if (!SUITE_NAMES.includes(name)) throw userError('SUITE_UNKNOWN', { name, known: SUITE_NAMES });
    const suite = SUITES[name];
    if (suite) cases.push(...(await suite())(options));
  }
  return cases;
}
