import type { Secret } from '../../../core/secret.js';

/** Who calls the API in a rehearsal. */
export interface Holder {
  tenant: string;
  clientId: string;
  clientSecret: Secret;
  edgeSecret: Secret;
}

/** What a rehearsal is played on: an emulator with a clock that can be moved, handed in by the command. */
export interface RehearsalStage {
  projectDir: string;
  apiUrl: string;
  awsUrl: string;
  account: string;
  region: string;
  stack: string;
  stage: string;
  holders: Holder[];
  /** Epoch ms of the emulator's clock. */
  now(): number;
  /** What the gateway did with a request, for people. */
  explain?(requestId: string): Promise<string | undefined>;
  /** Moves the clock. */
  advance(ms: number): void;
}
