import { defineConfig } from 'vitest/config';

const EMULATED = {
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
          include: [
            'packages/shared/src/**/*.test.ts',
            'firebase/functions/src/**/*.test.ts',
            'webapp-v2/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
          ],
        },
      },
      { test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], ...EMULATED } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...EMULATED } },
      // One browser at a time: two pages of one test already use both cores of a small machine, and its figures are latencies.
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...EMULATED, testTimeout: 60_000, fileParallelism: false } },
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
