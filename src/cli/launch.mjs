/**
 * Starts the command line: bundles it when its sources changed (Node 20 runs no TypeScript), then hands over the
 * arguments. Prints nothing of its own on standard output.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale, CLI_SOURCES, ROOT } from './sources.mjs';

const OUT_DIR = join(ROOT, '.cache', 'cli');

/** Entry points: the command line as main.js and each Node worker beside it, workers/year.node.ts as year.node.js. */
function entries() {
  const workersDir = join(ROOT, 'workers');
  const names = existsSync(workersDir)
    ? readdirSync(workersDir).filter((name) => name.endsWith('.node.ts'))
    : [];
  return {
    main: join(ROOT, 'src/cli/main.ts'),
    ...Object.fromEntries(names.map((name) => [name.slice(0, -'.ts'.length), join(workersDir, name)])),
  };
}

async function bundle(outDir) {
  // Started from a test, NODE_ENV would be "test" and give the development version of every package.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    // The optimiser finds its WebAssembly beside its own file.
    ssr: { noExternal: true, external: ['highs'], target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      sourcemap: true,
      target: 'es2022',
      minify: false,
      rolldownOptions: {
        input: entries(),
        // All in one folder: a shared chunk that asks for './year.node.js' beside itself finds it.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

try {
  await buildWhenStale({ outDir: OUT_DIR, sources: CLI_SOURCES, build: bundle });
} catch (error) {
  console.error(
    `The command line could not be built: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(2);
}
process.setSourceMapsEnabled(true);
const { main } = await import(pathToFileURL(join(OUT_DIR, 'main.js')).href);
if (typeof main === 'function') {
  const code = await main(process.argv.slice(2));
  if (typeof code === 'number') process.exitCode = code;
}
