import type { Service } from '../../../kernel/service.js';
import type { Engine } from './engine/engine.js';

/**
 * The operations on stacks as a service of the emulator: with its start it goes on with what a kill ended, with its
 * stop it ends what is under way, for the next start to go on with.
 */
export function stackService(engine: Engine, needs: readonly string[]): Service {
  let isRunning = false;
  return {
    name: 'cloudformation',
    needs,
    start: async () => {
      isRunning = true;
      engine.resume();
    },
    stop: async () => {
      isRunning = false;
      await engine.stop();
    },
    health: () => ({ status: isRunning ? 'ok' : 'stopped' }),
  };
}
