import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Workers and the CLI are run as built files, so every run begins with a build (about half a second).
    globalSetup: ['test/helpers/global-setup.ts'],
    // AWS is played by an endpoint at hand: rotations need not wait between their tries.
    env: { ARCUBE_RETRY_MS: '2' },
    // One worker for each core: on two cores the default would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Nothing takes that long but on a machine that does much else: a limit is for what hangs, not for what waits its turn.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**', 'emulator/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
