import { LocalEmulator } from './emulator.js';
import type { Emulator, EmulatorOptions } from './options.js';

export { defineScenario } from '../src/core/scenario/define-scenario.js';
export type { Fault } from '../src/core/scenario/model.js';
export type { Trip } from '../src/core/scenario/sample-trip.js';
export type { OutboxMail, StepContext } from '../src/core/scenario/step-context.js';
export type { WrittenScenario, WrittenStep } from '../src/core/scenario/written.js';
export { restoreDatabase, snapshotDatabase } from './kept-apart.js';
export type {
  DeployedStack,
  Emulator,
  EmulatorOptions,
  EmulatorUrls,
  SandboxCredentials,
} from './options.js';
export { findKept } from './story/index.js';
export type { TokenWish, TripWish } from './test-helpers.js';

/** Makes an emulator; nothing happens before its `start`. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  return new LocalEmulator(options);
}
