import type { SystemTenant } from '../../../core/scenario/system.js';

/** What a deployment is rehearsed on: an emulator with an empty account and a clock that can be moved, handed in by the command. */
export interface DeployRehearsalStage {
  awsUrl: string;
  account: string;
  region: string;
  /** Base URL of a deployed stack's API; undefined while it is not served. */
  apiUrl(stack: string): string | undefined;
  /** Who may call a deployed stack. */
  tenants(stack: string): SystemTenant[];
  /** Epoch ms of the emulator's clock. */
  now(): number;
  /** Moves the clock. */
  advance(ms: number): void;
}
