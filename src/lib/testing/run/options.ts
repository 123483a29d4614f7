import type { SystemUnderTest } from '../../../core/scenario/system.js';
import type { TestCase } from '../case.js';
import type { CallListener } from '../http/call-log.js';
import type { RunListener } from './events.js';

/** How a run is made. */
export interface RunOptions {
  /** One worker each; every worker has its system to itself. */
  systems: readonly SystemUnderTest[];
  /** Stop after so many failures; 0 goes on. */
  bail: number;
  /** Further attempts of a case that fails. */
  retry: number;
  seed: string;
  /** Goes into the data beside the seed; left out, what a stage needs to meet nothing of earlier runs. */
  salt?: string;
  signal: AbortSignal;
  /** Folder for the snapshots of failures; undefined takes none. */
  artifacts?: string;
  listeners: readonly RunListener[];
  /** Listens to the calls of a case. */
  listen(testCase: TestCase): CallListener[];
}
