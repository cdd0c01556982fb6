/** Builds the app into dist/ when anything it is made of changed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { APP_SOURCES, buildWhenStale, ROOT } from '../../src/cli/sources.mjs';

export const DIST = join(ROOT, 'dist');

export async function buildApp(logLevel = 'warn') {
  return buildWhenStale({
    outDir: DIST,
    sources: APP_SOURCES,
    build: (outDir) => {
      const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
      const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', logLevel];
      // A process of its own: under the test runner NODE_ENV is "test", which would build the development version.
      const env = { ...process.env, NODE_ENV: 'production' };
      const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
      if (status !== 0) throw new Error(`The app could not be built (vite build ended with ${status}).`);
    },
  });
}

if (import.meta.filename === process.argv[1]) await buildApp('info');
