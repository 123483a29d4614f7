import type { UpdateContext } from '../../update/index.js';
import type { CommandContext } from '../context.js';

/** What an update may ask of its server. */
export function updateContext({ server }: CommandContext): UpdateContext {
  return { now: () => server.clock.now(), timestamp: () => server.storage.opClock.next() };
}
