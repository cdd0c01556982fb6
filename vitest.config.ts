import { defineConfig } from 'vitest/config';
import { compiledSources } from './tests/runner/compiledSources.mjs';

/** They put another module in the place of one that others may have loaded. */
const MOCKING_MODULES = ['tests/sim/powerflow/circuit/series.test.ts', 'tests/state/comparisonStudy.test.ts'];

const CORE = {
  environment: 'node' as const,
  setupFiles: ['tests/words/loaded.ts', 'tests/runner/seeded.ts'],
  // Ends what hangs; a machine that is busy with other things must not decide.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  restoreMocks: true,
  unstubGlobals: true,
};

/** A watched test must see what was written since. */
const ONCE = process.argv[2] === 'run';
const COMPILED = {
  globalSetup: ['tests/runner/compiledSources.mjs'],
  server: { deps: { external: [/\/\.cache\/tested\//] } },
};

export default defineConfig({
  test: {
    // Vitest leaves a core free, which on two is half the machine.
    maxWorkers: 2,
    projects: [
      {
        plugins: ONCE ? [compiledSources()] : [],
        test: {
          ...CORE,
          name: 'core',
          ...(ONCE ? COMPILED : {}),
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', ...MOCKING_MODULES],
          // Files share what a worker has loaded: half the run was the same modules, read again for every file.
          isolate: false,
        },
      },
      { test: { ...CORE, name: 'core, alone', include: MOCKING_MODULES } },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          // The built app in a real browser: one file at a time, two cores are enough for one browser only.
          fileParallelism: false,
          globalSetup: ['tests/browser/buildOnce.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A week waits its turn behind a year in progress; one second, the default, is no promise of the app's.
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
