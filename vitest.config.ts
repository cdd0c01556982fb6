import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
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
