import { userError } from '../../../core/errors.js';
import type { TestCase } from '../case.js';

/** What the cases of a suite depend on. */
export interface SuiteOptions {
  /** Runs of each property of the contract suite. */
  runs: number;
}

type Suite = () => Promise<(options: SuiteOptions) => TestCase[]>;

const SUITES: Record<string, Suite> = {
  contract: async () => (await import('./contract/index.js')).contractSuite,
  security: async () => (await import('./security/index.js')).securitySuite,
  idempotency: async () => (await import('./idempotency.js')).idempotencySuite,
  resilience: async () => (await import('./resilience.js')).resilienceSuite,
  residency: async () => (await import('./residency.js')).residencySuite,
  smoke: async () => (await import('./smoke.js')).smokeSuite,
};

/** `journeys` are the shipped scenarios. */
const SUITE_NAMES: readonly string[] = [...Object.keys(SUITES), 'journeys'];

/** Names as given, with `all` spelt out. Errors: SUITE_UNKNOWN. */
export function suiteNames(given: readonly string[]): string[] {
  const names = given.flatMap((name) => (name === 'all' ? SUITE_NAMES : [name]));
  const unknown = names.find((name) => !SUITE_NAMES.includes(name));
  if (unknown !== undefined)
    throw userError('SUITE_UNKNOWN', { name: unknown, known: [...SUITE_NAMES, 'all'] });
  return [...new Set(names)];
}

/** The cases of the suites named. */
export async function suiteCases(names: readonly string[], options: SuiteOptions): Promise<TestCase[]> {
  const cases: TestCase[] = [];
  for (const name of names) {
    const suite = SUITES[name];
    if (suite) cases.push(...(await suite())(options));
  }
  return cases;
}
