import type { MovableClock } from '../../src/core/clock.js';
import type { EventBus, RequestRecord } from '../kernel/events.js';
import type { ServiceHealth } from '../kernel/service.js';
import type { EmulatorUrls, SandboxCredentials } from '../options.js';
import type { History } from './history.js';

/** What the control API sees of the emulator it controls. */
export interface ControlView {
  /** Unlike a pid never used twice. */
  readonly instance: string;
  /** Opens what only the emulator's owner may read. */
  readonly controlToken: string;
  readonly projectDir: string;
  readonly clock: MovableClock;
  readonly events: EventBus;
  readonly history: History;
  /** Undefined until everything has started. */
  urls(): EmulatorUrls | undefined;
  health(): Record<string, ServiceHealth>;
  credentials(): SandboxCredentials[];
  /** What the gateway's chain saw of a request, by any id its answer carried. */
  explain(id: string): { record: RequestRecord; steps: { handler: string; saw: string }[] } | undefined;
  reset(): Promise<void>;
}
