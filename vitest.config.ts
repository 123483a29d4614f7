import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Rooms whose tests leave nothing of the process behind (no environment, no fake timers, no spies): they share their
 * workers, which spares a process and its imports for each file. The others have one to themselves, and begin first:
 * what takes long must not be what is left for one worker at the end.
 */
const SHARED = [
  'test/checks/**/*.test.ts',
  'test/conformance/**/*.test.ts',
  'test/unit/lambda/over-the-wire/*.test.ts',
  'test/unit/{aws,bundle,control,core,deploy,doctor,email,hosting,kernel,mongo,platform,replay,schedules,story,ui,vendors}/**/*.test.ts',
];

/**
 * End-to-end tests whose emulator runs in the test's own process and that leave nothing of it behind either: they share
 * workers among themselves, which spares reading the emulator's thousand modules for each file (about a second).
 */
const PLATFORM = [
  'test/e2e/{arcube-test,bad-input,bad-vendors,browser,bundle-key-rotation,curl,deployment-hook,docs,emails}.test.ts',
  'test/e2e/{enforce-iam,faults,firewall,going-live,held-orders,hosted-beside-dev,hosted-stack,journey}.test.ts',
  'test/e2e/{lambda-keys-and-buckets,live-edits,orders-and-ndc,personal-data,rotation,tenants}.test.ts',
];

export default defineConfig({
  test: {
    // Workers and the CLI are run as built files, so every run begins with a build (about half a second).
    globalSetup: ['test/helpers/global-setup.ts'],
    // AWS is played by an endpoint at hand: rotations need not wait between their tries.
    env: { ARCUBE_RETRY_MS: '2' },
    // Many tests wait for processes of their own, or for time to pass: with a worker for each of two cores, a fifth of
    // the processors' time was not used.
    maxWorkers: Math.max(3, availableParallelism()),
    // Nothing takes that long but on a machine that does much else: a limit is for what hangs, not for what waits its turn.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...PLATFORM, ...SHARED],
        },
      },
      { extends: true, test: { name: 'platform', include: PLATFORM, isolate: false } },
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**', 'emulator/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
