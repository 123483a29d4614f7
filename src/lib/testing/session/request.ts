import type { SystemUnderTest } from '../../../core/scenario/system.js';
import type { Reporter } from '../report/write-reports.js';

/** A system that is being started for a run. */
export interface LaunchedSystem {
  /** Rejects with a UserError when it cannot start; nothing is left behind then. */
  ready: Promise<SystemUnderTest>;
  /** Idempotent, legal in mid-start. */
  stop(): Promise<void>;
}

/** Starts a system for one worker. @param seed of the system's own randomness */
export type Launch = (worker: number, seed: string) => LaunchedSystem;

/** Everything a run is asked for. */
export interface SessionRequest {
  projectDir: string;
  /** Scenario files and folders; empty: those of the project, else the shipped ones. */
  paths: string[];
  suites: string[];
  grep?: string;
  bail: number;
  workers: number;
  retry: number;
  seed: string;
  reporters: Reporter[];
  /** Folder of reports and snapshots. */
  output: string;
  /** SLO file; undefined: the project's, when it has one. */
  slo?: string;
  /** Runs of each property of the contract suite. */
  runs: number;
  /** Goes into the data of scenarios beside the seed; two runs that are compared must have the same. */
  salt?: string;
  signal: AbortSignal;
}
