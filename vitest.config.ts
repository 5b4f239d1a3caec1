import { defineConfig } from 'vitest/config';

/** Tests leave nothing behind in their process, and starting one for each file would take longer than many a file's tests. */
const IN_ONE_PROCESS = { isolate: false };

const EMULATED = {
  ...IN_ONE_PROCESS,
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/admin-environment.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        // Components are compiled by the transformer Vite already has; no page plugin is needed to test them.
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          ...IN_ONE_PROCESS,
          maxWorkers: 2,
          include: [
            'packages/shared/src/**/*.test.ts',
            'firebase/functions/src/**/*.test.ts',
            'webapp-v2/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
          ],
        },
      },
      { test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], ...EMULATED } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...EMULATED, maxWorkers: 2 } },
      // What tests latencies runs by itself: with something else beside it, it would test how small the machine is.
      { test: { name: 'notifications', include: ['tests/notifications/**/*.test.ts'], ...EMULATED, fileParallelism: false } },
      // One browser at a time, for the same reason. A test that a busy machine was too slow for is tried once more, and named in the output.
      { test: { name: 'e2e', include: ['tests/e2e/*.test.ts'], ...EMULATED, testTimeout: 60_000, fileParallelism: false, retry: 1 } },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/shared/src/**/*.ts', 'firebase/functions/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      reportsDirectory: 'coverage',
      reporter: ['json-summary', 'html'],
    },
  },
});
