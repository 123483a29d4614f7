import { LocalEmulator } from './emulator.js';
import type { Emulator, EmulatorOptions } from './options.js';

export { defineScenario } from '../src/core/scenario/define-scenario.js';
export type { StepContext } from '../src/core/scenario/step-context.js';
export type { WrittenScenario, WrittenStep } from '../src/core/scenario/written.js';
export { restoreFolder as restoreDatabase, snapshotFolder as snapshotDatabase } from './mongo/index.js';
export type { Emulator, EmulatorOptions, EmulatorUrls, SandboxCredentials } from './options.js';
export { findKept } from './story/index.js';

/** Makes an emulator; nothing happens before its `start`. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  return new LocalEmulator(options);
}
