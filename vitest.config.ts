import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The scenes take longest by far: begun last, they would leave the other worker with nothing to do. */
class ScenesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isScenes = ({ moduleId }: TestSpecification) => moduleId.endsWith('/scenes.test.ts');
    const sorted = await super.sort(files);
    return [...sorted.filter(isScenes), ...sorted.filter((file) => !isScenes(file))];
  }
}

const EMULATED = {
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/admin-environment.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    sequence: { sequencer: ScenesFirst },
    projects: [
      {
        // Components are compiled by the transformer Vite already has; no page plugin is needed to test them.
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          // They leave nothing behind in their process, and starting one for each file would take longer than the tests.
          isolate: false,
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
      { test: { name: 'e2e', include: ['tests/e2e/*.test.ts'], ...EMULATED, testTimeout: 60_000, maxWorkers: 2 } },
      // What tests latencies runs by itself, and what kills processes, too: beside it others would test how small the machine is.
      { test: { name: 'e2e-alone', include: ['tests/e2e/alone/*.test.ts'], ...EMULATED, testTimeout: 60_000, fileParallelism: false } },
      { test: { name: 'notifications', include: ['tests/notifications/**/*.test.ts'], ...EMULATED, fileParallelism: false } },
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
